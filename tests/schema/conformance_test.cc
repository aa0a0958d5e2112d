// The JSON Schema Test Suite, draft-07, through the front door: every case, optional ones and
// formats included, but for those that are listed here with the reason.
#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "admit/engine.h"
#include "schema/suite.h"

namespace {

using namespace admit;
using namespace admit::test;

// Groups in which admit differs from the suite for good. A group that passes after all must leave
// the list.
struct Difference {
  std::string_view file;
  std::string_view group;
  std::string_view reason;
};

constexpr std::string_view kContent = "content keywords are annotations (validation, section 8.1)";

const std::vector<Difference> kDifferences = {
    {"optional/content", "validation of string-encoded content based on media type", kContent},
    {"optional/content", "validation of binary string-encoding", kContent},
    {"optional/content", "validation of binary-encoded media type documents", kContent},
    {"optional/cross-draft", "refs to future drafts are processed as future drafts",
     "no draft but draft-07 is enforced, and a schema of another one is refused"},
};

Options suite_options() {
  Options options;
  options.resolver = find_remote;
  return options;
}

// What of a group does not come out as the suite says; empty where all does.
std::vector<std::string> failures_of(const SuiteGroup& group) {
  const auto engine = Engine::build(group.schema, {}, suite_options());
  if (!engine) return {engine.error().code + ": " + engine.error().message};
  std::vector<std::string> failures;
  Scratch scratch;
  for (const SuiteTest& test : group.tests) {
    const Report report = engine.value().check(test.body, scratch);
    const Verdict expected = test.is_valid ? Verdict::accept : Verdict::reject;
    if (report.verdict() == expected) continue;
    failures.push_back(test.description + ": " + std::string(to_string(report.verdict())));
  }
  return failures;
}

const Difference* find_difference(const SuiteGroup& group) {
  const auto found = std::ranges::find_if(kDifferences, [&](const Difference& difference) {
    return difference.file == group.file && difference.group == group.description;
  });
  return found == kDifferences.end() ? nullptr : &*found;
}

TEST_CASE("every case of the JSON Schema Test Suite comes out as it says") {
  const std::vector<SuiteGroup> groups = load_suite(true);
  if (groups.empty()) {
    MESSAGE("skipped: neither ADMIT_CONFORMANCE_DATA nor json-schema-test-suite is there");
    return;
  }
  std::size_t required = 0;
  std::size_t optional = 0;
  for (const SuiteGroup& group : groups) {
    CAPTURE(group.file);
    CAPTURE(group.description);
    const bool is_required = group.file.find('/') == std::string::npos;
    (is_required ? required : optional) += group.tests.size();
    const std::vector<std::string> failures = failures_of(group);
    if (const Difference* difference = find_difference(group)) {
      CHECK_FALSE(is_required);
      CHECK_MESSAGE(!failures.empty(), "passes after all, although " << difference->reason);
      continue;
    }
    for (const std::string& failure : failures) CHECK_MESSAGE(failure.empty(), failure);
  }
  MESSAGE(required << " required and " << optional << " optional cases");
  CHECK(required > 400);
}

}  // namespace
