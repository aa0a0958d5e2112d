// Regular expressions of ECMA-262 -> RE2 (translate_pattern, is_valid_pattern, Pattern). What is
// allowed and what it means: pattern_translator.h.
#include "format/ecma_pattern.h"

#include <re2/re2.h>

#include <utility>

#include "format/pattern_translator.h"

namespace admit::format {
namespace {

/// For the program and the states that searching adds to it. While compiling, RE2 takes about ten
/// times as much, at worst.
constexpr int kMaxProgramBytes = 4 * 1024 * 1024;

re2::RE2::Options options() {
  re2::RE2::Options options;
  options.set_encoding(re2::RE2::Options::EncodingUTF8);
  options.set_log_errors(false);
  options.set_never_capture(true);
  options.set_longest_match(true);
  options.set_max_mem(kMaxProgramBytes);
  return options;
}

PatternFault refusal(const re2::RE2& program) {
  if (program.error_code() == re2::RE2::ErrorPatternTooLarge) {
    return {"the compiled pattern takes more than 4 MiB", 0, true};
  }
  return {"RE2 refuses the pattern: " + program.error(), 0, true};
}

}  // namespace

struct Pattern::Program {
  Program(std::string_view ecma, const std::string& translated)
      : source(ecma), regexp(translated, options()) {}

  std::string source;
  re2::RE2 regexp;
};

Result<std::string, PatternFault> translate_pattern(std::string_view ecma) {
  return PatternTranslator(ecma).translate();
}

bool is_valid_pattern(std::string_view ecma) {
  const Result<std::string, PatternFault> translated = translate_pattern(ecma);
  return translated || translated.error().is_valid_ecma;
}

Result<Pattern, PatternFault> Pattern::compile(std::string_view ecma) {
  Result<std::string, PatternFault> translated = translate_pattern(ecma);
  if (!translated) return std::move(translated).error();
  auto program = std::make_shared<const Program>(ecma, translated.value());
  if (!program->regexp.ok()) return refusal(program->regexp);
  return Pattern(std::move(program));
}

Pattern::Pattern(std::shared_ptr<const Program> program) noexcept : program_(std::move(program)) {}

bool Pattern::matches(std::string_view text) const {
  const re2::StringPiece piece(text.data(), text.size());
  return program_->regexp.Match(piece, 0, text.size(), re2::RE2::UNANCHORED, nullptr, 0);
}

const std::string& Pattern::source() const noexcept {
  return program_->source;
}

std::size_t Pattern::program_size() const noexcept {
  return static_cast<std::size_t>(program_->regexp.ProgramSize());
}

}  // namespace admit::format
