// Engines for an API of one's own: the examples of the public headers, declarative and irregular
// rules, and rules that misbehave.
#include <doctest/doctest.h>

#include <memory>
#include <new>
#include <stdexcept>
#include <string>
#include <vector>

#include "admit/rule.h"
#include "engine/own_api.h"

namespace {

using namespace admit;
using namespace admit::test;

// The example of rule.h: an irregular rule.
class NoDefaultGroup : public Rule {
 public:
  NoDefaultGroup()
      : Rule({{.id = "acme.no-default-group", .title = "a group of its own for each item"}}) {}

  void check(Node request, Findings& out) const override {
    for (const Node item : request["items"].items()) {
      if (item["group"].string() != "DEFAULT_GROUP") continue;
      out.at("acme.no-default-group", item["group"])
          .because(request["kind"])
          .param("wanted", std::string("a name"))
          .message("{place} is {value}, wanted {wanted}")
          .hint("rename it");
    }
  }
};

// Does in check() whatever it is told to.
class Scripted : public Rule {
 public:
  using Script = void (*)(Node request, Findings& out);

  explicit Scripted(Script script)
      : Rule({{.id = "acme.scripted", .title = "scripted"}}), script_(script) {}

  void check(Node request, Findings& out) const override { script_(request, out); }

 private:
  Script script_;
};

Engine scripted(Scripted::Script script) {
  return own_engine_of(std::make_unique<Scripted>(script));
}

TEST_CASE("the example of the engine: a declarative rule and an irregular one") {
  RuleSet rules;
  rules.add(admit::require("region")
                .in("/items/*")
                .when("/kind", {"REGIONAL"})
                .as("acme.region-required"));
  rules.add(std::make_unique<NoDefaultGroup>());
  const Engine engine = own_engine(std::move(rules));
  CHECK(found_in(engine,
                 R"({"kind":"REGIONAL","items":[{"region":"eu"},{"group":"DEFAULT_GROUP"}]})") ==
        Lines{"error acme.region-required /items/1 - region",
              "error acme.no-default-group /items/1/group"});
  CHECK(found_in(engine, R"({"kind":"GLOBAL","items":[{"group":"g"},{}]})").empty());

  Scratch scratch;
  std::vector<std::string> log;
  const std::string body = R"({"kind":"REGIONAL","items":[{}]})";
  if (!engine.accepts(body, scratch)) {
    Report report = engine.check(body, scratch);
    for (const Violation& v : report.violations()) log.push_back(v.code + v.pointer + v.message());
  }
  REQUIRE(log.size() == 1);
  CHECK(log[0].starts_with("acme.region-required/items/0`region` is missing"));
}

TEST_CASE("the example of conditional_rule.h: a condition on the very item") {
  const Engine engine = own_engine_of(admit::require("region")
                                          .in("/items/*")
                                          .when("/items/*/kind", {"REGIONAL"})
                                          .as("acme.region-required"));
  CHECK(
      found_in(
          engine,
          R"({"items":[{"kind":"REGIONAL"},{"kind":"x"},{},{"kind":"REGIONAL","region":"eu"}]})") ==
      Lines{"error acme.region-required /items/0 - region"});
}

TEST_CASE("the example of node.h: names of the items") {
  const Engine engine = scripted([](Node request, Findings& out) {
    for (Node item : request["items"].items())
      if (auto region = item["region"].string())
        out.at("acme.scripted", item["region"]).message("no");
  });
  CHECK(found_in(engine, R"({"items":[{"region":"a"},{"region":7},{"region":null},{}]})") ==
        Lines{"error acme.scripted /items/0/region", "error schema.type /items/1/region",
              "error schema.type /items/2/region"});
}

TEST_CASE("message, hint and parameters of an irregular rule") {
  const Engine engine = own_engine_of(std::make_unique<NoDefaultGroup>());
  Scratch scratch;
  const Report report =
      engine.check(R"({"kind":"GLOBAL","items":[{"group":"DEFAULT_GROUP"}]})", scratch);
  REQUIRE(report.violations().size() == 1);
  const Violation& violation = report.violations()[0];
  CHECK(violation.message() == "`/items/0/group` is `DEFAULT_GROUP`, wanted `a name`");
  CHECK(violation.hint == "rename it");
  CHECK(violation.because == "/kind");
  CHECK(violation.value == "DEFAULT_GROUP");
  CHECK(violation.range.start.offset == 35);
  CHECK(violation.range.end.offset == 50);
}

TEST_CASE("a declarative rule with every refinement") {
  const Engine engine = own_engine_of(admit::require("owner/team")
                                          .when("/kind", {"REGIONAL", "GLOBAL"})
                                          .as("acme.team-required")
                                          .severity(Severity::warning)
                                          .title("a team")
                                          .source("the handbook")
                                          .message("nobody is responsible")
                                          .hint("name a team"));
  Scratch scratch;
  const Report report = engine.check(R"({"kind":"GLOBAL","owner":{}})", scratch);
  CHECK(report.verdict() == Verdict::accept);
  REQUIRE(report.violations().size() == 1);
  const Violation& violation = report.violations()[0];
  CHECK(violation.pointer == "/owner");
  CHECK(violation.because == "/kind");
  CHECK(violation.severity == Severity::warning);
  CHECK(violation.message() == "nobody is responsible");
  CHECK(violation.hint == "name a team");
  CHECK(violation.source == "the handbook");
  CHECK(found_in(engine, R"({"kind":"GLOBAL"})") == Lines{"warning acme.team-required  - owner"});
  CHECK(found_in(engine, R"({"kind":"GLOBAL","owner":{"team":""}})") ==
        Lines{"warning acme.team-required /owner/team"});
  CHECK(found_in(engine, R"({"kind":"none"})") == Lines{"error schema.enum /kind"});
}

TEST_CASE("declarative rules of every kind") {
  const auto found = [](ConditionalRule rule, const std::string& item) {
    return found_in(own_engine_of(rule.in("/items/*")), R"({"items":[)" + item + "]}");
  };
  const Format is_lower = [](std::string_view text) noexcept {
    return text.find_first_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ") == std::string_view::npos;
  };
  CHECK(found(require("targets", 2).as("acme.few"), R"({"targets":["a"]})") ==
        Lines{"error acme.few /items/0/targets"});
  CHECK(found(require("targets", 2).as("acme.few"), R"({"targets":["a","b"]})").empty());
  CHECK(found(forbid("group").when_not("/items/*/kind", {"A"}).as("acme.no"),
              R"({"kind":"B","group":"g"})") == Lines{"error acme.no /items/0/group"});
  CHECK(found(forbid("group").when_not("/items/*/kind", {"A"}).as("acme.no"),
              R"({"kind":"A","group":"g"})")
            .empty());
  CHECK(found(forbid("group").when_not("/items/*/kind", {"A"}).as("acme.no"), R"({"group":"g"})")
            .empty());
  CHECK(found(expect_format("group", is_lower, "lower case").as("acme.case"),
              R"({"group":"Up"})") == Lines{"error acme.case /items/0/group"});
  CHECK(found(expect_at_most("targets", 1).as("acme.many"), R"({"targets":["a","b"]})") ==
        Lines{"error acme.many /items/0/targets"});
  CHECK(
      found(expect_endpoint("targets/*"), R"({"targets":["a:80","http://a",":1"]})") ==
      Lines{"error endpoint.scheme /items/0/targets/1", "error endpoint.empty /items/0/targets/2"});
  CHECK(found(expect_ip_host("targets/*").as("acme.ip"), R"({"targets":["a:80","1.1.1.1","?"]})") ==
        Lines{"error acme.ip /items/0/targets/0"});
  CHECK(found(expect_name_host("targets/*").as("acme.name"), R"({"targets":["a","1.1.1.1"]})") ==
        Lines{"error acme.name /items/0/targets/1"});
  CHECK(found(expect_port("targets/*").as("acme.port"), R"({"targets":["a","a:80"]})") ==
        Lines{"error acme.port /items/0/targets/0"});
}

TEST_CASE("a rule is not heard on a value of the wrong type, the root included") {
  const Engine engine = scripted([](Node request, Findings& out) {
    out.at("acme.scripted", request).message("no");
    out.at("acme.scripted", request["kind"]).message("no");
  });
  CHECK(found_in(engine, "[1]") == Lines{"error schema.type "});
  CHECK(found_in(engine, R"({"kind":7})") ==
        Lines{"error acme.scripted ", "error schema.type /kind"});
  CHECK(found_in(engine, R"({"kind":"A"})") ==
        Lines{"error acme.scripted ", "error schema.enum /kind"});
}

TEST_CASE("a rule that throws leaves no verdict") {
  const Engine engines[] = {
      scripted([](Node, Findings&) { throw std::runtime_error("no luck"); }),
      scripted([](Node, Findings&) { throw std::bad_alloc(); }),
      scripted([](Node, Findings&) { throw 7; }),
  };
  const char* reasons[] = {"no luck", "memory ran out", "a rule threw"};
  for (std::size_t i = 0; i < 3; ++i) {
    Scratch scratch;
    const Report report = engines[i].check(R"({"kind":"GLOBAL"})", scratch);
    CHECK(report.verdict() == Verdict::undecided);
    CHECK(report.violations().empty());
    CHECK(report.undecided_reason().find(reasons[i]) != std::string_view::npos);
    CHECK(!engines[i].accepts(R"({"kind":"GLOBAL"})", scratch));
    CHECK(scratch.counters().undecided == 2);
    CHECK(scratch.counters().explained == 0);

    const Engine sound = own_engine({});
    CHECK(sound.accepts(R"({"kind":"GLOBAL"})", scratch));
    CHECK(scratch.counters().undecided == 2);
    CHECK(scratch.counters().explained + scratch.counters().proved == 1);
  }
}

TEST_CASE("a rule that throws is not reached by a body that cannot be read") {
  const Engine engine = scripted([](Node, Findings&) { throw 7; });
  CHECK(found_in(engine, "{").size() == 1);
}

TEST_CASE("a code that the rule did not declare leaves no verdict") {
  const Engine engine =
      scripted([](Node request, Findings& out) { out.at("acme.other", request).message("no"); });
  Scratch scratch;
  const Report report = engine.check("{}", scratch);
  CHECK(report.verdict() == Verdict::undecided);
  CHECK(report.undecided_reason().find("acme.other") != std::string_view::npos);
}

TEST_CASE("what is absent cannot be reported") {
  const Engine engine = scripted([](Node request, Findings& out) {
    out.at("acme.scripted", request["nothing"]).message("no").because(request["nothing"]);
    out.at_name("acme.scripted", Node()).related(Node(), "nowhere");
  });
  CHECK(found_in(engine, "{}").empty());
}

TEST_CASE("a finding may name the root, and the name of what has none") {
  const Engine engine = scripted([](Node request, Findings& out) {
    out.at_name("acme.scripted", request).message("root").related(request, "here");
    out.missing("acme.scripted", request, "a/b~c").message("{member}");
  });
  Scratch scratch;
  const Report report = engine.check(" {}", scratch);
  REQUIRE(report.violations().size() == 2);
  CHECK(report.violations()[0].range.start.offset == 1);
  CHECK(report.violations()[1].range.end.offset == 2);
  CHECK(report.violations()[1].message() == "`a/b~c`");
}

TEST_CASE("a missing member names its misspelt twin") {
  const Engine engine = own_engine_of(admit::require("region").in("/items/*").as("acme.region"),
                                      {.unknown_members = UnknownMembers::warn});
  Scratch scratch;
  const Report report = engine.check(R"({"items":[{"Region":"eu"},{"colour":"red"}]})", scratch);
  CHECK(list_violations(report) == Lines{"error acme.region /items/0 - region",
                                         "error acme.region /items/1 - region",
                                         "warning schema.unknown-member /items/1/colour"});
  const Violation& first = report.violations()[0];
  REQUIRE(first.related.size() == 1);
  CHECK(first.related[0].pointer == "/items/0/Region");
  CHECK(first.hint.find("`Region`") != std::string::npos);
}

TEST_CASE("the same finding twice is said once, and counted once") {
  const Engine engine = scripted([](Node request, Findings& out) {
    for (int i = 0; i < 3; ++i) {
      out.at("acme.scripted", request["kind"]).message("no");
      out.missing("acme.scripted", request, "a").message("no");
      out.missing("acme.scripted", request, "b").message("no");
    }
  });
  Scratch scratch;
  const Report report = engine.check(R"({"kind":"GLOBAL"})", scratch);
  CHECK(list_violations(report) ==
        Lines{"error acme.scripted  - a", "error acme.scripted  - b", "error acme.scripted /kind"});
  CHECK(report.counts().errors == 3);
  CHECK(report.omitted() == 0);
}

}  // namespace
