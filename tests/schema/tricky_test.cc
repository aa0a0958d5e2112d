// Schemas that are easily got wrong, by hand: each with bodies that draft-07 takes and others that
// it does not. The engine and the direct compiler have to say the same. Sections are those of
// draft-07, core (C) and validation (V).
#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

#include "schema/judges.h"

namespace {

using namespace admit;
using namespace admit::test;

struct Row {
  std::string_view schema;
  std::vector<std::string_view> accepted;
  std::vector<std::string_view> rejected;
};

void check_row(const Row& row) {
  Judges judges(row.schema);
  const auto check = [&](std::string_view body, bool expected) {
    CAPTURE(body);
    const Verdicts verdicts = judges.judge(body);
    CHECK(verdicts.engine == expected);
    CHECK(verdicts.direct == expected);
    for (const std::string& fault : judges.find_faults(body)) FAIL_CHECK(fault);
  };
  for (const std::string_view body : row.accepted) check(body, true);
  for (const std::string_view body : row.rejected) check(body, false);
}

void check_rows(const std::vector<Row>& rows) {
  for (const Row& row : rows) {
    CAPTURE(row.schema);
    CHECK_NOTHROW(check_row(row));
  }
}

TEST_CASE("references lead into odd places") {  // C 8.3, RFC 6901
  check_rows({
      {R"({"properties":{"a":{"items":[{"type":"string"}]},"b":{"$ref":"#/properties/a/items/0"}}})",
       {R"({"b":"s"})"},
       {R"({"b":1})"}},
      {R"({"items":[{},{"type":"string"}],"additionalItems":{"$ref":"#/items/1"}})",
       {R"([1,"a","b"])"},
       {R"([1,"a",2])"}},
      {R"({"allOf":[{"$ref":"#/allOf/1"},{"type":"string"}]})", {R"("a")"}, {"1"}},
      {R"({"properties":{"a":{"$ref":"#/x-own/z"}},"x-own":{"z":{"type":"string"}}})",
       {R"({"a":""})"},
       {R"({"a":1})"}},
      {R"({"properties":{"a":{"$ref":"#/default"}},"default":{"type":"string"}})",
       {R"({"a":""})"},
       {R"({"a":1})"}},
      {R"({"properties":{"a":{"$ref":"#/definitions"}},"definitions":{"not":{"type":"string"}}})",
       {R"({"a":1})"},
       {R"({"a":""})"}},
      {R"({"properties":{"a":{"$ref":""}},"maxProperties":1})",
       {R"({"a":{"a":1}})"},
       {R"({"a":{"a":1,"b":1}})"}},
      {R"({"properties":{"$ref":{"$ref":"#/definitions/s"}},"definitions":{"s":{"type":"string"}}})",
       {R"({"$ref":"s"})"},
       {R"({"$ref":1})"}},
      {R"({"enum":[{"$ref":"#/nowhere"}]})", {R"({"$ref":"#/nowhere"})"}, {"{}"}},
      {R"({"$ref":"http://json-schema.org/draft-07/schema#/definitions/nonNegativeInteger"})",
       {"0", "1.0", "-0.0"},
       {"-1", "0.5", "null"}},
  });
}

TEST_CASE("pointers are decoded twice, percent signs first") {  // C 8.3, RFC 6901 sections 4 and 6
  check_rows({
      {R"({"$ref":"#/definitions/","definitions":{"":{"type":"string"}}})", {R"("a")"}, {"1"}},
      {R"({"allOf":[{"$ref":"#/definitions//definitions/"}],
           "definitions":{"":{"definitions":{"":{"type":"string"}}}}})",
       {R"("a")"},
       {"1"}},
      {R"({"properties":{"x":{"$ref":"#/definitions/a%20b"},"y":{"$ref":"#/definitions/c%25d"},
                         "z":{"$ref":"#/definitions/e~1f~0g"}},
           "definitions":{"a b":{"type":"string"},"c%d":{"type":"null"},
                          "e/f~g":{"type":"boolean"}}})",
       {R"({"x":"s","y":null,"z":true})"},
       {R"({"x":1})", R"({"y":1})", R"({"z":1})"}},
      {R"({"$ref":"#/definitions/e~01f","definitions":{"e~1f":{"type":"null"}}})", {"null"}, {"1"}},
      {R"({"properties":{"x":{"$ref":"#/definitions/a%7E1b"},"y":{"$ref":"#%2fdefinitions%2Fa~1b"}},
           "definitions":{"a/b":{"type":"string"}}})",
       {R"({"x":"","y":""})"},
       {R"({"x":1})", R"({"y":1})"}},
      {R"({"properties":{"x":{"$ref":"#/definitions/é"},"y":{"$ref":"#/definitions/%C3%A9"}},
           "definitions":{"é":{"type":"string"}}})",
       {R"({"x":"","y":""})"},
       {R"({"x":1})", R"({"y":1})"}},
      {R"({"$ref":"#/definitions/a%00b","definitions":{"a\u0000b":{"type":"null"}}})",
       {"null"},
       {"1"}},
  });
}

