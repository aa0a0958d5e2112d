// Harness: bytes as a program of calls of c_api.h, in any order, with null pointers, structs of
// other versions and indices beyond the end, as far as the header defines them. Statuses are known
// ones and never "a bug of admit"; results are null after a failure; texts that come out end in a
// NUL; structs are filled in as far as both sides know them; accepts agrees with check.
#include <admit/c_api.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <memory>
#include <optional>

#include "c_abi_tape.h"
#include "promise.h"

namespace {

using admit::fuzz::promise;
using admit::fuzz::Tape;
using admit::fuzz::Text;

constexpr std::size_t kMostCalls = 64;
constexpr std::size_t kMostBuilds = 4;

void check_status(admit_status status) {
  promise(status >= ADMIT_OK && status < ADMIT_ERROR_INTERNAL, "a status says what went wrong",
          admit_status_text(status));
}

void check_text(admit_string text) {
  promise(text.data != nullptr, "texts are never null");
  promise(text.data[text.size] == '\0', "a NUL follows each text");
}

template <auto destroy>
struct Destroy {
  template <class T>
  void operator()(T* object) const {
    destroy(object);
  }
};

template <class T, auto destroy>
using Owner = std::unique_ptr<T, Destroy<destroy>>;

class Machine {
 public:
  explicit Machine(Tape tape) : tape_(tape) {}

  void run() {
    using Call = void (Machine::*)();
    static constexpr Call kCalls[] = {
        &Machine::create_options, &Machine::set_option,     &Machine::set_option,
        &Machine::add_schema,     &Machine::create_service, &Machine::build,
        &Machine::retain,         &Machine::read_warnings,  &Machine::create_scratch,
        &Machine::read_counters,  &Machine::accepts,        &Machine::check,
        &Machine::check,          &Machine::read_summary,   &Machine::read_violation,
        &Machine::read_details,   &Machine::render,         &Machine::render,
        &Machine::render_refusal, &Machine::read_error,     &Machine::read_text,
        &Machine::destroy_one,
    };
    for (std::size_t calls = 0; calls < kMostCalls && !tape_.at_end(); ++calls) {
      (this->*kCalls[tape_.below(std::size(kCalls))])();
    }
  }

 private:
  static constexpr std::size_t kSlots = 2;
  template <class T, auto destroy>
  using Slots = std::array<Owner<T, destroy>, kSlots>;

  // A slot to fill.
  template <class List>
  auto& slot(List& list) {
    return list[tape_.below(kSlots)];
  }
  // What is in a slot, which may be empty: null.
  template <class List>
  auto* pick(List& list) {
    return slot(list).get();
  }

  // Calls `ask` with a struct of some version of the header; the struct where that is this one, and
  // it was filled in.
  template <class Struct, class Ask>
  std::optional<Struct> read(const Ask& ask) {
    struct {
      Struct known;
      unsigned char added[16];
    } out;
    std::memset(&out, 0xA5, sizeof out);
    const std::size_t sizes[] = {sizeof(Struct), sizeof out, sizeof(Struct) / 2,
                                 sizeof(std::size_t), 0};
    const std::size_t choice = tape_.below(16);
    const std::size_t size = sizes[choice < std::size(sizes) ? choice : 0];
    out.known.size = size;
    const admit_status status = ask(&out.known);
    check_status(status);
    const std::size_t known = status == ADMIT_OK ? std::min(size, sizeof(Struct)) : sizeof size;
    const auto* bytes = reinterpret_cast<const unsigned char*>(&out);
    promise(std::all_of(bytes + known, bytes + sizeof out, [](int byte) { return byte == 0xA5; }),
            "what the caller's struct does not have is left alone");
    if (status != ADMIT_OK) return std::nullopt;
    promise(out.known.size == known, "`size` says how much was filled in");
    return size < sizeof(Struct) ? std::nullopt : std::optional(out.known);
  }

  // ---- Options and engines ----

  void create_options() { slot(options_).reset(admit_options_create()); }

  void set_option() {
    admit_options* options = pick(options_);
    const Text name = tape_.text();
    const Text value = tape_.text();
    admit_error* error = nullptr;
    const admit_status status =
        admit_options_set(options, name.data, name.size, value.data, value.size,
                          tape_.below(4) == 0 ? nullptr : &error);
    check_status(status);
    promise(error == nullptr || status == ADMIT_ERROR_OPTION, "errors are about options");
    if (error != nullptr) slot(errors_).reset(error);
  }

  void add_schema() {
    admit_options* options = pick(options_);
    const Text uri = tape_.text();
    const Text text = tape_.text();
    check_status(admit_options_add_schema(options, uri.data, uri.size, text.data, text.size));
  }

