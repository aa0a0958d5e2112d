// Engine, direct compiler and valijson's Validator on the same schemas and bodies: those of the
// JSON Schema Test Suite, and random ones.
#include <doctest/doctest.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <exception>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "schema/judges.h"
#include "schema/random_body.h"
#include "schema/random_schema.h"
#include "schema/suite.h"

namespace {

using namespace admit;
using namespace admit::test;

// Groups of the suite on which valijson differs. One that does not any more must leave the list.
struct Difference {
  std::string_view file;
  std::string_view group;
  std::string_view reason;
};

constexpr std::string_view kBytes = "std::regex sees bytes, not code points, and knows ASCII alone";
constexpr std::string_view kSyntax = "std::regex has no property escapes";
constexpr std::string_view kControl = "std::regex of libstdc++ has no control escapes";
constexpr std::string_view kBignum = "a double is no integer for valijson, see 2^64";

constexpr Difference kDifferences[] = {
    {"optional/bignum", "integer", kBignum},
    {"optional/ecmascript-regex", "ECMA 262 regex escapes control codes with \\c and upper letter",
     kControl},
    {"optional/ecmascript-regex", "ECMA 262 regex escapes control codes with \\c and lower letter",
     kControl},
    {"optional/ecmascript-regex", "ECMA 262 \\D matches everything but ascii digits", kBytes},
    {"optional/ecmascript-regex", "ECMA 262 \\W matches everything but ascii letters", kBytes},
    {"optional/ecmascript-regex", "ECMA 262 \\s matches whitespace", kBytes},
    {"optional/ecmascript-regex", "ECMA 262 \\S matches everything but whitespace", kBytes},
    {"optional/ecmascript-regex", "patterns always use unicode semantics with pattern", kSyntax},
    {"optional/ecmascript-regex", "patterns always use unicode semantics with patternProperties",
     kSyntax},
    {"optional/ecmascript-regex", "pattern with non-ASCII digits", kSyntax},
    {"optional/ecmascript-regex", "patternProperties with non-ASCII digits", kSyntax},
    {"optional/non-bmp-regex", "Proper UTF-16 surrogate pair handling: pattern", kBytes},
    {"optional/non-bmp-regex", "Proper UTF-16 surrogate pair handling: patternProperties", kBytes},
};

const Difference* find_difference(const SuiteGroup& group) {
  const auto* found = std::ranges::find_if(kDifferences, [&](const Difference& difference) {
    return difference.file == group.file && difference.group == group.description;
  });
  return found == std::end(kDifferences) ? nullptr : found;
}

bool valijson_agrees(const Verdicts& verdicts) {
  return verdicts.abstains || verdicts.valijson == verdicts.direct;
}

// Checks all tests of a group; how many of them valijson has judged.
std::size_t check_group(const SuiteGroup& group) {
  Judges judges(group.schema, find_remote);
  const Difference* difference = find_difference(group);
  std::size_t judged = 0;
  std::size_t differences = 0;
  for (const SuiteTest& test : group.tests) {
    const Verdicts verdicts = judges.judge(test.body);
    const std::string words = test.description + ": " + to_text(verdicts);
    CHECK_MESSAGE(verdicts.engine == verdicts.direct, words);
    if (difference == nullptr) CHECK_MESSAGE(valijson_agrees(verdicts), words);
    differences += valijson_agrees(verdicts) ? 0 : 1;
    judged += verdicts.valijson ? 1 : 0;
    for (const std::string& fault : judges.find_faults(test.body))
      FAIL_CHECK(words << ": " << fault);
  }
  if (difference != nullptr) {
    CHECK_MESSAGE(differences > 0, "agrees after all, although " << difference->reason);
  }
  return judged;
}

TEST_CASE("the three agree on the JSON Schema Test Suite") {
  const auto groups = load_suite(true);
  if (groups.empty()) {
    MESSAGE("skipped: neither ADMIT_CONFORMANCE_DATA nor json-schema-test-suite is there");
    return;
  }
  std::size_t judged = 0;
  for (const SuiteGroup& group : groups) {
    CAPTURE(group.file);
    CAPTURE(group.description);
    if (group.file == "optional/cross-draft") continue;  // of another draft, and refused
    judged += check_group(group);
  }
  CHECK(judged > 400);
}

// What random pairs came to.
struct Tally {
  std::size_t pairs = 0;
  std::size_t accepted = 0;
  std::size_t judged_by_valijson = 0;
  std::size_t faults = 0;
};

void check_random_body(Judges& judges, const std::string& body, Tally& tally) {
  const Verdicts verdicts = judges.judge(body);
  std::vector<std::string> faults = judges.find_faults(body);
  if (verdicts.engine != verdicts.direct) faults.push_back("the direct compiler differs");
  if (!valijson_agrees(verdicts)) faults.push_back("valijson differs");
  for (const std::string& fault : faults) {
    FAIL_CHECK(fault << "; " << to_text(verdicts) << "; body: " << body);
  }
  ++tally.pairs;
  tally.accepted += verdicts.direct == true ? 1 : 0;
  tally.judged_by_valijson += verdicts.valijson ? 1 : 0;
  tally.faults += faults.size();
}

void check_random_schema(std::mt19937& random, std::size_t bodies, Tally& tally) {
  const std::string schema = random_schema(random);
  CAPTURE(schema);
  try {
    Judges judges(schema);
    for (; bodies > 0; --bodies) {
      check_random_body(judges, random_body(judges.form(), random), tally);
    }
  } catch (const std::exception& error) {
    FAIL_CHECK(std::string(error.what()));
    ++tally.faults;
  }
}

TEST_CASE("the three agree on random schemas and bodies") {
  constexpr std::size_t kSchemas = 100;
  constexpr std::size_t kBodies = 51;
  constexpr std::size_t kEnoughFaults = 5;
  Tally tally;
  for (const std::uint32_t seed : {1U, 2U, 3U, 4U}) {
    std::mt19937 random(seed);
    for (std::size_t n = 0; n < kSchemas && tally.faults < kEnoughFaults; ++n) {
      check_random_schema(random, kBodies, tally);
    }
  }
  MESSAGE(tally.pairs << " pairs, " << tally.accepted << " of them accepted, "
                      << tally.judged_by_valijson << " judged by valijson too");
  CHECK(tally.pairs >= 20000);
  CHECK(tally.accepted * 10 >= tally.pairs);
  CHECK((tally.pairs - tally.accepted) * 10 >= tally.pairs);
  CHECK(tally.judged_by_valijson * 2 >= tally.pairs);
}

}  // namespace