TEST_CASE("nothing beside a reference counts") {  // C 8.3
  check_rows({
      {R"({"$ref":"#/definitions/a","type":"string","definitions":{"a":{"type":"integer"}}})",
       {"1"},
       {R"("a")"}},
      {R"({"$id":"http://a.example/root",
           "properties":{"a":{"$id":"http://a.example/other","$ref":"#/definitions/x"}},
           "definitions":{"x":{"type":"string"}}})",
       {R"({"a":""})"},
       {R"({"a":1})"}},
      {R"({"properties":{"a":{"$ref":"#/definitions/r/definitions/x"}},
           "definitions":{"r":{"$ref":"#/definitions/any","$id":"http://a.example/sub/",
                               "definitions":{"x":{"$ref":"#/definitions/s"}}},
                          "any":true,"s":{"type":"string"}}})",
       {R"({"a":""})"},
       {R"({"a":1})"}},
  });
}

TEST_CASE("identifiers name schemas, and change what references are relative to") {  // C 8.2
  check_rows({
      {R"({"$id":"http://a.example/root.json",
           "definitions":{
             "A":{"$id":"#foo","type":"string"},
             "B":{"$id":"t/other.json","definitions":{
               "X":{"$id":"#bar","type":"null"},"Y":{"$id":"inner.json","type":"boolean"}}}},
           "properties":{
             "a":{"$ref":"#foo"},"b":{"$ref":"t/other.json#bar"},
             "c":{"$ref":"http://a.example/t/inner.json"},
             "d":{"$ref":"t/other.json#/definitions/X"},
             "e":{"$ref":"root.json#/definitions/B/definitions/Y"},
             "f":{"$ref":"http://a.example/root.json#"}}})",
       {R"({"a":"s","b":null,"c":true,"d":null,"e":true,"f":{"a":""}})"},
       {R"({"a":1})", R"({"b":1})", R"({"c":1})", R"({"d":1})", R"({"e":1})", R"({"f":{"a":1}})"}},
      {R"({"$id":"urn:example:root",
           "definitions":{"a":{"$id":"urn:example:a","type":"string"}},
           "properties":{"x":{"$ref":"urn:example:a"},"y":{"$ref":"urn:example:a#"},
                         "z":{"$ref":"urn:example:root#/definitions/a"}}})",
       {R"({"x":"","y":"","z":""})"},
       {R"({"x":1})", R"({"y":1})", R"({"z":1})"}},
      {R"({"const":{"$id":"#x"},"definitions":{"y":{"$id":"#x"}}})", {R"({"$id":"#x"})"}, {"{}"}},
  });
}

TEST_CASE("names and texts may hold NUL") {  // C 4.2: strings of Unicode code points
  check_rows({
      {R"({"properties":{"\u0000":{"type":"string"},"a\u0000b":{"type":"null"}},
           "additionalProperties":false})",
       {R"({"\u0000":"x"})", R"({"a\u0000b":null})"},
       {R"({"\u0000":1})", R"({"":"x"})", R"({"a\u0000b":1})", R"({"a":null})"}},
      {R"({"properties":{"\u00010":{"type":"string"},"\u0001":{"type":"null"}}})",
       {R"({"\u0000":1})", R"({"\u00010":"","\u0001":null})"},
       {R"({"\u00010":1})", R"({"\u0001":1})"}},
      {R"({"required":["a\u0000"]})", {R"({"a\u0000":1})"}, {R"({"a":1})"}},
      {R"({"dependencies":{"a\u0000":["b\u0000"]}})",
       {R"({"a":1})", R"({"a\u0000":1,"b\u0000":1})"},
       {R"({"a\u0000":1})", R"({"a\u0000":1,"b":1})"}},
      {R"({"patternProperties":{"^a\u0000$":false}})", {R"({"a":1})"}, {R"({"a\u0000":1})"}},
      {R"({"pattern":"^a\u0000b$"})", {R"("a\u0000b")"}, {R"("a")", R"("ab")"}},
      {R"({"enum":["a\u0000b",["a\u0000"]]})",
       {R"("a\u0000b")", R"(["a\u0000"])"},
       {R"("a")", R"(["a"])"}},
      {R"({"maxLength":1})", {R"("\u0000")"}, {R"("\u0000\u0000")"}},
  });
}