  void create_service() {
    const admit_options* options = pick(options_);
    take_engine([&](admit_engine** engine, admit_error** error) {
      return admit_engine_create_service(options, engine, error);
    });
  }

  void build() {
    const Text schema = tape_.text();
    const admit_options* options = pick(options_);
    take_engine([&](admit_engine** engine, admit_error** error) {
      return admit_engine_build(schema.data, schema.size, options, engine, error);
    });
  }

  template <class Make>
  void take_engine(const Make& make) {
    if (builds_++ >= kMostBuilds) return;
    admit_engine* engine = nullptr;
    admit_error* error = nullptr;
    const std::size_t missing = tape_.below(8);
    const admit_status status =
        make(missing == 0 ? nullptr : &engine, missing == 1 ? nullptr : &error);
    check_status(status);
    promise((status == ADMIT_OK) == (engine != nullptr), "there is an engine, or none");
    promise(status != ADMIT_OK || error == nullptr, "a success has no error");
    if (engine != nullptr) slot(engines_).reset(engine);
    if (error != nullptr) slot(errors_).reset(error);
  }

  void retain() {
    const admit_engine* engine = pick(engines_);
    promise(admit_engine_retain(engine) == engine, "retain returns its engine");
    slot(engines_).reset(engine);
  }

  void read_warnings() {
    const admit_engine* engine = pick(engines_);
    const std::size_t count = admit_engine_warning_count(engine);
    const std::size_t index = tape_.below(3);
    const auto fault = read<admit_fault>(
        [&](admit_fault* out) { return admit_engine_warning(engine, index, out); });
    promise(!fault || index < count, "no warning beyond the last one");
    if (fault) check_fault(*fault);
  }

  static void check_fault(const admit_fault& fault) {
    for (const admit_string& text :
         {fault.code, fault.message, fault.hint, fault.pointer, fault.document}) {
      check_text(text);
    }
    promise(fault.code.size > 0 && fault.message.size > 0, "a fault has a code and a message");
  }

  // ---- Checks ----

  void create_scratch() { slot(scratches_).reset(admit_scratch_create()); }

  void read_counters() {
    const admit_scratch* scratch = pick(scratches_);
    (void)read<admit_counters>(
        [&](admit_counters* out) { return admit_scratch_counters(scratch, out); });
  }

  void accepts() {
    const admit_engine* engine = pick(engines_);
    admit_scratch* scratch = pick(scratches_);
    const Text body = tape_.text();
    int32_t accepted = 7;
    const admit_status status =
        admit_engine_accepts(engine, scratch, body.data, body.size, &accepted);
    check_status(status);
    promise(accepted == 0 || (accepted == 1 && status == ADMIT_OK), "a failure accepts nothing");
    admit_report* report = nullptr;
    promise(admit_engine_check(engine, scratch, body.data, body.size, &report) == status,
            "check fails where accepts does");
    const Owner<admit_report, admit_report_destroy> owner(report);
    if (report == nullptr) return;
    admit_summary summary{};
    summary.size = sizeof summary;
    check_status(admit_report_summary(report, &summary));
    promise((accepted == 1) == (summary.verdict == ADMIT_ACCEPT), "accepts agrees with check");
  }

  void check() {
    const admit_engine* engine = pick(engines_);
    admit_scratch* scratch = pick(scratches_);
    const Text body = tape_.text();
    admit_report* report = nullptr;
    const admit_status status = admit_engine_check(engine, scratch, body.data, body.size,
                                                   tape_.below(16) == 0 ? nullptr : &report);
    check_status(status);
    promise((status == ADMIT_OK) == (report != nullptr), "there is a report, or none");
    if (report != nullptr) slot(reports_).reset(report);
  }

  // ---- Reports ----

  // A report of a check, or of a schema that is no good.
  const admit_report* pick_report() {
    if (tape_.below(4) == 0) return admit_error_report(pick(errors_));
    return pick(reports_);
  }

  void read_summary() {
    const admit_report* report = pick_report();
    const auto summary =
        read<admit_summary>([&](admit_summary* out) { return admit_report_summary(report, out); });
    const int32_t http = admit_report_http_status(report);
    promise(http == 0 || http == 400 || http == 413 || http == 503, "a status of HTTP");
    if (!summary) return;
    check_text(summary->undecided_reason);
    promise((summary->verdict == ADMIT_ACCEPT) == (http == 0), "only what is refused is answered");
    promise(summary->violations + summary->omitted ==
                summary->errors + summary->warnings + summary->infos,
            "what is found is told, or counted");
  }

