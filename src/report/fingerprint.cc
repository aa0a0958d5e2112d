// Texts to fingerprints. See fingerprint.h. RFC 9923, The FNV Non-Cryptographic Hash Algorithm:
// FNV-1a with the parameters for 64 bits.
#include "report/fingerprint.h"

#include <fmt/format.h>

namespace admit::report {
namespace {

constexpr std::uint64_t kPrime = 0x00000100000001b3;

}  // namespace

Fingerprint& Fingerprint::add(std::string_view text) noexcept {
  for (const char c : text) add(static_cast<unsigned char>(c));
  add(static_cast<unsigned char>(0));
  return *this;
}

std::string Fingerprint::hex() const {
  return fmt::format("{:016x}", hash_);
}

void Fingerprint::add(unsigned char byte) noexcept {
  hash_ = (hash_ ^ byte) * kPrime;
}

}  // namespace admit::report