TEST_CASE("numbers are compared by their mathematical value") {  // C 4.2.3
  check_rows({
      {R"({"enum":[9007199254740993]})", {"9007199254740993"}, {"9007199254740992"}},
      {R"({"const":9007199254740992})",
       {"9007199254740992.0", "9.007199254740992e15"},
       {"9007199254740993", "9007199254740991"}},
      {R"({"maximum":9007199254740992})", {"9007199254740992.0"}, {"9007199254740993"}},
      {R"({"minimum":9007199254740993})", {"9007199254740993"}, {"9007199254740992.0"}},
      {R"({"exclusiveMinimum":9007199254740992})",
       {"9007199254740993"},
       {"9007199254740992", "9007199254740992.0"}},
      {R"({"exclusiveMaximum":18446744073709551615})",
       {"18446744073709551614"},
       {"18446744073709551615", "18446744073709551616"}},
      {R"({"minimum":-9223372036854775808})",
       {"-9223372036854775808", "-9.223372036854775808e18"},
       {"-9223372036854777856"}},
      {R"({"const":0})", {"-0", "-0.0", "0e5", "0.0"}, {"false", "null", "\"\"", "1e-300"}},
      {R"({"const":1})", {"1.0", "1e0", "10e-1"}, {"true", "\"1\"", "[1]"}},
      {R"({"type":"integer"})",
       {"1.0", "-0.0", "1e308", "100e-2", "18446744073709551616"},
       {"1e-1", "1.5", "\"1\"", "true"}},
      {R"({"type":["integer","string"]})", {"1.0", "\"\""}, {"1.5"}},
      {R"({"oneOf":[{"type":"integer"},{"type":"number"}]})", {"1.5"}, {"1", "1.0"}},
  });
}

TEST_CASE("multiples are exact") {  // V 6.2.1
  check_rows({
      {R"({"multipleOf":0.01})",
       {"19.99", "-19.99", "0.07", "4.35", "1e308", "0", "\"3\""},
       {"19.991", "1.1e-2"}},
      {R"({"multipleOf":0.5})", {"1e308", "1.7976931348623157e308", "-0.5"}, {"0.25"}},
      {R"({"multipleOf":0.3})",
       {"0.9", "18446744073709551615", "3e22"},
       {"1", "9223372036854775807"}},
      {R"({"multipleOf":3})",
       {"18446744073709551615", "9e0", "-9223372036854775806"},
       {"9223372036854775807", "-9223372036854775808", "1e2", "3e-1"}},
      {R"({"multipleOf":1e2})", {"300", "-1e3", "18446744073709551600"}, {"350", "30", "7"}},
      {R"({"multipleOf":1e308})", {"1e308", "-1e308", "0"}, {"1", "5e307"}},
      {R"({"multipleOf":1e-323})", {"1", "1e-323", "1e308"}, {"5e-324"}},
      {R"({"multipleOf":18446744073709551615})",
       {"18446744073709551615", "0.0"},
       {"18446744073709551614", "1"}},
  });
}

TEST_CASE("lengths are counted in code points") {  // V 6.3.1: characters as RFC 8259 defines them
  check_rows({
      {R"({"maxLength":1})", {R"("😀")", R"("\ud83d\ude00")", R"("")"}, {R"("e\u0301")", "\"ab\""}},
      {R"({"minLength":2})", {R"("👨‍👩‍👧")", "\"ab\"", "1"}, {R"("😀")"}},
      {R"({"propertyNames":{"maxLength":1}})", {R"({"😀":1,"":1})"}, {R"({"ab":1})"}},
      {R"({"minLength":1.0,"maxLength":2e0})", {"\"a\""}, {"\"\"", "\"abc\""}},
      {R"({"maxLength":18446744073709551615,"minItems":-0.0})", {"\"a\"", "[]"}, {}},
      {R"({"maxLength":1e30,"minItems":1e30})", {"\"a\""}, {"[]"}},
      {R"({"pattern":"^.$"})", {R"("😀")"}, {R"("")", R"("e\u0301")"}},
  });
}