  void read_violation() {
    const admit_report* report = pick_report();
    const std::size_t index = tape_.below(8);
    const auto violation = read<admit_violation>(
        [&](admit_violation* out) { return admit_report_violation(report, index, out); });
    if (!violation) return;
    for (const admit_string& text :
         {violation->code, violation->pointer, violation->because, violation->message,
          violation->hint, violation->value, violation->schema, violation->source}) {
      check_text(text);
    }
    promise(violation->range.start.offset <= violation->range.end.offset, "a range has an end");
  }

  void read_details() {
    const admit_report* report = pick_report();
    const std::size_t violation = tape_.below(8);
    const std::size_t index = tape_.below(4);
    const auto related = read<admit_related>(
        [&](admit_related* out) { return admit_report_related(report, violation, index, out); });
    if (related) check_text(related->pointer);
    if (related) check_text(related->message);
    const auto param = read<admit_param>(
        [&](admit_param* out) { return admit_report_param(report, violation, index, out); });
    if (param) check_text(param->name);
    if (param) check_text(param->string_value);
    const std::size_t number = tape_.below(4);
    admit_string string{nullptr, 7};
    const admit_status status =
        admit_report_param_string(report, violation, index, number, &string);
    check_status(status);
    check_text(string);
    promise(!param || status != ADMIT_OK ||
                (param->kind == ADMIT_PARAM_STRINGS && number < param->strings),
            "only lists have strings to ask for");
  }

  // ---- Rendering ----

  // What to render with, of some version of the header; it may be null.
  const admit_render_input* render_input(admit_render_input& input) {
    const Text texts[] = {tape_.text(), tape_.text(), tape_.text()};
    input.body = {texts[0].data, texts[0].size};
    input.file = {texts[1].data, texts[1].size};
    input.request_id = {texts[2].data, texts[2].size};
    const std::size_t sizes[] = {sizeof input, sizeof input, sizeof(std::size_t),
                                 offsetof(admit_render_input, file), 0};
    const std::size_t choice = tape_.below(std::size(sizes) + 1);
    if (choice == std::size(sizes)) return nullptr;
    input.size = sizes[choice];
    return &input;
  }

  void take_text(admit_status status, admit_text* text) {
    check_status(status);
    promise((status == ADMIT_OK) == (text != nullptr), "there is a text, or none");
    check_text(admit_text_view(text));
    if (text != nullptr) slot(texts_).reset(text);
  }

  void render() {
    const admit_report* report = pick_report();
    const Text format = tape_.text();
    admit_render_input input{};
    const admit_render_input* given = render_input(input);
    admit_text* text = nullptr;
    const admit_status status = admit_report_render(report, format.data, format.size, given, &text);
    take_text(status, text);
  }

  void render_refusal() {
    const int32_t reason = static_cast<int32_t>(tape_.below(6)) - 1;
    const Text format = tape_.text();
    admit_render_input input{};
    const admit_render_input* given = render_input(input);
    admit_text* text = nullptr;
    const admit_status status =
        admit_render_refusal(reason, format.data, format.size, given, &text);
    promise(status != ADMIT_OK || admit_refusal_http_status(reason) != 0, "a refusal has a status");
    take_text(status, text);
  }

  // ---- The rest ----

  void read_error() {
    const admit_error* error = pick(errors_);
    check_text(admit_error_text(error));
    const auto fault =
        read<admit_fault>([&](admit_fault* out) { return admit_error_fault(error, out); });
    if (fault) check_fault(*fault);
  }

  void read_text() {
    const admit_text* text = pick(texts_);
    check_text(admit_text_view(text));
  }

  // In whatever order: nothing that is left needs what goes.
  void destroy_one() {
    switch (tape_.below(6)) {
      case 0:
        return slot(options_).reset();
      case 1:
        return slot(engines_).reset();
      case 2:
        return slot(scratches_).reset();
      case 3:
        return slot(reports_).reset();
      case 4:
        return slot(errors_).reset();
      default:
        return slot(texts_).reset();
    }
  }

  Tape tape_;
  std::size_t builds_ = 0;
  Slots<admit_options, admit_options_destroy> options_;
  Slots<const admit_engine, admit_engine_release> engines_;
  Slots<admit_scratch, admit_scratch_destroy> scratches_;
  Slots<admit_report, admit_report_destroy> reports_;
  Slots<admit_error, admit_error_destroy> errors_;
  Slots<admit_text, admit_text_destroy> texts_;
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  Machine(Tape(data, size)).run();
  return 0;
}
