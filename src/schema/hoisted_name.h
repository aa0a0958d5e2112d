// Names in the hoisted form: valijson cuts texts at NUL, so NUL is written in another way there.
#pragma once

#include <string>
#include <string_view>

namespace admit::schema {

/// `name` without NUL: NUL becomes \x01 `0`, and \x01 itself \x01 `1`.
inline std::string encode_name(std::string_view name) {
  std::string out;
  out.reserve(name.size());
  for (const char c : name) {
    if (c == '\0') {
      out +=
          "\x01"
          "0";
    } else if (c == '\x01') {
      out +=
          "\x01"
          "1";
    } else {
      out += c;
    }
  }
  return out;
}

/// What encode_name made `encoded` of.
inline std::string decode_name(std::string_view encoded) {
  std::string out;
  out.reserve(encoded.size());
  for (std::size_t i = 0; i < encoded.size(); ++i) {
    if (encoded[i] != '\x01' || i + 1 == encoded.size()) {
      out += encoded[i];
    } else {
      out += encoded[++i] == '0' ? '\0' : '\x01';
    }
  }
  return out;
}

}  // namespace admit::schema
