// Engine::proof: what keeps an engine from proving, and the counters of a Scratch.
#include <doctest/doctest.h>

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "admit/conditional_rule.h"
#include "admit/create_service.h"
#include "admit/engine.h"
#include "engine/cases.h"

namespace {

using namespace admit;
using namespace admit::test;

std::vector<std::string> obstacles_of(const std::string& schema, RuleSet rules = {}) {
  return Engine::build(schema, std::move(rules)).value().proof().obstacles;
}

class Irregular : public Rule {
 public:
  explicit Irregular(Severity severity) : Rule({{.id = "test.irregular", .severity = severity}}) {}
  void check(Node, Findings&) const override {}
};

RuleSet irregular(Severity severity) {
  RuleSet rules;
  rules.add(std::make_unique<Irregular>(severity));
  return rules;
}

}  // namespace

TEST_CASE("keywords that cannot be proved are named, with their place") {
  const std::vector<std::vector<std::string>> rows = {
      {"allOf", R"({"properties":{"a":{"allOf":[{}]}}})"},
      {"anyOf", R"({"properties":{"a":{"anyOf":[{}]}}})"},
      {"oneOf", R"({"properties":{"a":{"oneOf":[{}]}}})"},
      {"not", R"({"properties":{"a":{"not":{}}}})"},
      {"if", R"({"properties":{"a":{"if":{},"then":{}}}})"},
      {"uniqueItems", R"({"properties":{"a":{"uniqueItems":true}}})"},
      {"items", R"({"properties":{"a":{"items":[{}]}}})"},
      {"contains", R"({"properties":{"a":{"contains":{}}}})"},
      {"patternProperties", R"({"properties":{"a":{"patternProperties":{"x":{}}}}})"},
      {"propertyNames", R"({"properties":{"a":{"propertyNames":{}}}})"},
      {"dependencies", R"({"properties":{"a":{"dependencies":{"x":["y"]}}}})"}};
  for (const auto& row : rows) {
    CAPTURE(row[0]);
    const std::vector<std::string> obstacles = obstacles_of(row[1]);
    REQUIRE(obstacles.size() == 1);
    CHECK(obstacles.front() == "the keyword `" + row[0] + "` at `#/properties/a`");
  }
}

TEST_CASE("a keyword that nothing refers to is no obstacle") {
  CHECK(obstacles_of(R"({"definitions":{"a":{"not":{}}}})").empty());
}

TEST_CASE("irregular rules are obstacles from report_from on") {
  const std::vector<std::string> obstacles = obstacles_of("{}", irregular(Severity::warning));
  REQUIRE(obstacles.size() == 1);
  CHECK(obstacles.front() == "the rule `test.irregular` is not declarative");
  CHECK(obstacles_of("{}", irregular(Severity::info)).empty());
}

TEST_CASE("CreateService: proved at errors, and the rules that stand in the way of warnings") {
  for (const std::string_view revision : create_service_revisions()) {
    const std::string text(revision);
    const auto errors =
        create_service_engine({.revision = text, .report_from = Severity::error}).value();
    CHECK(errors.proof().obstacles.empty());
    CHECK(errors.proof().kernel != "");
    const auto warnings = create_service_engine({.revision = text}).value();
    CHECK(warnings.proof().obstacles ==
          std::vector<std::string>{"the rule `service.duplicate-name` is not declarative",
                                   "the rule `service.duplicate-address` is not declarative",
                                   "the rule `service.skip-verify-unused` is not declarative"});
    CHECK(warnings.proof().kernel == "");
  }
}

TEST_CASE("a Scratch counts what was proved and what was explained") {
  const Engine engine = create_service_engine({.report_from = Severity::error}).value();
  const std::string good = read_bytes(ADMIT_TEST_DATA "/ok/k8s.json");
  Scratch scratch;
  CHECK(engine.accepts(good, scratch));
  CHECK(engine.check(good, scratch).verdict() == Verdict::accept);
  CHECK_FALSE(engine.accepts("{", scratch));
  CHECK(engine.check({good, Syntax::yaml}, scratch).verdict() == Verdict::accept);
  const Scratch::Counters& counters = scratch.counters();
  CHECK(counters.proved + counters.explained == 4);
  CHECK(counters.proved == 2);
}

TEST_CASE("more members, rules and conditions than a program holds") {
  std::string properties;
  for (int i = 0; i < 65; ++i) {
    properties += (i > 0 ? "," : "") + std::string("\"p") + std::to_string(i) + "\":{}";
  }
  CHECK(obstacles_of(R"({"properties":{)" + properties + "}}") ==
        std::vector<std::string>{"more than 64 properties at `#`"});
  RuleSet rules;
  for (int i = 0; i < 70; ++i) {
    rules.add(require("a").when("/kind", {std::to_string(i)}).as("test.required"));
  }
  CHECK(obstacles_of("{}", std::move(rules)).size() == 8);
}