TEST_CASE("items are unique by value") {  // V 6.4.5
  check_rows({
      {R"({"uniqueItems":true})",
       {"[]", "[1,true]", "[0,false]", "[null,false,0,\"\",[],{}]", R"(["1",1])", R"(["a",["a"]])",
        "[[1,2],[12]]", R"([{"a":"b"},{"a\":\"b":1}])", R"([{"a":null},{}])",
        "[9007199254740992,9007199254740993]", R"(["e\u0301","é"])", "{}",
        "[18446744073709551615,18446744073709551616]"},
       {"[1,1.0]", "[0,-0.0]", "[[1],[1.0]]", R"([{"a":1,"b":2},{"b":2,"a":1.0}])", "[null,null]",
        R"(["\u00e9","é"])", R"(["\ud83d\ude00",2,"😀"])", "[1e19,10000000000000000000]",
        R"([{"a":{"b":[1,{"c":2,"d":3}]}},1,{"a":{"b":[1,{"d":3,"c":2}]}}])"}},
      {R"({"uniqueItems":false})", {"[1,1]"}, {}},
  });
}

TEST_CASE("arrays and their items") {  // V 6.4
  check_rows({
      {R"({"items":false})", {"[]", "{}"}, {"[1]", "[null]"}},
      {R"({"items":[true,false]})", {"[]", "[1]"}, {"[1,2]"}},
      {R"({"items":[{"type":"null"}],"additionalItems":false})", {"[]", "[null]"}, {"[null,1]"}},
      {R"({"items":{"type":"null"},"additionalItems":false})", {"[null,null]"}, {"[1]"}},
      {R"({"additionalItems":false})", {"[1,2]"}, {}},
      {R"({"items":true,"additionalItems":false})", {"[1,2]"}, {}},
      {R"({"contains":{"const":1}})", {"[2,1.0]", "{}", "1"}, {"[]", "[2]", "[[1]]"}},
      {R"({"contains":true})", {"[null]"}, {"[]"}},
      {R"({"contains":false})", {"{}"}, {"[]", "[1]"}},
      {R"({"contains":{"minimum":2},"items":{"maximum":3}})", {"[1,2]"}, {"[1]", "[2,4]", "[4]"}},
  });
}

TEST_CASE("objects and their members") {  // V 6.5
  check_rows({
      {R"({"required":["a"]})", {R"({"a":null})", "[]", "null"}, {"{}", R"({"A":1})"}},
      {R"({"required":["toString","__proto__"]})",
       {R"({"__proto__":1,"toString":1})"},
       {"{}", R"({"toString":1})"}},
      {R"({"properties":{"":{"type":"string"}},"required":[""]})",
       {R"({"":""})"},
       {"{}", R"({"":1})"}},
      {R"({"properties":{"a":true},"patternProperties":{"^b":false,"a":{"type":"string"}},
           "additionalProperties":{"type":"null"}})",
       {R"({"a":"x","c":null})", "{}"},
       {R"({"a":1})", R"({"b":null})", R"({"ba":"s"})", R"({"c":1})", R"({"xa":null})"}},
      {R"({"patternProperties":{"":{"type":"string"}},"additionalProperties":false})",
       {R"({"a":"","":""})"},
       {R"({"a":1})"}},
      {R"({"patternProperties":{"^a":{"minimum":2},"b$":{"maximum":3}}})",
       {R"({"ab":2,"a":9,"b":1})"},
       {R"({"ab":1})", R"({"ab":4})"}},
      {R"({"allOf":[{"properties":{"a":true}}],"additionalProperties":false})",
       {"{}"},
       {R"({"a":1})"}},
      {R"({"properties":{"a":false}})", {R"({"b":1})"}, {R"({"a":null})"}},
      {R"({"propertyNames":false})", {"{}", "[1]"}, {R"({"a":1})"}},
      {R"({"propertyNames":{"type":"integer"}})", {"{}"}, {R"({"1":1})"}},
      {R"({"propertyNames":{"enum":["a"]}})", {R"({"a":1})"}, {R"({"b":1})"}},
      {R"({"dependencies":{"a":["b"],"c":{"required":["d"]},"e":false,"f":true,"g":[]}})",
       {"{}", R"({"b":1})", R"({"c":1,"d":2})", R"({"f":1,"g":1})", "[]", "\"a\""},
       {R"({"a":null})", R"({"c":1})", R"({"e":null})"}},
      {R"({"minProperties":1,"maxProperties":1})",
       {R"({"a":null})", "[]"},
       {"{}", R"({"a":1,"b":2})"}},
  });
}

TEST_CASE("keywords with nothing in them say nothing") {  // V 6.4.1, 6.5.3 to 6.5.8
  check_rows({
      {R"({"properties":{}})", {R"({"a":1})", "1"}, {}},
      {R"({"patternProperties":{}})", {R"({"a":1})", "1"}, {}},
      {R"({"patternProperties":{},"additionalProperties":false})", {"{}"}, {R"({"a":1})"}},
      {R"({"properties":{},"patternProperties":{}})", {R"({"a":1})"}, {}},
      {R"({"dependencies":{}})", {R"({"a":1})"}, {}},
      {R"({"required":[]})", {"{}"}, {}},
      {R"({"definitions":{}})", {"{}"}, {}},
  });
}

