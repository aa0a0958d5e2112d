// Suppressions: comments -> what each suppresses -> the report without it.
#include "report/suppressions.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "admit/codes.h"
#include "input/yaml_comments.h"
#include "text/lines.h"
#include "text/suggest.h"

namespace admit::report {
namespace {

constexpr std::string_view kOpening = "admit:";
constexpr std::string_view kBlanks = " \t";

std::string_view trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(kBlanks);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(kBlanks) - begin + 1);
}

// One code, or family with `.*`, of a comment.
struct Suppressed {
  std::string_view name;
  bool is_used = false;
};

struct Suppression {
  Range range;           // of the comment
  std::size_t line = 0;  // that it speaks of
  std::vector<Suppressed> names;
  std::string fault;  // why it suppresses nothing; empty where it may
  std::string hint;
  std::string_view unknown;  // the name that is to blame
};

bool matches(std::string_view name, std::string_view code) {
  if (name.ends_with(".*")) return code.starts_with(name.substr(0, name.size() - 1));
  return name == code;
}

// Reads comments as suppressions.
class Reader {
 public:
  Reader(const Source& source, std::span<const EngineCode> codes)
      : source_(source), codes_(codes), lines_(source.text) {}

  std::vector<Suppression> read(const std::vector<input::YamlComment>& comments) const {
    std::vector<Suppression> all;
    for (const input::YamlComment& comment : comments) {
      const std::string_view words = trimmed(comment.span.of(source_.text).substr(1));
      if (words.starts_with(kOpening)) all.push_back(read_one(comment, words));
    }
    return all;
  }

 private:
  [[nodiscard]] Suppression read_one(const input::YamlComment& comment,
                                     std::string_view words) const {
    Suppression made;
    made.range = {position_of(comment.span.begin), position_of(comment.span.end)};
    made.line = made.range.start.line + (comment.is_alone ? 1 : 0);
    words = trimmed(words.substr(kOpening.size()));
    constexpr std::string_view kIgnore = "ignore[";
    const std::size_t close = words.find(']');
    if (!words.starts_with(kIgnore) || close == std::string_view::npos) {
      made.fault = "a comment for admit is not of the form `admit: ignore[CODE] reason`";
      return made;
    }
    read_names(words.substr(kIgnore.size(), close - kIgnore.size()), made);
    if (made.fault.empty() && trimmed(words.substr(close + 1)).empty()) {
      made.fault = "a suppression needs a reason";
      made.hint = "say why, behind the bracket";
    }
    return made;
  }

  void read_names(std::string_view list, Suppression& made) const {
    while (made.fault.empty()) {
      const std::size_t comma = std::min(list.find(','), list.size());
      const std::string_view name = trimmed(list.substr(0, comma));
      made.names.push_back({name});
      check_name(name, made);
      if (comma == list.size()) return;
      list.remove_prefix(comma + 1);
    }
  }

  void check_name(std::string_view name, Suppression& made) const {
    const auto is_meant = [&](const EngineCode& code) { return matches(name, code.info.id); };
    const auto found = std::ranges::find_if(codes_, is_meant);
    if (found == codes_.end()) {
      made.fault = "a suppression names a code that admit does not know";
      made.unknown = name;
      return;
    }
    const CodeRow* row = find_code(found->info.id);
    if (row == nullptr || row->strictness != Strictness::fixed || name.ends_with(".*")) return;
    made.fault =
        "`" + std::string(name) + "` cannot be suppressed: such a document has no one meaning";
    made.hint = "mend the document";
  }

  [[nodiscard]] Position position_of(std::size_t offset) const {
    Position position = lines_.position(offset);
    position.offset += source_.offset;
    position.line += source_.line - 1;
    return position;
  }

  const Source& source_;
  std::span<const EngineCode> codes_;
  text::LineIndex lines_;
};

bool can_be_suppressed(const Violation& violation) {
  const CodeRow* row = find_code(violation.code);
  return row == nullptr || row->strictness != Strictness::fixed;
}

