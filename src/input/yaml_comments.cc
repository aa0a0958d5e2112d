// find_comments: what stands between the scalars of a document, line by line.
#include "input/yaml_comments.h"

#include <algorithm>

#include "input/document.h"

namespace admit::input {
namespace {

// Hears the scanner; keeps the stretches of scalars.
class ScalarListener {
 public:
  bool null(text::Span span) { return add(span); }
  bool boolean(bool, text::Span span) { return add(span); }
  bool integer(std::int64_t, text::Span span) { return add(span); }
  bool unsigned_integer(std::uint64_t, text::Span span) { return add(span); }
  bool number(double, text::Span span) { return add(span); }
  bool string(DecodedText, text::Span span) { return add(span); }
  bool name(DecodedText, text::Span span) { return add(span); }
  bool begin_object(text::Span) { return true; }
  bool begin_array(text::Span) { return true; }
  bool end_object(std::size_t, text::Span) { return true; }
  bool end_array(std::size_t, text::Span) { return true; }
  bool finding(const ScanError&) { return true; }
  bool ambiguous(const AmbiguousScalar&) { return true; }

  [[nodiscard]] const std::vector<text::Span>& scalars() const noexcept { return scalars_; }

 private:
  bool add(text::Span span) {
    if (span.size() > 0) scalars_.push_back(span);
    return true;
  }

  std::vector<text::Span> scalars_;
};

// The comment of the gap between two scalars, line by line.
void collect(std::string_view text, text::Span gap, std::vector<YamlComment>& comments) {
  std::size_t at = gap.begin;
  while (at < gap.end) {
    const std::size_t sign = text.substr(0, gap.end).find('#', at);
    if (sign == std::string_view::npos) return;
    at = sign + 1;
    const bool is_comment = sign == 0 || is_white_space(text[sign - 1]);
    if (!is_comment) continue;  // looking for its line would take long where there are many of them
    const std::size_t line = text.find_last_of("\r\n", sign) + 1;  // npos + 1 is 0
    const std::size_t end = std::min(text.find_first_of("\r\n", sign), text.size());
    const std::string_view before = text.substr(line, sign - line);
    comments.push_back({{sign, end}, before.find_first_not_of(" \t") == std::string_view::npos});
    at = end;
  }
}

}  // namespace

std::optional<std::vector<YamlComment>> find_comments(const Source& document, ScanLimits limits) {
  ScanMemory memory;
  ScalarListener listener;
  if (scan(document, limits, memory, listener)) return std::nullopt;
  std::vector<YamlComment> comments;
  std::size_t end = 0;
  for (const text::Span& scalar : listener.scalars()) {
    if (scalar.begin > end) collect(document.text, {end, scalar.begin}, comments);
    end = std::max(end, scalar.end);
  }
  collect(document.text, {end, document.text.size()}, comments);
  return comments;
}

}  // namespace admit::input
