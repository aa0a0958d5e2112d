// Says which names are secret, and picks the scan that fits the text. See mask.h.
#include "text/mask.h"

#include <algorithm>
#include <array>
#include <utility>

#include "text/secret_scan.h"

namespace admit::text {
namespace {

// Normal forms. The last two stand in longer names: awsSecretKey, vertexAuthKey.
constexpr std::array<std::string_view, 5> kBuiltIn = {"apikey", "apikeys", "accesskey", "secretkey",
                                                      "authkey"};

// What a byte of a name counts as; NUL where it is ignored.
constexpr std::array<char, 256> kNormal = [] {
  std::array<char, 256> table{};
  for (std::size_t i = 0; i < table.size(); ++i) {
    const bool is_digit = i >= '0' && i <= '9';
    const bool is_lower = i >= 'a' && i <= 'z';
    const bool is_upper = i >= 'A' && i <= 'Z';
    if (is_digit || is_lower || i >= 0x80) table[i] = static_cast<char>(i);
    if (is_upper) table[i] = static_cast<char>(i - 'A' + 'a');
  }
  return table;
}();

char normal(char c) noexcept {
  return kNormal[static_cast<unsigned char>(c)];
}

enum class Fit { whole, end };

// Whether `name`, made normal on the way, is or ends in `word`.
bool fits(std::string_view name, std::string_view word, Fit fit) noexcept {
  std::size_t left = word.size();
  for (std::size_t i = name.size(); i-- > 0;) {
    const char c = normal(name[i]);
    if (c == '\0') continue;
    if (left == 0) return fit == Fit::end;
    if (word[--left] != c) return false;
  }
  return left == 0;
}

bool ends_in_built_in(std::string_view name) noexcept {
  return std::any_of(kBuiltIn.begin(), kBuiltIn.end(),
                     [&](std::string_view word) { return fits(name, word, Fit::end); });
}

}  // namespace

std::string normal_name(std::string_view name) {
  std::string out;
  out.reserve(name.size());
  for (const char c : name) {
    if (normal(c) != '\0') out.push_back(normal(c));
  }
  return out;
}

SecretNames::SecretNames(const std::vector<std::string>& added) {
  for (const std::string& name : added) {
    std::string word = normal_name(name);
    if (!word.empty()) added_.push_back(std::move(word));
  }
}

bool SecretNames::matches(std::string_view member_name) const noexcept {
  if (is_none_) return false;
  return ends_in_built_in(member_name) ||
         std::any_of(added_.begin(), added_.end(),
                     [&](const std::string& word) { return fits(member_name, word, Fit::whole); });
}

bool SecretNames::ends_in_name(std::string_view word) const noexcept {
  if (is_none_) return false;
  return ends_in_built_in(word) ||
         std::any_of(added_.begin(), added_.end(),
                     [&](const std::string& name) { return fits(word, name, Fit::end); });
}

bool SecretNames::stand_in(std::string_view normal_text) const noexcept {
  if (is_none_) return false;
  const auto stands = [&](std::string_view word) {
    return normal_text.find(word) != std::string_view::npos;
  };
  return std::any_of(kBuiltIn.begin(), kBuiltIn.end(), stands) ||
         std::any_of(added_.begin(), added_.end(), stands);
}

std::vector<Span> find_secrets(std::string_view text, const SecretNames& names) {
  if (std::optional<std::vector<Span>> spans = scan_json(text, names)) return std::move(*spans);
  return scan_broken_json(text, names);
}

}  // namespace admit::text
