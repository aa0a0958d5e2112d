// Harness: any bytes through the scanner of src/input, against RapidJSON's reader, put right in
// tests/oracles. Both take the same texts and read the same in them: names, strings, integers, and
// doubles to the last bit. Spans nest and lie within the text; a fault has a place in it.
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "input/json_scanner.h"
#include "oracles/json_oracle.h"
#include "promise.h"

namespace {

using admit::fuzz::promise;
using admit::input::DecodedText;
using admit::input::ScanError;
using admit::text::Span;

// Logs what it hears, and holds every span against the text and the brackets around it.
class Listener {
 public:
  explicit Listener(std::string_view text) : text_(text) {}

  bool null(Span span) { return at(span), log_.null(), true; }
  bool boolean(bool value, Span span) { return at(span), log_.boolean(value), true; }
  bool integer(std::int64_t value, Span span) { return at(span), log_.integer(value), true; }
  bool unsigned_integer(std::uint64_t value, Span span) {
    return at(span), log_.unsigned_integer(value), true;
  }
  bool number(double value, Span span) { return at(span), log_.number(value), true; }
  bool string(DecodedText decoded, Span span) {
    return at_string(decoded, span), log_.string(decoded.text), true;
  }
  bool name(DecodedText decoded, Span span) {
    return at_string(decoded, span), log_.name(decoded.text), true;
  }
  bool begin_object(Span bracket) { return open(bracket), log_.begin_object(), true; }
  bool end_object(std::size_t members, Span whole) {
    return close(whole), log_.end_object(members), true;
  }
  bool begin_array(Span bracket) { return open(bracket), log_.begin_array(), true; }
  bool end_array(std::size_t items, Span whole) {
    return close(whole), log_.end_array(items), true;
  }

  [[nodiscard]] const std::string& events() const { return log_.text(); }

 private:
  void at(Span span) {
    promise(span.begin >= end_ && span.begin < span.end, "spans come one after the other");
    promise(span.end <= text_.size(), "spans lie within the text");
    end_ = span.end;
  }
  void at_string(DecodedText decoded, Span span) {
    at(span);
    const std::string_view quoted = span.of(text_);
    promise(quoted.size() >= 2 && quoted.front() == '"' && quoted.back() == '"',
            "the span of a string has its quotes");
    if (!decoded.borrowed) return;
    promise(decoded.text == quoted.substr(1, quoted.size() - 2), "what is borrowed is the source");
  }
  void open(Span bracket) {
    at(bracket);
    open_.push_back(bracket.begin);
  }
  void close(Span whole) {
    promise(!open_.empty() && open_.back() == whole.begin, "what closes is what is open");
    open_.pop_back();
    at({whole.end - 1, whole.end});
  }

  std::string_view text_;
  std::size_t end_ = 0;
  std::vector<std::size_t> open_;
  admit::test::JsonLog log_;
};

void check_fault(const ScanError& error, std::string_view text) {
  promise(error.span.begin <= error.span.end && error.span.end <= text.size(),
          "a fault lies within the text");
  promise(!error.has_opened || error.opened <= error.span.begin,
          "what is open was opened before the fault");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  static admit::input::ScanMemory memory;
  Listener listener(text);
  admit::input::JsonScanner scanner(text, {.max_depth = size, .max_array_items = size}, memory,
                                    listener);
  const auto error = scanner.run();
  promise(!scanner.stopped(), "nobody has stopped the scanner");
  if (error) check_fault(*error, text);

  const admit::test::JsonJudgement wanted = admit::test::judge_json(text);
  if (wanted.abstains) return 0;
  promise(wanted.accepted == !error.has_value(), "RapidJSON takes the same texts",
          error ? scan_fault_row(error->fault).wording : "accepted");
  promise(error || listener.events() == wanted.events, "RapidJSON reads the same",
          listener.events() + "-- RapidJSON:\n" + wanted.events);
  return 0;
}
