// Schema text -> Plan: what is built, and every BuildError with its place.
#include "schema/build_plan.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include "admit/create_service.h"

namespace admit::schema {
namespace {

Result<Plan, BuildError> build(std::string_view text, PlanOptions options = {}) {
  auto built = build_plan(text, options);
  if (!built) return std::move(built).error();
  return std::move(built.value().plan);
}

TEST_CASE("a schema becomes flat nodes with the author's locations") {
  const auto plan = build(R"({
    "type": ["object", "null"],
    "properties": {"b": {"$ref": "#/definitions/n"}, "a": {"enum": [1, "x", null]}},
    "additionalProperties": false,
    "required": ["b", "a"],
    "definitions": {"n": {"type": "integer", "minimum": -9223372036854775808, "maximum": 1.5}}
  })");
  REQUIRE(plan);
  const PlanNode& root = plan.value().node(0);
  CHECK(root.location == "#");
  CHECK(root.types.allows(Type::object));
  CHECK(root.types.allows(Type::null));
  CHECK_FALSE(root.types.allows(Type::string));
  CHECK(root.required == std::vector<std::string>{"b", "a"});
  REQUIRE(root.properties.size() == 2);
  CHECK(root.properties[0].name == "a");
  const PlanNode& number = plan.value().node(root.find_property("b"));
  CHECK(number.location == "#/definitions/n");
  CHECK(number.minimum->GetInt64() == INT64_MIN);
  CHECK(number.maximum->GetDouble() == 1.5);
  CHECK(plan.value().node(root.find_property("a")).enumeration->values().size() == 3);
  CHECK(plan.value().node(root.additional_properties).never);
  CHECK(root.find_property("none") == kNoNode);
}

TEST_CASE("a recursive schema is a cycle of nodes") {
  const auto plan = build(R"({"properties": {"next": {"$ref": "#"}}})");
  REQUIRE(plan);
  CHECK(plan.value().nodes.size() == 1);
  CHECK(plan.value().node(0).find_property("next") == 0);
}

TEST_CASE("a revision leaves out what came later") {
  constexpr std::string_view kSchema = R"({"properties": {
    "kind": {"enum": ["A", "B"], "x-enum-since": {"B": "2026-08-21"}},
    "late": {"x-since": "2026-08-21", "type": "string"}}})";
  const auto old_plan = build(kSchema, {.revision = "2026-02-05"});
  REQUIRE(old_plan);
  const PlanNode& old_root = old_plan.value().node(0);
  CHECK(old_root.find_property("late") == kNoNode);
  CHECK(old_plan.value().node(old_root.find_property("kind")).enumeration->values().size() == 1);
  const auto new_plan = build(kSchema, {.revision = "2026-08-21"});
  REQUIRE(new_plan);
  CHECK(new_plan.value().node(0).find_property("late") != kNoNode);
}

TEST_CASE("the shipped schemas build in every revision") {
  for (const std::string_view revision : create_service_revisions()) {
    CHECK(build(create_service_schema(), {.revision = revision}));
  }
  CHECK(build(create_service_response_schema()));
}

struct FaultRow {
  std::string_view schema;
  std::string_view code;
  std::string_view pointer;
  std::size_t column;
  std::string_view words;  ///< in the message or the hint
};

