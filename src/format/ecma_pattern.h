// Regular expressions of ECMA-262 (what JSON Schema draft-07, section 6.3.3, recommends) -> RE2
// syntax, or a Pattern that searches texts in linear time. Sources: ECMA-262 (2023), section 22.2,
// with the `u` flag; what Annex B.1.2 allows besides is taken where it cannot be mistaken: `\-` and
// other escaped punctuation, lone `]`, `{`, `}`, and `[\w-.]`.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

#include "admit/result.h"

namespace admit::format {

/// Why there is no Pattern.
struct PatternFault {
  std::string reason;          ///< lower-case words; a quotation of the pattern in backticks
  std::size_t offset = 0;      ///< bytes into the pattern
  bool is_valid_ecma = false;  ///< known to be well-formed: only RE2 cannot hold or match it
};

/// Longer patterns are refused, though still judged.
inline constexpr std::size_t kMaxPatternBytes = std::size_t{64} * 1024;

/// The counts of a repetition, multiplied with those of all repetitions around it, are at most this
/// (RE2 has the same limit).
inline constexpr std::size_t kMaxRepetition = 1000;

/// `ecma` in RE2 syntax: it begins with `\A` and goes as far as the end of what is searched for;
/// without captures. No RE2 object is made, so that the result may still be too large to compile.
/// Time and memory are linear in `ecma`.
///
/// A malformed pattern is told before what is merely impossible. Impossible are look-around,
/// back-references, lone surrogates, properties that RE2 has no table for, and what exceeds a
/// limit.
Result<std::string, PatternFault> translate_pattern(std::string_view ecma);

/// Whether `ecma` is well-formed, be it possible to match or not (format `regex`).
bool is_valid_pattern(std::string_view ecma);

/// A compiled pattern: immutable, cheap to copy, to be used by any number of threads at once.
class Pattern {
 public:
  /// The fault of a program of more than 4 MiB has offset 0.
  static Result<Pattern, PatternFault> compile(std::string_view ecma);

  /// Whether the pattern is found anywhere in `text` (UTF-8). At worst `program_size()` steps for
  /// each byte; ordinarily one. Throws std::bad_alloc alone.
  [[nodiscard]] bool matches(std::string_view text) const;

  /// The pattern as it was given to `compile`.
  [[nodiscard]] const std::string& source() const noexcept;

  /// Instructions of the compiled program, for those who budget work or memory.
  [[nodiscard]] std::size_t program_size() const noexcept;

 private:
  struct Program;

  explicit Pattern(std::shared_ptr<const Program> program) noexcept;

  std::shared_ptr<const Program> program_;
};

}  // namespace admit::format
