// Fingerprint: a few texts -> a short name for them, the same in every run.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace admit::report {

/// FNV-1a of 64 bits over what was added. For telling results apart, not against an adversary.
class Fingerprint {
 public:
  /// Adds `text` and a zero byte, so that "a", "bc" differs from "ab", "c".
  Fingerprint& add(std::string_view text) noexcept;

  /// 16 lower-case hexadecimal digits.
  [[nodiscard]] std::string hex() const;

 private:
  void add(unsigned char byte) noexcept;

  std::uint64_t hash_ = 0xcbf29ce484222325;  // the offset basis
};

}  // namespace admit::report
