// C interface: options, engines, scratches and checks.
#include <memory>
#include <utility>

#include "admit/create_service.h"
#include "c_api/objects.h"
#include "format/quote.h"
#include "named_options.h"

using admit::c_api::fill;
using admit::c_api::guarded;
using admit::c_api::is_text;
using admit::c_api::tell;
using admit::c_api::view;

namespace {

// What C handed over, as the library takes it; the resolver looks documents up in `given`.
admit::Options options_of(const admit_options* given) {
  if (given == nullptr) return {};
  admit::Options options = given->options;
  options.resolver = [given](std::string_view uri) -> std::optional<std::string> {
    const auto found = given->schemas.find(uri);
    if (found == given->schemas.end()) return std::nullopt;
    return found->second;
  };
  return options;
}

// The end of every build: hands out the engine, or the error.
admit_status finish(admit::Result<admit::Engine, admit::BuildError> built, admit_engine** engine,
                    admit_error** error) {
  if (!built) {
    const bool is_memory = built.error().code == "build.memory";
    tell(error, std::move(built).error());
    return is_memory ? ADMIT_ERROR_MEMORY : ADMIT_ERROR_BUILD;
  }
  *engine = new admit_engine(std::move(built).value());
  return ADMIT_OK;
}

// Sets the results of a build to null before anything can fail.
bool reset(admit_engine** engine, admit_error** error) {
  if (engine != nullptr) *engine = nullptr;
  if (error != nullptr) *error = nullptr;
  return engine != nullptr;
}

// Marks a scratch as in use while it lives.
class Claim {
 public:
  explicit Claim(admit_scratch& scratch) noexcept
      : scratch_(scratch), is_ours_(!scratch.is_busy.exchange(true, std::memory_order_acquire)) {}
  ~Claim() {
    if (is_ours_) scratch_.is_busy.store(false, std::memory_order_release);
  }
  Claim(const Claim&) = delete;
  Claim& operator=(const Claim&) = delete;

  explicit operator bool() const noexcept { return is_ours_; }

 private:
  admit_scratch& scratch_;
  bool is_ours_;
};

}  // namespace

admit_options* admit_options_create(void) {
  return new (std::nothrow) admit_options;
}

void admit_options_destroy(admit_options* options) {
  delete options;
}

admit_status admit_options_set(admit_options* options, const char* name, size_t name_size,
                               const char* value, size_t value_size, admit_error** error) {
  if (error != nullptr) *error = nullptr;
  if (options == nullptr || !is_text(name, name_size) || !is_text(value, value_size)) {
    return ADMIT_ERROR_ARGUMENT;
  }
  return guarded([&]() -> admit_status {
    const std::string_view option = view(name, name_size);
    const auto fault = admit::set_option(options->options, option, view(value, value_size));
    if (!fault) return ADMIT_OK;
    tell(error,
         {"build.option", "the option " + admit::format::quoted(option) + ": " + fault->message, "",
          std::nullopt, fault->hint});
    return ADMIT_ERROR_OPTION;
  });
}

admit_status admit_options_add_schema(admit_options* options, const char* uri, size_t uri_size,
                                      const char* text, size_t text_size) {
  if (options == nullptr || !is_text(uri, uri_size) || !is_text(text, text_size)) {
    return ADMIT_ERROR_ARGUMENT;
  }
  return guarded([&] {
    options->schemas.insert_or_assign(std::string(view(uri, uri_size)),
                                      std::string(view(text, text_size)));
    return ADMIT_OK;
  });
}

admit_status admit_engine_create_service(const admit_options* options, admit_engine** engine,
                                         admit_error** error) {
  if (!reset(engine, error)) return ADMIT_ERROR_ARGUMENT;
  return guarded(
      [&] { return finish(admit::create_service_engine(options_of(options)), engine, error); });
}

admit_status admit_engine_build(const char* schema, size_t schema_size,
                                const admit_options* options, admit_engine** engine,
                                admit_error** error) {
  if (!reset(engine, error) || !is_text(schema, schema_size)) return ADMIT_ERROR_ARGUMENT;
  return guarded([&] {
    return finish(admit::Engine::build(view(schema, schema_size), {}, options_of(options)), engine,
                  error);
  });
}

const admit_engine* admit_engine_retain(const admit_engine* engine) {
  if (engine != nullptr) engine->owners.fetch_add(1, std::memory_order_relaxed);
  return engine;
}

void admit_engine_release(const admit_engine* engine) {
  if (engine == nullptr) return;
  if (engine->owners.fetch_sub(1, std::memory_order_acq_rel) == 1) delete engine;
}

size_t admit_engine_warning_count(const admit_engine* engine) {
  return engine == nullptr ? 0 : engine->engine.warnings().size();
}

admit_status admit_engine_warning(const admit_engine* engine, size_t index, admit_fault* fault) {
  if (engine == nullptr) return ADMIT_ERROR_ARGUMENT;
  const auto warnings = engine->engine.warnings();
  if (index >= warnings.size()) return ADMIT_ERROR_RANGE;
  return fill(fault, admit::c_api::fault_of(warnings[index]));
}

admit_scratch* admit_scratch_create(void) {
  return new (std::nothrow) admit_scratch;
}

void admit_scratch_destroy(admit_scratch* scratch) {
  delete scratch;
}

admit_status admit_scratch_counters(const admit_scratch* scratch, admit_counters* counters) {
  if (scratch == nullptr) return ADMIT_ERROR_ARGUMENT;
  const admit::Scratch::Counters& counted = scratch->scratch.counters();
  return fill(counters, {0, counted.proved, counted.explained, counted.undecided});
}

admit_status admit_engine_accepts(const admit_engine* engine, admit_scratch* scratch,
                                  const char* body, size_t body_size, int32_t* accepted) {
  if (accepted == nullptr) return ADMIT_ERROR_ARGUMENT;
  *accepted = 0;
  if (engine == nullptr || scratch == nullptr || !is_text(body, body_size)) {
    return ADMIT_ERROR_ARGUMENT;
  }
  const Claim claim(*scratch);
  if (!claim) return ADMIT_ERROR_BUSY;
  *accepted = engine->engine.accepts(view(body, body_size), scratch->scratch) ? 1 : 0;
  return ADMIT_OK;
}

admit_status admit_engine_check(const admit_engine* engine, admit_scratch* scratch,
                                const char* body, size_t body_size, admit_report** report) {
  if (report == nullptr) return ADMIT_ERROR_ARGUMENT;
  *report = nullptr;
  if (engine == nullptr || scratch == nullptr || !is_text(body, body_size)) {
    return ADMIT_ERROR_ARGUMENT;
  }
  const Claim claim(*scratch);
  if (!claim) return ADMIT_ERROR_BUSY;
  return guarded([&] {
    admit::Report made = engine->engine.check(view(body, body_size), scratch->scratch);
    *report = new admit_report(admit::c_api::make_report(std::move(made), engine->engine));
    return ADMIT_OK;
  });
}