TEST_CASE("a schema that cannot be enforced is a BuildError with its place") {
  const FaultRow rows[] = {
      {"{", "build.schema-syntax", "", 2, "the text ends"},
      {"", "build.schema-syntax", "", 1, "no JSON document"},
      {R"({"type":"object","type":"array"})", "build.schema-syntax", "", 18, "twice"},
      {"[]", "build.schema-invalid", "", 1, "a schema must be"},
      {"3", "build.schema-invalid", "", 1, "a schema must be"},
      {R"({"typ":"object"})", "build.keyword", "/typ", 2, "did you mean `type`?"},
      {R"({"properties":{"a":{"requird":[]}}})", "build.keyword", "/properties/a/requird", 21,
       "did you mean `required`?"},
      {R"({"prefixItems":[]})", "build.keyword", "/prefixItems", 2, "`items` with an array"},
      {R"_({"pattern":"(?=a)"})_", "build.pattern", "/pattern", 12, "cannot be matched"},
      {R"_({"pattern":"("})_", "build.pattern", "/pattern", 12, "malformed"},
      {R"_({"patternProperties":{"(a)\\1":{}}})_", "build.pattern", "/patternProperties/(a)\\1", 23,
       "cannot be matched"},
      {R"({"anyOf":[]})", "build.schema-invalid", "/anyOf", 10, "one schema at least"},
      {R"({"multipleOf":0})", "build.schema-invalid", "/multipleOf", 15, "above 0"},
      {R"({"type":"strin"})", "build.schema-invalid", "/type", 9, "must be one of"},
      {R"({"type":[]})", "build.schema-invalid", "/type", 9, "must be one of"},
      {R"({"type":["null","null"]})", "build.schema-invalid", "/type", 9, "distinct"},
      {R"({"required":["a","a"]})", "build.schema-invalid", "/required", 13, "distinct"},
      {R"({"required":"a"})", "build.schema-invalid", "/required", 13, "array of distinct"},
      {R"({"minItems":-1})", "build.schema-invalid", "/minItems", 13, "non-negative"},
      {R"({"minItems":1.5})", "build.schema-invalid", "/minItems", 13, "non-negative"},
      {R"({"minimum":"1"})", "build.schema-invalid", "/minimum", 12, "must be a number"},
      {R"({"enum":3})", "build.schema-invalid", "/enum", 9, "must be an array"},
      {R"({"items":[3]})", "build.schema-invalid", "/items", 10, "must be a schema"},
      {R"({"properties":{"a":3}})", "build.schema-invalid", "/properties", 15, "must be"},
      {R"({"title":3})", "build.schema-invalid", "/title", 10, "must be a string"},
      {R"({"$schema":"http://json-schema.org/draft-04/schema#"})", "build.schema-draft", "/$schema",
       12, "draft-07"},
      {R"({"items":{"$schema":"https://json-schema.org/draft/2020-12/schema"}})",
       "build.schema-draft", "/items/$schema", 21, "another draft"},
      {R"({"$ref":"#"})", "build.loop", "/$ref", 9, "circle"},
      {R"({"$ref":"#/definitions/a","definitions":{"a":{"$ref":"#/definitions/a"}}})", "build.loop",
       "/definitions/a/$ref", 54, "circle"},
      {R"({"$ref":"#/definitions/none"})", "build.reference", "/$ref", 9, "leads nowhere"},
      {R"({"$ref":"other.json"})", "build.reference", "/$ref", 9, "leads nowhere"},
      {R"({"$ref":"#/a%zz"})", "build.reference", "/$ref", 9, "leads nowhere"},
      {R"({"$ref":3})", "build.schema-invalid", "/$ref", 9, "must be a string"},
      {R"({"definitions":{"a":{"$id":"#x"},"b":{"$id":"#x"}}})", "build.reference",
       "/definitions/a/$id", 28, "two schemas"},
      {R"({"$ref":"#none"})", "build.reference", "/$ref", 9, "`$id` with that name"},
      {R"({"allOf":[{"$ref":"#"}]})", "build.loop", "", 1, "without looking"},
      {R"({"not":{"if":true,"then":{"anyOf":[{"$ref":"#"}]}}})", "build.loop", "", 1, "without"},
  };
  for (const FaultRow& row : rows) {
    CAPTURE(row.schema);
    const auto plan = build(row.schema);
    REQUIRE_FALSE(plan);
    const BuildError& error = plan.error();
    CHECK(error.code == row.code);
    CHECK(error.pointer == row.pointer);
    REQUIRE(error.position);
    CHECK(error.position->column == row.column);
    const std::string all = error.message + " / " + error.hint;
    CHECK_MESSAGE(all.find(row.words) != std::string::npos, all);
  }
}

std::string nested(std::size_t levels) {
  std::string text;
  for (std::size_t i = 0; i < levels; ++i) text += R"({"items":)";
  return text + "{}" + std::string(levels, '}');
}

std::string chained(std::size_t links) {
  std::string text = R"({"properties":{"a":{"$ref":"#/definitions/0"}},"definitions":{)";
  for (std::size_t i = 0; i < links; ++i) {
    text += '"' + std::to_string(i) + R"(":{"items":{"$ref":"#/definitions/)" +
            std::to_string(i + 1) + "\"}},";
  }
  return text + '"' + std::to_string(links) + "\":{}}}";
}

std::string circle(std::size_t links) {
  const std::string text = chained(links);
  return text.substr(0, text.size() - 4) + R"({"items":{"$ref":"#/definitions/0"}}}})";
}

TEST_CASE("depth is bounded, however it is reached") {
  CHECK(build(nested(64)));
  CHECK(build(nested(65)).error().code == "build.depth");
  CHECK(build(nested(4), {.max_depth = 3}).error().code == "build.depth");
  CHECK(build(nested(100000)).error().code == "build.depth");
  CHECK(build(chained(20000)));
  CHECK(build(circle(100)));
  CHECK(build(circle(20000)));
  CHECK(build(R"({"const":)" + std::string(100000, '[') + std::string(100000, ']') + "}")
            .error()
            .code == "build.depth");
}

std::string repeated(std::size_t count, const std::string& item) {
  std::string text = item;
  for (std::size_t i = 1; i < count; ++i) text += "," + item;
  return text;
}

TEST_CASE("the number of subschemas is bounded, and the size of all patterns together") {
  const auto tuple = [](std::size_t items) {
    return R"({"items":[)" + repeated(items, "{}") + "]}";
  };
  CHECK(build(tuple(49999)));
  CHECK(build(tuple(50000)).error().code == "build.size");
  CHECK(build(tuple(50000)).error().message.ends_with("more than 50,000 subschemas"));

  const auto patterns = [](std::size_t items) {
    return R"({"items":[)" + repeated(items, R"({"pattern":"^\\p{L}{1,60}$"})") + "]}";
  };
  CHECK(build(patterns(2)));
  const auto large = build(patterns(100));
  REQUIRE_FALSE(large);
  CHECK(large.error().code == "build.pattern");
  CHECK(large.error().message == "the patterns of the schema are too large together");
}

TEST_CASE("every prefix of the shipped schema is a BuildError, never a crash") {
  const std::string_view schema = create_service_schema();
  std::size_t refused = 0;
  for (std::size_t size = 0; size < schema.size(); size += 97) {
    refused += build(schema.substr(0, size)) ? 0 : 1;
  }
  CHECK(refused > 100);
}

}  // namespace
}  // namespace admit::schema
