// Engine::build and create_service_engine: what is refused, under which code and in which words.
#include <doctest/doctest.h>

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "admit/create_service.h"
#include "engine/own_api.h"

namespace {

using namespace admit;
using namespace admit::test;

BuildError fault_of(Result<Engine, BuildError> built) {
  REQUIRE(!built);
  return std::move(built).error();
}

BuildError rule_fault(ConditionalRule rule) {
  RuleSet rules;
  rules.add(std::move(rule));
  return fault_of(Engine::build(kOwnSchema, std::move(rules)));
}

bool holds(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

TEST_CASE("a rule whose patterns are malformed is refused by its code") {
  const auto fine = [] { return require("region").in("/items/*").as("acme.r"); };
  const ConditionalRule faulty[] = {
      fine().in("items/*"),
      fine().in("/items/~2"),
      fine().in("/items/~"),
      fine().in("*"),
      require("").as("acme.r"),
      require("/region").as("acme.r"),
      require("targets/*").as("acme.r"),
      fine().when("kind", {"A"}),
      fine().when("", {"A"}),
      fine().when("/kind", {}),
      fine().when_not("/kind", {}),
      fine().when("/other/*/kind", {"A"}),
      fine().when("/items/*/targets/*", {"A"}),
      expect_format("group", nullptr, "anything").as("acme.r"),
  };
  for (const ConditionalRule& rule : faulty) {
    CAPTURE(rule.declaration().scope);
    CAPTURE(rule.declaration().member);
    const BuildError fault = rule_fault(rule);
    CHECK(fault.code == "build.rule");
    CHECK(holds(fault.message, "acme.r"));
    CHECK(!fault.position);
  }
}

TEST_CASE("what a fault quotes of a schema or an option stays on one line") {
  const BuildError of_schema = fault_of(Engine::build("{\"prop\\nties\":{}}", {}));
  CHECK(of_schema.code == "build.keyword");
  CHECK(holds(of_schema.message, "`prop\\u000aties`"));
  Options options;
  options.severities = {{"no.\nsuch", Severity::error}};
  const BuildError of_option = fault_of(Engine::build("{}", {}, options));
  CHECK(of_option.code == "build.option");
  CHECK(holds(of_option.message, "`no.\\u000asuch`"));
}

TEST_CASE("a rule needs a code of its own family") {
  for (const char* id : {"", "acme", "acme.", ".acme", "acme..r", "Acme.r", "acme r.x", "acme.r_x",
                         "schema.type", "schema.own", "input.syntax", "input.own", "build.rule"}) {
    CAPTURE(id);
    CHECK(rule_fault(require("region").as(id)).code == "build.rule");
  }
  CHECK(rule_fault(require("region")).code == "build.rule");
  class Codeless : public Rule {
   public:
    Codeless() : Rule({}) {}
    void check(Node, Findings&) const override {}
  };
  RuleSet rules;
  rules.add(std::make_unique<Codeless>());
  CHECK(fault_of(Engine::build(kOwnSchema, std::move(rules))).code == "build.rule");
}

TEST_CASE("a rule may use one of admit's own codes, with all that is known of it") {
  const Engine engine = own_engine_of(require("region").as(Code::service_namespace_required));
  CHECK(found_in(engine, "{}") == Lines{"error service.namespace-required  - region"});
  const Engine older =
      own_engine_of(require("region").as("service.name-required"), {.revision = "2026-02-05"});
  CHECK(found_in(older, "{}").empty());
  CHECK(
      found_in(own_engine_of(require("region").as("service.gateway-id-missing"), {.strict = true}),
               "{}") == Lines{"error service.gateway-id-missing  - region"});
}

TEST_CASE("an unknown severity code is refused with the nearest one") {
  const auto fault = [](const std::string& code) {
    return fault_of(create_service_engine({.severities = {{code, Severity::warning}}}));
  };
  CHECK(fault("service.namespace-requred").code == "build.option");
  CHECK(holds(fault("service.namespace-requred").message, "service.namespace-requred"));
  CHECK(holds(fault("service.namespace-requred").hint, "`service.namespace-required`"));
  CHECK(holds(fault("endpont.*").hint, "`endpoint.*`"));
  CHECK(holds(fault("schema.unknown_member").hint, "`schema.unknown-member`"));
  for (const char* code :
       {"", "*", "service", "service.", "service.*.*", ".*", "acme.x", "build.rule"}) {
    CAPTURE(code);
    CHECK(fault(code).code == "build.option");
    CHECK(!fault(code).hint.empty());
  }
}

TEST_CASE("the severity of unreadable bytes cannot be changed") {
  for (const char* code : {"input.*", "input.syntax", "input.duplicate-key", "input.too-large"}) {
    CAPTURE(code);
    const BuildError fault =
        fault_of(create_service_engine({.severities = {{code, Severity::ignore}}}));
    CHECK(fault.code == "build.option");
    CHECK(holds(fault.message, code));
  }
}

TEST_CASE("a code of a rule is known to the options, one of another engine is not") {
  RuleSet rules;
  rules.add(require("region").as("acme.region"));
  CHECK(Engine::build(kOwnSchema, std::move(rules), {.severities = {{"acme.*", Severity::info}}}));
  CHECK(
      fault_of(Engine::build(kOwnSchema, {}, {.severities = {{"acme.*", Severity::info}}})).code ==
      "build.option");
  CHECK(fault_of(Engine::build(kOwnSchema, {}, {.severities = {{"service.*", Severity::info}}}))
            .code == "build.option");
}

TEST_CASE("an unknown revision is refused, and the known ones are named") {
  for (const char* revision : {"2026-02-06", "2026", "newest", " 2026-02-05"}) {
    CAPTURE(revision);
    const BuildError fault = fault_of(create_service_engine({.revision = revision}));
    CHECK(fault.code == "build.option");
    CHECK(holds(fault.message, revision));
    CHECK(holds(fault.hint, "2026-02-05"));
    CHECK(holds(fault.hint, "2026-08-21"));
  }
}

TEST_CASE("a report without room for a violation is refused, for it could not say why") {
  CHECK(fault_of(create_service_engine({.limits = {.max_violations = 0}})).code == "build.option");
}

TEST_CASE("a schema that cannot be enforced is refused where it stands") {
  struct Row {
    const char* schema;
    const char* code;
    const char* pointer;
  };
  const Row rows[] = {
      {"", "build.schema-syntax", ""},
      {"{", "build.schema-syntax", ""},
      {R"({"type":"object","tpye":"object"})", "build.keyword", "/tpye"},
      {R"_({"properties":{"a":{"pattern":"(?!x)"}}})_", "build.pattern", "/properties/a/pattern"},
      {R"({"type":"objekt"})", "build.schema-invalid", "/type"},
      {R"({"properties":{"a":{"minItems":-1}}})", "build.schema-invalid", "/properties/a/minItems"},
      {R"({"properties":{"a":{"$ref":"#/definitions/b"}}})", "build.reference",
       "/properties/a/$ref"},
      {R"({"$ref":"#"})", "build.loop", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.schema);
    const BuildError fault = fault_of(Engine::build(row.schema, {}));
    CHECK(fault.code == row.code);
    CHECK(fault.pointer.starts_with(row.pointer));
    CHECK(!fault.message.empty());
    CHECK(fault.position);
  }
  CHECK(Engine::build(R"({"properties":{"a":{"$ref":"#"}}})", {}));
}

TEST_CASE("the depth of a schema is bounded by an option") {
  const auto builds = [](std::size_t nested, std::size_t limit) {
    std::string schema;
    for (std::size_t i = 0; i < nested; ++i) schema += R"({"items":)";
    auto built = Engine::build(schema + "{}" + std::string(nested, '}'), {},
                               {.limits = {.max_schema_depth = limit}});
    if (!built) CHECK(built.error().code == "build.depth");
    return built.has_value();
  };
  for (const std::size_t limit : {1, 2, 8, 64}) {
    CAPTURE(limit);
    CHECK(builds(limit, limit));
    CHECK(!builds(limit + 1, limit));
  }
  CHECK(!builds(100000, 64));
}

TEST_CASE("an engine needs nothing of what it was built from") {
  auto schema = std::make_unique<std::string>(kOwnSchema);
  auto options = std::make_unique<Options>();
  options->secret_members = {"group"};
  auto rules = std::make_unique<RuleSet>();
  rules->add(require("region").in("/items/*").as("acme.region"));
  auto built = Engine::build(*schema, std::move(*rules), *options);
  REQUIRE(built);
  auto engine = std::make_unique<Engine>(built.value());
  schema->assign(schema->size(), ' ');
  schema.reset();
  options.reset();
  rules.reset();
  const Engine copy = *engine;
  engine.reset();
  CHECK(found_in(copy, R"({"items":[{}]})") == Lines{"error acme.region /items/0 - region"});
  CHECK(found_in(built.value(), R"({"items":[{}]})") == found_in(copy, R"({"items":[{}]})"));
}

TEST_CASE("an engine lists the codes that it can raise, as severe as it raises them") {
  const auto built =
      create_service_engine({.strict = true, .severities = {{"endpoint.*", Severity::info}}});
  REQUIRE(built);
  std::size_t listed = 0;
  for (const EngineCode& code : built.value().codes()) {
    ++listed;
    CHECK(!code.info.title.empty());
    if (code.info.id == "service.addresses-too-many") CHECK(code.severity == Severity::error);
    if (code.info.id.starts_with("endpoint.")) CHECK(code.severity == Severity::info);
    if (code.info.id == "schema.unknown-member") CHECK(code.severity == Severity::warning);
  }
  CHECK(listed == code_rows().size());
  RuleSet rules;
  rules.add(require("region").as("acme.region"));
  const Engine own = own_engine(std::move(rules));
  CHECK(own.codes().back().info.id == "acme.region");
}

TEST_CASE("the options in force are filled in") {
  const Engine shipped = build_engine(Options{});
  CHECK(shipped.options().revision == create_service_revisions().back());
  CHECK(shipped.options().unknown_members == UnknownMembers::warn);
  CHECK(shipped.options().null_is_absent == true);
  const Engine own = own_engine({});
  CHECK(own.options().revision.empty());
  CHECK(own.options().unknown_members == UnknownMembers::ignore);
  CHECK(own.options().null_is_absent == false);
}

}  // namespace
