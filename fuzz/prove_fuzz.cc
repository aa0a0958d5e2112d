// Harness: the law of the fast path. What any kernel proves, explaining has nothing to report on,
// and all kernels are of one opinion.
//
// The first byte tells what the rest is: a request of CreateService for one of several engines, or
// the seed of a small schema with rules, and a body for it.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "create_service_mutator.h"
#include "json_edits.h"
#include "promise.h"
#include "prove/proof_law.h"
#include "prove/random_api.h"

extern "C" std::size_t LLVMFuzzerMutate(std::uint8_t* data, std::size_t size, std::size_t max_size);

namespace {

using admit::Options;
using admit::Severity;
using admit::fuzz::promise;
using admit::test::create_service_law;
using admit::test::ProofLaw;
using admit::test::RandomApi;

constexpr std::size_t kSeedBytes = 3;  // behind the first byte, for a schema
constexpr std::uint8_t kRandomApi = 0x80;

std::vector<ProofLaw> make_laws() {
  const std::vector<admit::SeverityOverride> irregular = {
      {"service.duplicate-name", Severity::ignore},
      {"service.duplicate-address", Severity::ignore},
      {"service.skip-verify-unused", Severity::ignore}};
  std::vector<ProofLaw> laws;
  for (const char* revision : {"2026-02-05", "2026-08-21"}) {
    laws.push_back(create_service_law({.revision = revision, .report_from = Severity::error}));
    laws.push_back(
        create_service_law({.revision = revision, .strict = true, .severities = irregular}));
    laws.push_back(create_service_law({.revision = revision,
                                       .severities = irregular,
                                       .unknown_members = admit::UnknownMembers::deny,
                                       .null_is_absent = false}));
  }
  return laws;
}

void hold(ProofLaw& law, std::string_view body) {
  const ProofLaw::Outcome outcome = law.judge(body);
  promise(outcome.breach.empty(), outcome.breach, body);
}

std::uint32_t seed_of(const std::uint8_t* data) {
  return data[0] | static_cast<std::uint32_t>(data[1]) << 8 |
         static_cast<std::uint32_t>(data[2]) << 16;
}

void hold_random_api(std::uint32_t seed, std::string_view body) {
  RandomApi api(seed);
  const std::string schema = api.schema();
  std::unique_ptr<ProofLaw> law;
  try {
    law = std::make_unique<ProofLaw>(schema, api.rules(), api.options());
  } catch (const std::runtime_error&) {
    return;  // rules that no engine takes
  }
  hold(*law, body);
  for (int i = 0; i < 8; ++i) {
    const std::string other = api.body();
    hold(*law, other);
    hold(*law, api.damaged(other));
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  if (data[0] >= kRandomApi) {
    if (size < 1 + kSeedBytes) return 0;
    hold_random_api(seed_of(data + 1), text.substr(1 + kSeedBytes));
    return 0;
  }
  static std::vector<ProofLaw> laws = make_laws();
  hold(laws[data[0] % laws.size()], text.substr(1));
  return 0;
}

extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t size,
                                               std::size_t max_size, unsigned int seed) {
  if (size < 2 || seed % 16 == 0) return LLVMFuzzerMutate(data, size, max_size);
  std::size_t prefix = 1;
  if (data[0] >= kRandomApi && size > 1 + kSeedBytes) prefix += kSeedBytes;
  return prefix + admit::fuzz::mutate_json(data + prefix, size - prefix, max_size - prefix, seed,
                                           admit::fuzz::create_service_edits(),
                                           admit::fuzz::create_service_words());
}
