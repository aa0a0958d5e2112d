// Schemas, and documents for them, that the tests of the command line share.
#pragma once

#include <string_view>

namespace admit::test {

/// An order: refers to kItem by a relative `$ref`.
inline constexpr std::string_view kOrder =
    R"({"$id":"https://example.com/schemas/order.json","type":"object","required":["item"],)"
    R"("properties":{"item":{"$ref":"item.json"}}})";

/// An item: refers to kUnit in turn.
inline constexpr std::string_view kItem =
    R"({"$id":"https://example.com/schemas/item.json#","type":"object",)"
    R"("properties":{"count":{"minimum":1},"unit":{"$ref":"parts/unit.json"}}})";

/// A unit.
inline constexpr std::string_view kUnit =
    R"({"$id":"https://example.com/schemas/parts/unit.json","enum":["kg","m"]})";

/// Needs nothing else.
inline constexpr std::string_view kPlain =
    R"({"type":"object","required":["name"],"properties":{"name":{"type":"string"}}})";

/// One error, at 2:2: a misspelt keyword.
inline constexpr std::string_view kMisspelt = "{\"type\":\"object\",\n \"requierd\":[\"name\"]}";

/// Two errors, in lines 2 and 3: the metaschema refuses both.
inline constexpr std::string_view kRefused =
    "{\"type\":\"object\",\n \"minProperties\":-1,\n \"required\":\"name\"}";

/// One warning, in line 2: nobody knows the format.
inline constexpr std::string_view kUnknownFormat =
    "{\"type\":\"object\",\n \"properties\":{\"name\":{\"format\":\"no-such-format\"}}}";

}  // namespace admit::test