TEST_CASE("combinators and conditions") {  // V 6.6, 6.7
  check_rows({
      {R"({"not":{}})", {}, {"1", "{}", "null"}},
      {R"({"not":true})", {}, {"1"}},
      {R"({"not":false})", {"1", "null"}, {}},
      {R"({"not":{"not":{}}})", {"1"}, {}},
      {R"({"not":{"type":"integer","minimum":2}})", {"1", "\"a\"", "2.5"}, {"2", "3.0"}},
      {R"({"not":{"required":["a"]}})", {"{}"}, {R"({"a":1})", "1"}},
      {R"({"if":false})", {"1"}, {}},
      {R"({"if":true,"else":false})", {"1"}, {}},
      {R"({"if":false,"then":false})", {"1"}, {}},
      {R"({"then":false,"else":false})", {"1"}, {}},
      {R"({"if":{},"then":false})", {}, {"1"}},
      {R"({"if":{"type":"string"},"then":{"maxLength":1},"else":{"minimum":5}})",
       {"\"a\"", "5", "null"},
       {"\"ab\"", "4"}},
      {R"({"allOf":[{"if":{"type":"string"}},{"then":{"maxLength":1}}]})", {"\"ab\""}, {}},
      {R"({"oneOf":[{},{}]})", {}, {"1"}},
      {R"({"oneOf":[{"$ref":"#/definitions/a"},{"$ref":"#/definitions/a"}],
           "definitions":{"a":{"type":"string"}}})",
       {},
       {"\"a\"", "1"}},
      {R"({"oneOf":[true,false]})", {"1"}, {}},
      {R"({"anyOf":[false,{"type":"null"}]})", {"null"}, {"1"}},
      {R"({"enum":[]})", {}, {"1", "null", "[]", "{}"}},
      {R"({"enum":[1,1,1.0]})", {"1"}, {"2"}},
      {R"({"enum":[null]})", {"null"}, {"0", "false", "\"\""}},
      {R"({"const":null})", {"null"}, {"0", "false", "\"\"", "{}"}},
      {R"({"const":[]})", {"[]"}, {"{}", "[[]]", "null"}},
      {R"({"const":{"a":[1,{"b":2,"c":3}]}})",
       {R"({"a":[1.0,{"c":3,"b":2}]})"},
       {R"({"a":[{"b":2,"c":3},1]})", R"({"a":[1,{"b":2}]})", R"({"a":[1,{"b":2,"c":3}],"d":1})"}},
  });
}

TEST_CASE("recursion through definitions") {
  check_rows({
      {R"({"$ref":"#/definitions/tree","definitions":{"tree":{"type":"object","properties":{
             "l":{"$ref":"#/definitions/tree"},"r":{"$ref":"#/definitions/tree"},
             "v":{"type":"integer"}},"additionalProperties":false}}})",
       {R"({"l":{"r":{"v":1}},"r":{}})"},
       {R"({"l":{"r":{"v":"x"}}})", R"({"l":1})", R"({"r":{"l":{"x":1}}})"}},
      {R"({"$ref":"#/definitions/even","definitions":{
             "even":{"properties":{"n":{"$ref":"#/definitions/odd"}}},
             "odd":{"required":["n"],"properties":{"n":{"$ref":"#/definitions/even"}}}}})",
       {"{}", R"({"n":{"n":{}}})"},
       {R"({"n":{}})", R"({"n":{"n":{"n":{}}}})"}},
      {R"({"not":{"items":{"$ref":"#"},"minItems":1}})",
       {"[]", "[[[]]]", "[[],[[]]]"},
       {"[[]]", "1", "[[[[]]]]", "[[],[]]"}},
      {R"({"anyOf":[{"type":"integer"},{"type":"array","items":{"$ref":"#"}}]})",
       {"1", "[1,[2,[]]]"},
       {"\"a\"", "[1,[2,[null]]]"}},
  });
}

TEST_CASE("numbers that no reader holds make no schema") {
  for (const std::string_view schema :
       {R"({"maximum":1e400})", R"({"const":-1e400})", R"({"default":[1e400]})"}) {
    CAPTURE(schema);
    const auto built = Engine::build(schema, {});
    REQUIRE_FALSE(built);
    CHECK(built.error().code == "build.schema-syntax");
  }
}

}  // namespace
