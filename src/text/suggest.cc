// Finds the word that was meant. See suggest.h. The distance is Damerau-Levenshtein in the form
// that edits no stretch twice (optimal string alignment).
#include "text/suggest.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>
#include <vector>

namespace admit::text {
namespace {

constexpr std::size_t kLongestWord = 64;
constexpr std::size_t kShortestWord = 3;

char to_lower(char c) noexcept {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool is_joiner(char c) noexcept {
  return c == '_' || c == '-';
}

bool is_same_word(std::string_view a, std::string_view b) noexcept {
  std::size_t i = 0;
  std::size_t j = 0;
  while (true) {
    while (i < a.size() && is_joiner(a[i])) ++i;
    while (j < b.size() && is_joiner(b[j])) ++j;
    if (i == a.size() || j == b.size()) return i == a.size() && j == b.size();
    if (to_lower(a[i++]) != to_lower(b[j++])) return false;
  }
}

std::size_t most_edits(std::size_t word_size) noexcept {
  if (word_size <= 4) return 1;
  return word_size <= 9 ? 2 : 3;
}

// Both words have at most kLongestWord bytes.
std::size_t edit_distance(std::string_view a, std::string_view b) noexcept {
  using Row = std::array<std::uint8_t, kLongestWord + 1>;
  Row before{};
  Row above{};
  Row row{};
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = static_cast<std::uint8_t>(j);
  for (std::size_t i = 1; i <= a.size(); ++i) {
    before = std::exchange(above, row);
    row[0] = static_cast<std::uint8_t>(i);
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const bool equal = to_lower(a[i - 1]) == to_lower(b[j - 1]);
      int least = std::min({above[j] + 1, row[j - 1] + 1, above[j - 1] + (equal ? 0 : 1)});
      const bool swapped = i > 1 && j > 1 && to_lower(a[i - 1]) == to_lower(b[j - 2]) &&
                           to_lower(a[i - 2]) == to_lower(b[j - 1]);
      if (swapped) least = std::min(least, before[j - 2] + 1);
      row[j] = static_cast<std::uint8_t>(least);
    }
  }
  return row[b.size()];
}

bool is_near_in_size(std::string_view a, std::string_view b, std::size_t most) noexcept {
  return a.size() <= b.size() + most && b.size() <= a.size() + most;
}

bool contains_word(std::string_view whole, std::string_view word) noexcept {
  const auto same = [](char a, char b) { return to_lower(a) == to_lower(b); };
  return std::search(whole.begin(), whole.end(), word.begin(), word.end(), same) != whole.end();
}

// The one candidate that `word` is a part of, as `NACOS` is of `MSE_NACOS`.
std::optional<std::string_view> only_container(std::string_view word,
                                               std::span<const std::string_view> candidates) {
  constexpr std::size_t kShortestPart = 4;
  if (word.size() < kShortestPart) return std::nullopt;
  std::optional<std::string_view> found;
  for (const std::string_view candidate : candidates) {
    if (!contains_word(candidate, word)) continue;
    if (found) return std::nullopt;
    found = candidate;
  }
  return found;
}

std::optional<std::string_view> nearest(std::string_view word,
                                        std::span<const std::string_view> candidates) {
  const std::size_t most = most_edits(word.size());
  std::size_t least = most + 1;
  std::optional<std::string_view> found;
  for (const std::string_view candidate : candidates) {
    if (candidate.size() > kLongestWord || !is_near_in_size(word, candidate, most)) continue;
    const std::size_t distance = edit_distance(word, candidate);
    if (distance >= least) continue;
    least = distance;
    found = candidate;
  }
  return found;
}

// The candidate that a long word is a misspelt beginning of, as `service.namespce` is of
// `service.namespace-required`.
std::optional<std::string_view> nearest_beginning(std::string_view word,
                                                  std::span<const std::string_view> candidates) {
  constexpr std::size_t kShortestBeginning = 8;
  if (word.size() < kShortestBeginning) return std::nullopt;
  std::vector<std::string_view> beginnings;
  for (const std::string_view candidate : candidates) {
    beginnings.push_back(candidate.size() > word.size() ? candidate.substr(0, word.size())
                                                        : std::string_view());
  }
  const auto found = nearest(word, beginnings);
  if (!found) return std::nullopt;
  return candidates[static_cast<std::size_t>(std::ranges::find(beginnings, *found) -
                                             beginnings.begin())];
}

}  // namespace

std::optional<std::string_view> closest(std::string_view word,
                                        std::span<const std::string_view> candidates) {
  if (word.empty() || word.size() > kLongestWord) return std::nullopt;
  for (const std::string_view candidate : candidates) {
    if (is_same_word(word, candidate)) return candidate;
  }
  if (word.size() < kShortestWord) return std::nullopt;
  if (const auto found = nearest(word, candidates)) return found;
  if (const auto found = only_container(word, candidates)) return found;
  return nearest_beginning(word, candidates);
}

}  // namespace admit::text
