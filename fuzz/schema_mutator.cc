// JSON Schemas, changed where a compiler of schemas looks: keywords, what they take, references.
// Outside functions: schema_words, schema_edits.
#include "schema_mutator.h"

#include <iterator>
#include <string>
#include <utility>
#include <vector>

namespace admit::fuzz {
namespace {

using Kind = JsonTree::Kind;

constexpr std::string_view kSchemas[] = {
    R"({"type":"object","properties":{"a":{"type":"string"}},"required":["a"],"additionalProperties":false})",
    R"({"properties":{"a":{"$ref":"#/definitions/x"}},"definitions":{"x":{"type":"integer","minimum":1}}})",
    R"({"anyOf":[{"required":["a"]},{"properties":{"b":{"const":1}}}],"not":{"maxProperties":0}})",
    R"({"if":{"required":["a"]},"then":{"required":["b"]},"else":false})",
    R"({"items":[{"type":"string"},true],"additionalItems":{"enum":[1,"a",null]},"minItems":1,"uniqueItems":true})",
    R"({"oneOf":[{"type":["string","null"]},{"contains":{"multipleOf":2}}],"maxItems":3})",
    R"({"patternProperties":{"^a":{"maxLength":2}},"propertyNames":{"minLength":1},"dependencies":{"a":["b"],"b":{"maxProperties":1}}})",
    R"({"$id":"http://a.example/s","allOf":[{"$ref":"#x"}],"definitions":{"x":{"$id":"#x","pattern":"^[a-z]+$"}}})",
    R"({"properties":{"a":{"$ref":"#"},"b":{"format":"ipv4"}}})",
};

constexpr std::string_view kKeywords[] = {"$schema",
                                          "$id",
                                          "$ref",
                                          "$comment",
                                          "definitions",
                                          "title",
                                          "default",
                                          "readOnly",
                                          "properties",
                                          "patternProperties",
                                          "additionalProperties",
                                          "propertyNames",
                                          "required",
                                          "dependencies",
                                          "minProperties",
                                          "maxProperties",
                                          "items",
                                          "additionalItems",
                                          "contains",
                                          "minItems",
                                          "maxItems",
                                          "uniqueItems",
                                          "type",
                                          "enum",
                                          "const",
                                          "minimum",
                                          "maximum",
                                          "exclusiveMinimum",
                                          "exclusiveMaximum",
                                          "multipleOf",
                                          "minLength",
                                          "maxLength",
                                          "pattern",
                                          "format",
                                          "contentEncoding",
                                          "allOf",
                                          "anyOf",
                                          "oneOf",
                                          "not",
                                          "if",
                                          "then",
                                          "else",
                                          "x-since",
                                          "x-enum-since",
                                          "a",
                                          "b",
                                          ""};

constexpr std::string_view kValues[] = {R"({})",
                                        R"(true)",
                                        R"(false)",
                                        R"({"type":"string"})",
                                        R"({"type":["integer","array"]})",
                                        R"({"$ref":"#"})",
                                        R"({"$ref":"#/definitions/x"})",
                                        R"({"not":{}})",
                                        R"({"const":{"a":1}})",
                                        R"({"enum":[1,1.0,"a"]})",
                                        R"({"required":["a"]})",
                                        R"({"properties":{"a":false}})",
                                        R"([{},{"type":"null"}])",
                                        R"(["a","b"])",
                                        R"(["a","a"])",
                                        R"("string")",
                                        R"("^a|b$")",
                                        R"("#/definitions/x")",
                                        R"("#/properties/a")",
                                        R"("http://json-schema.org/draft-07/schema#")",
                                        R"("date-time")",
                                        R"(0)",
                                        R"(1)",
                                        R"(2)",
                                        R"(1.5)",
                                        R"(0.1)",
                                        R"(1e2)",
                                        R"(-1)",
                                        R"(9007199254740993)",
                                        R"(18446744073709551615)"};

constexpr std::string_view kAround[] = {
    "not", "if", "contains", "items", "propertyNames", "additionalProperties"};
constexpr std::string_view kListAround[] = {"allOf", "anyOf", "oneOf"};

JsonTree* some_object(JsonTree& root, Random& random) {
  std::vector<JsonTree*> objects;
  for (JsonTree* value : values_in(root)) {
    if (value->kind == Kind::object) objects.push_back(value);
  }
  return objects.empty() ? nullptr : objects[below(random, objects.size())];
}

// An object becomes what a keyword around it takes.
void nest_object(JsonTree& root, Random& random) {
  JsonTree* inner = some_object(root, random);
  if (inner == nullptr) return;
  JsonTree outer{Kind::object, {}, {}};
  if (below(random, 2) == 0) {
    outer.children.push_back({std::string(kAround[below(random, std::size(kAround))]), *inner});
  } else {
    JsonTree list{Kind::array, {}, {}};
    list.children.push_back({{}, *inner});
    outer.children.push_back(
        {std::string(kListAround[below(random, std::size(kListAround))]), std::move(list)});
  }
  *inner = std::move(outer);
}

// An object moves into the definitions; a reference to it stays.
void define_object(JsonTree& root, Random& random) {
  JsonTree* object = some_object(root, random);
  if (object == nullptr || object == &root) return;
  JsonTree definitions{Kind::object, {}, {}};
  definitions.children.push_back({"x", *object});
  *object = json_of(R"({"$ref":"#/definitions/x"})");
  root.children.push_back({"definitions", std::move(definitions)});
}

void edit_any(JsonTree& root, Random& random) {
  edit(root, random, schema_words());
}

}  // namespace

const Vocabulary& schema_words() {
  static constexpr Vocabulary kWords{kSchemas, kKeywords, kValues};
  return kWords;
}

std::span<const Edit> schema_edits() {
  static constexpr Edit kEdits[] = {edit_any, edit_any, edit_any, nest_object, define_object};
  return kEdits;
}

}  // namespace admit::fuzz