// Whether one of the comments suppresses the violation; notes that it is of use.
bool suppresses(std::vector<Suppression>& suppressions, const Violation& violation) {
  if (!can_be_suppressed(violation)) return false;
  bool is_suppressed = false;
  for (Suppression& one : suppressions) {
    if (!one.fault.empty() || one.line != violation.range.start.line) continue;
    for (Suppressed& name : one.names) {
      if (!matches(name.name, violation.code)) continue;
      name.is_used = true;
      is_suppressed = true;
    }
  }
  return is_suppressed;
}

std::size_t& count_of(Severity severity, Report::Counts& counts) {
  if (severity == Severity::error) return counts.errors;
  return severity == Severity::warning ? counts.warnings : counts.infos;
}

// What is to be said of the comments themselves; as much of it as a report has room for is kept.
class Findings {
 public:
  Findings(std::span<const EngineCode> codes, std::size_t room) : codes_(codes), room_(room) {}

  void note(const Suppression& about, Report::Counts& counts) {
    if (!about.fault.empty()) {
      if (Violation* made = add(Code::lint_invalid_suppression, about, counts)) {
        made->wording = about.fault;
        made->hint = about.unknown.empty() ? about.hint : nearest_to(about.unknown);
      }
      return;
    }
    for (const Suppressed& name : about.names) {
      if (name.is_used) continue;
      if (Violation* made = add(Code::lint_unused_suppression, about, counts)) {
        made->wording = "nothing in line " + std::to_string(about.line) + " has the code `" +
                        std::string(name.name) + "`";
        made->hint = "delete the suppression";
      }
    }
  }

  std::vector<Violation>& kept() noexcept { return kept_; }

 private:
  // Counts one more; null where it is not kept.
  Violation* add(Code code, const Suppression& about, Report::Counts& counts) {
    const std::string_view id = code_row(code).id;
    const auto known = std::ranges::find(
        codes_, id, [](const EngineCode& c) { return std::string_view(c.info.id); });
    if (known == codes_.end() || known->severity == Severity::ignore) return nullptr;
    ++count_of(known->severity, counts);
    if (kept_.size() >= room_) return nullptr;
    Violation& made = kept_.emplace_back();
    made.code = id;
    made.severity = known->severity;
    made.range = about.range;
    return &made;
  }

  [[nodiscard]] std::string nearest_to(std::string_view name) const {
    std::vector<std::string_view> known;
    for (const EngineCode& code : codes_) known.push_back(code.info.id);
    const auto nearest = text::closest(name, known);
    return nearest ? "did you mean `" + std::string(*nearest) + "`?" : "";
  }

  std::span<const EngineCode> codes_;
  std::size_t room_;
  std::vector<Violation> kept_;
};

void sort(std::vector<Violation>& violations) {
  std::ranges::stable_sort(violations, [](const Violation& a, const Violation& b) {
    return a.range.start.offset < b.range.start.offset;
  });
}

}  // namespace

Report apply_suppressions(Report report, const Source& source, std::span<const EngineCode> codes,
                          const Limits& limits) {
  const bool may_have_some = source.syntax == Syntax::yaml &&
                             report.verdict() != Verdict::undecided &&
                             source.text.size() <= limits.max_body_bytes &&
                             source.text.find(kOpening) != std::string_view::npos;
  if (!may_have_some) return report;
  const auto comments = input::find_comments(source, {limits.max_depth, limits.max_array_items});
  if (!comments) return report;
  std::vector<Suppression> suppressions = Reader(source, codes).read(*comments);
  if (suppressions.empty()) return report;

  Report::Counts counts = report.counts();
  std::vector<Violation> kept;
  for (const Violation& violation : report.violations()) {
    if (suppresses(suppressions, violation)) {
      --count_of(violation.severity, counts);
    } else {
      kept.push_back(violation);
    }
  }
  Findings findings(codes, limits.max_violations - std::min(kept.size(), limits.max_violations));
  for (const Suppression& one : suppressions) findings.note(one, counts);
  std::ranges::move(findings.kept(), std::back_inserter(kept));
  sort(kept);
  return {std::move(kept), counts};
}

}  // namespace admit::report
