// What comes out of a check: a Verdict and the Violations behind it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "admit/severity.h"

namespace admit {

/// A place in the request's source text.
struct Position {
  std::size_t offset = 0;  ///< bytes from the start of the text, from 0
  std::size_t line = 1;    ///< lines from 1; LF, CRLF and a lone CR each end one
  std::size_t column = 1;  ///< code points into the line, from 1
};

/// The half-open stretch [start, end) of the source text.
struct Range {
  Position start;
  Position end;
};

/// The value of a parameter: a number, a text, or a list of texts.
using ParamValue =
    std::variant<std::int64_t, std::uint64_t, double, std::string, std::vector<std::string>>;

/// A typed detail of a violation, such as `member` = "namespace".
struct Param {
  std::string name;
  ParamValue value;
};

/// A further place that explains a violation.
struct Related {
  std::string pointer;  ///< JSON Pointer (RFC 6901)
  Range range;
  std::string message;  ///< a few words
};

/// One thing that is wrong with a request.
///
/// Owns everything it holds. Empty strings mean "does not apply"; `because` alone tells the empty
/// pointer (the whole document) from none.
struct Violation {
  std::string code;  ///< stable id, `family.name`; see codes.def and the codes of your own rules
  Severity severity = Severity::error;
  std::string pointer;  ///< JSON Pointer of the value; of the enclosing object for a missing member
  std::optional<std::string> because;  ///< JSON Pointer of the value that made the rule apply
  Range range;  ///< the value, the name of a member, or the `{` that lacks one
  std::vector<Param> params;
  std::string hint;    ///< the smallest repair
  std::string value;   ///< the offending value, cut at 64 bytes; `***` for a secret
  std::string schema;  ///< where in the schema the keyword stands, as `#/json/pointer`
  std::string source;  ///< which document states the rule
  std::vector<Related> related;
  std::string wording;  ///< text of message(), with `{name}` for parameters, `{value}`, `{place}`

  /// One line, lower-case, no full stop, the request's own words in backticks.
  [[nodiscard]] std::string message() const;

  /// The parameter called `name`, or null; lives as long as this violation.
  [[nodiscard]] const ParamValue* param(std::string_view name) const noexcept;
};

/// The outcome of checking one document. Owns its strings: it outlives body, Scratch and Engine.
class Report {
 public:
  /// The outcome when no verdict could be reached; `reason` must be a constant of the program.
  static Report undecided(const char* reason) noexcept;

  /// The same with a reason made at run time.
  static Report undecided(std::string reason) noexcept;

  /// A finished report: `violations` in document order, `counts` by severity, cap included.
  struct Counts {
    std::size_t errors = 0;
    std::size_t warnings = 0;
    std::size_t infos = 0;
  };
  Report() = default;
  Report(std::vector<Violation> violations, Counts counts) noexcept;

  /// accept exactly when nothing of severity error was found and the check came to its end.
  [[nodiscard]] Verdict verdict() const noexcept { return verdict_; }

  /// Those reported, in document order (offset, then code); at most Limits::max_violations.
  [[nodiscard]] std::span<const Violation> violations() const& noexcept { return violations_; }
  std::span<const Violation> violations() const&& = delete;  // they would be gone with the Report

  /// How many were found in all, by severity, reported or not.
  [[nodiscard]] const Counts& counts() const noexcept { return counts_; }

  /// How many were found and not reported, because there were more than Limits::max_violations.
  [[nodiscard]] std::size_t omitted() const noexcept;

  /// Why there is no verdict; empty unless undecided.
  [[nodiscard]] std::string_view undecided_reason() const noexcept;

 private:
  Verdict verdict_ = Verdict::accept;
  std::vector<Violation> violations_;
  Counts counts_;
  const char* fixed_reason_ = "";
  std::string reason_;
};

}  // namespace admit
