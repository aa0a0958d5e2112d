// Quantifiers of a regular expression -> how often (read_quantifier). See pattern_quantifier.h.
#include "format/pattern_quantifier.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "format/quote.h"

namespace admit::format {
namespace {

/// The digits of one count, without leading zeros.
std::string_view read_digits(PatternReader& reader) {
  std::string_view digits = reader.take_run(kDigit);
  while (digits.size() > 1 && digits.front() == '0') digits.remove_prefix(1);
  return digits;
}

bool is_less(std::string_view digits, std::string_view others) noexcept {
  return digits.size() != others.size() ? digits.size() < others.size() : digits < others;
}

std::size_t count_of(std::string_view digits) noexcept {
  constexpr std::size_t kDigitsOfMost = 4;
  if (digits.size() > kDigitsOfMost) return kMaxRepetition + 1;
  std::size_t count = 0;
  for (const char digit : digits) count = 10 * count + static_cast<std::size_t>(digit - '0');
  return count;
}

/// A count that is small enough.
std::size_t checked_count(PatternReader& reader, std::size_t begin, std::string_view digits) {
  const std::size_t count = count_of(digits);
  if (count > kMaxRepetition) {
    reader.refuse(begin, quoted(reader.since(begin)) + " repeats more than " +
                             std::to_string(kMaxRepetition) + " times");
  }
  return std::min(count, kMaxRepetition);
}

std::optional<Quantifier> read_counts(PatternReader& reader) {
  const std::size_t begin = reader.at();
  reader.take("{");
  const std::string_view least = read_digits(reader);
  const bool has_comma = reader.take(",");
  const std::string_view most = has_comma ? read_digits(reader) : least;
  if (least.empty() || !reader.take("}")) {
    reader.rewind(begin);
    return std::nullopt;
  }
  Quantifier quantifier;
  quantifier.least = checked_count(reader, begin, least);
  if (most.empty()) return quantifier;
  if (is_less(most, least)) {
    reader.malformed(begin, quoted(reader.since(begin)) + " has its counts out of order");
  }
  quantifier.most = checked_count(reader, begin, most);
  return quantifier;
}

std::optional<Quantifier> read_counts_or_sign(PatternReader& reader) {
  if (reader.take("*")) return Quantifier{};
  if (reader.take("+")) return Quantifier{1, std::nullopt, false};
  if (reader.take("?")) return Quantifier{0, 1, false};
  if (reader.peek() == '{') return read_counts(reader);
  return std::nullopt;
}

}  // namespace

std::optional<Quantifier> read_quantifier(PatternReader& reader) {
  std::optional<Quantifier> quantifier = read_counts_or_sign(reader);
  if (quantifier) quantifier->is_lazy = reader.take("?");
  return quantifier;
}

}  // namespace admit::format
