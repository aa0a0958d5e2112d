// Secrets to plant in test texts, and the search for what is left of them after masking.
#pragma once

#include <cstddef>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "text/mask.h"

namespace admit::test {

/// A secret of `size` characters. `alphabet` may hold raw JSON escapes as multi-byte items.
inline std::string make_secret(std::mt19937& random, std::size_t size,
                               const std::vector<std::string>& alphabet) {
  std::string secret;
  for (std::size_t i = 0; i < size; ++i) secret += alphabet[random() % alphabet.size()];
  return secret;
}

inline std::vector<std::string> letters_of(std::string_view letters) {
  std::vector<std::string> items;
  for (const char c : letters) items.emplace_back(1, c);
  return items;
}

/// The first stretch of 4 bytes of `secret` that `shown` holds, or nothing. A stretch that
/// `innocent`, the text around the secrets, holds as well gives nothing away.
inline std::string find_leak(std::string_view shown, std::string_view secret,
                             std::string_view innocent) {
  constexpr std::size_t kWindow = 4;
  for (std::size_t at = 0; at + kWindow <= secret.size(); ++at) {
    const std::string_view window = secret.substr(at, kWindow);
    const bool is_shown = shown.find(window) != std::string_view::npos;
    if (is_shown && innocent.find(window) == std::string_view::npos) return std::string(window);
  }
  return {};
}

/// `text` with `***` in place of each of `spans`.
inline std::string masked(std::string_view text, const std::vector<text::Span>& spans) {
  std::string out;
  std::size_t at = 0;
  for (const text::Span& span : spans) {
    out.append(text.substr(at, span.begin - at)).append("***");
    at = span.end;
  }
  return out.append(text.substr(at));
}

/// `text` with `secret` in place of every `$`.
inline std::string plant(std::string_view text, std::string_view secret) {
  std::string out;
  for (const char c : text) {
    if (c == '$') {
      out += secret;
    } else {
      out.push_back(c);
    }
  }
  return out;
}

}  // namespace admit::test
