// The law between proving and explaining: what is proved has nothing to report.
#include <doctest/doctest.h>

#include <stdexcept>
#include <string>
#include <vector>

#include "admit/create_service.h"
#include "engine/cases.h"
#include "prove/proof_law.h"
#include "prove/random_api.h"

namespace {

using namespace admit;
using namespace admit::test;

struct Tally {
  std::size_t proved = 0;
  std::size_t clean = 0;  ///< with nothing to report
  std::size_t judged = 0;
};

void judge(ProofLaw& law, const std::string& body, Tally& tally) {
  const ProofLaw::Outcome outcome = law.judge(body);
  INFO(body);
  CHECK(outcome.breach == "");
  ++tally.judged;
  tally.proved += outcome.is_proved ? 1 : 0;
  tally.clean += outcome.has_report ? 0 : 1;
}

std::vector<Options> create_service_options() {
  const std::vector<SeverityOverride> irregular = {
      {"service.duplicate-name", Severity::ignore},
      {"service.duplicate-address", Severity::ignore},
      {"service.skip-verify-unused", Severity::ignore}};
  std::vector<Options> all;
  for (const std::string_view revision : create_service_revisions()) {
    const std::string text(revision);
    all.push_back({.revision = text, .report_from = Severity::error});
    all.push_back({.revision = text, .strict = true, .severities = irregular});
    all.push_back({.revision = text,
                   .severities = irregular,
                   .unknown_members = UnknownMembers::deny,
                   .null_is_absent = false});
  }
  return all;
}

}  // namespace

TEST_CASE("requests of CreateService, whole and damaged") {
  RandomApi random(20261124);
  std::vector<std::string> bodies;
  for (const Case& request : load_all_cases()) {
    if (request.schema.empty() && request.body.size() < 20000) bodies.push_back(request.body);
  }
  Tally tally;
  for (Options& options : create_service_options()) {
    ProofLaw law = create_service_law(options);
    REQUIRE(law.is_provable());
    for (const std::string& body : bodies) {
      judge(law, body, tally);
      for (int i = 0; i < 12; ++i) judge(law, random.damaged(body), tally);
    }
  }
  CHECK(tally.judged > 10000);
  CHECK(tally.proved > 500);
  // Far more would be proved of what is not damaged.
  CHECK(tally.proved * 10 > tally.clean * 9);
}

TEST_CASE("small schemas and rules at random") {
  Tally tally;
  std::size_t provable = 0;
  for (std::uint32_t seed = 0; seed < 1500; ++seed) {
    CAPTURE(seed);
    RandomApi api(seed);
    const std::string schema = api.schema();
    INFO(schema);
    try {
      ProofLaw law(schema, api.rules(), api.options());
      provable += law.is_provable() ? 1 : 0;
      for (int i = 0; i < 40; ++i) {
        const std::string body = api.body();
        judge(law, body, tally);
        judge(law, api.damaged(body), tally);
      }
    } catch (const std::runtime_error& fault) {
      // Rules that no engine takes.
      const std::string words = fault.what();
      CHECK_MESSAGE(words.starts_with("build.rule"), words);
    }
  }
  CHECK(provable > 500);
  CHECK(tally.proved > 2000);
}

TEST_CASE("an empty string is not given, whatever else may stand there") {
  for (const char* schema : {"{}", R"({"properties":{"a":{}}})",
                             R"({"properties":{"a":{"type":["string","object"]}}})"}) {
    for (const char* member : {"a", "c/a"}) {
      CAPTURE(schema);
      CAPTURE(member);
      const auto rules = [&] {
        RuleSet set;
        set.add(require(member).as("test.rule"));
        return set;
      };
      ProofLaw law(schema, rules, {});
      REQUIRE(law.is_provable());
      for (const char* body : {R"({"a":""})", R"({"a":null})", R"({"c":{"a":""}})", "{}"}) {
        const ProofLaw::Outcome outcome = law.judge(body);
        CHECK(outcome.breach == "");
        CHECK_FALSE(outcome.is_proved);
      }
      const ProofLaw::Outcome given = law.judge(R"({"a":"x","c":{"a":"x"}})");
      CHECK(given.breach == "");
      CHECK(given.is_proved);
    }
  }
}

TEST_CASE("every request that is in order is proved where errors alone are reported") {
  std::size_t proved = 0;
  for (const Case& request : load_cases("ok")) {
    if (!request.schema.empty()) continue;
    CAPTURE(request.name);
    Options options = parse_options(request.options);
    options.report_from = Severity::error;
    ProofLaw law = create_service_law(options);
    const ProofLaw::Outcome outcome = law.judge(request.body);
    CHECK(outcome.breach == "");
    CHECK(outcome.is_proved);
    ++proved;
  }
  CHECK(proved > 30);
}
