// Every enforced keyword, through an engine: which values it refuses, with code and pointer.
#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include "admit/engine.h"

namespace admit {
namespace {

// "code pointer" of each violation, separated by "; ".
std::string verdict_of(std::string_view schema, std::string_view body, Options options = {}) {
  const auto built = Engine::build(schema, {}, std::move(options));
  if (!built) return built.error().code + ": " + built.error().message;
  Scratch scratch;
  std::string found;
  const Report report = built.value().check(body, scratch);
  for (const Violation& violation : report.violations()) {
    if (!found.empty()) found += "; ";
    found += violation.code + " " + violation.pointer;
  }
  return found;
}

struct Row {
  std::string_view schema;
  std::string_view body;
  std::string_view found;
};

TEST_CASE("each keyword refuses what draft-07 says, and nothing else") {
  const Row rows[] = {
      {"true", "1", ""},
      {"{}", "[1]", ""},
      {"false", "1", "schema.false "},
      {R"({"type":"integer"})", "1", ""},
      {R"({"type":"integer"})", "1.0", ""},
      {R"({"type":"integer"})", "1e2", ""},
      {R"({"type":"integer"})", "1.5", "schema.type "},
      {R"({"type":"number"})", "1", ""},
      {R"({"type":"number"})", "\"1\"", "schema.type "},
      {R"({"type":"null"})", "null", ""},
      {R"({"type":["string","null"]})", "3", "schema.type "},
      {R"({"enum":[1,"a",{"x":[1,2]}]})", "1.0", ""},
      {R"({"enum":[1,"a",{"x":[1,2]}]})", R"({"x":[1,2.0]})", ""},
      {R"({"enum":[1,"a",{"x":[1,2]}]})", R"({"x":[2,1]})", "schema.enum "},
      {R"({"enum":[9007199254740993]})", "9007199254740992", "schema.enum "},
      {R"({"enum":[9007199254740993]})", "9007199254740992.0", "schema.enum "},
      {R"({"const":false})", "0", "schema.const "},
      {R"({"const":{"a":1,"b":2}})", R"({"b":2,"a":1})", ""},
      {R"({"const":18446744073709551615})", "18446744073709551615", ""},
      {R"({"const":18446744073709551615})", "18446744073709551614", "schema.const "},
      {R"({"minimum":9223372036854775807})", "9223372036854775807", ""},
      {R"({"minimum":9223372036854775807})", "9223372036854775806", "schema.minimum "},
      {R"({"minimum":-0.5})", "-1", "schema.minimum "},
      {R"({"minimum":1})", "\"0\"", ""},
      {R"({"maximum":2})", "2.0000000000000004", "schema.maximum "},
      {R"({"maximum":18446744073709551615})", "1.8446744073709552e19", "schema.maximum "},
      {R"({"minItems":2})", "[1]", "schema.min-items "},
      {R"({"minItems":2.0})", "[1,2]", ""},
      {R"({"minItems":2})", "{}", ""},
      {R"({"items":{"type":"string"}})", R"(["a",1,null])", "schema.type /1; schema.type /2"},
      {R"({"required":["a","b"]})", R"({"b":null})", "schema.required "},
      {R"({"required":["a"]})", "[]", ""},
      {R"({"properties":{"a":{"type":"string"}}})", R"({"a":1,"b":2})", "schema.type /a"},
      {R"({"properties":{"a":{}},"additionalProperties":false})", R"({"a":1,"b":2})",
       "schema.additional-properties /b"},
      {R"({"additionalProperties":{"type":"string"}})", R"({"a":"x","b":2})", "schema.type /b"},
      {R"({"properties":{"a":false}})", R"({"a":1})", "schema.false /a"},
      {R"({"properties":{"next":{"$ref":"#"},"v":{"type":"integer"}}})",
       R"({"next":{"next":{"v":"x"}}})", "schema.type /next/next/v"},
      {R"({"properties":{"a~b/c":{"type":"null"}}})", R"({"a~b/c":1})", "schema.type /a~0b~1c"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.schema);
    CAPTURE(row.body);
    CHECK(verdict_of(row.schema, row.body) == row.found);
  }
}

TEST_CASE("nothing but the type is told where the type is wrong") {
  CHECK(verdict_of(R"({"type":"string","enum":["a"],"const":"a"})", "5") == "schema.type ");
}

TEST_CASE("null counts as absent where the option says so") {
  const Options absent{.null_is_absent = true};
  const std::string_view schema =
      R"({"properties":{"a":{"type":"string"},"n":{"type":["string","null"]}},"required":["a"]})";
  CHECK(verdict_of(schema, R"({"a":null})", absent) == "schema.required /a");
  CHECK(verdict_of(schema, R"({"a":null})") == "schema.type /a");
  CHECK(verdict_of(schema, R"({"a":"x","n":null})", absent).empty());
  CHECK(verdict_of(R"({"properties":{"a":{"type":"string"}}})", R"({"a":null})", absent) ==
        "schema.null /a");
  CHECK(verdict_of(R"({"items":{"type":"string"}})", "[null]", absent) == "schema.type /0");
}

TEST_CASE("unknown members are ignored, told or refused") {
  const std::string_view schema = R"({"properties":{"name":{}}})";
  const std::string_view body = R"({"Name":1,"other":2})";
  CHECK(verdict_of(schema, body).empty());
  CHECK(verdict_of(schema, body, {.unknown_members = UnknownMembers::warn}) ==
        "schema.unknown-member /Name; schema.unknown-member /other");
  const auto built = Engine::build(schema, {}, {.unknown_members = UnknownMembers::deny});
  REQUIRE(built);
  Scratch scratch;
  CHECK_FALSE(built.value().accepts(body, scratch));
  const Report report = built.value().check(body, scratch);
  CHECK(report.violations()[0].hint == "did you mean `name`?");
  CHECK(report.violations()[1].hint == "delete the member");
}

TEST_CASE("schema locations are the author's") {
  const auto built = Engine::build(
      R"({"properties":{"a":{"$ref":"#/definitions/x"}},"definitions":{"x":{"type":"string"}}})",
      {});
  REQUIRE(built);
  Scratch scratch;
  const Report report = built.value().check(R"({"a":1})", scratch);
  REQUIRE(report.violations().size() == 1);
  CHECK(report.violations()[0].schema == "#/definitions/x/type");
}

}  // namespace
}  // namespace admit
