// ValijsonOracle: a schema in hoisted form, judged by valijson's own Validator.
#include "schema/valijson_oracle.h"

#include <algorithm>
#include <cmath>

#include <valijson/adapters/rapidjson_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validator.hpp>

namespace admit::test {
namespace {

using Json = rapidjson::Value;
using valijson::adapters::RapidJsonAdapter;

// Writes whole numbers without a fraction, as far as doubles hold each of them.
void even_out(Json& value) {
  constexpr double kTwoTo53 = 9007199254740992.0;
  if (value.IsDouble()) {
    const double number = value.GetDouble();
    if (std::trunc(number) == number && std::fabs(number) < kTwoTo53) {
      value.SetInt64(static_cast<std::int64_t>(number));
    }
  } else if (value.IsArray()) {
    for (Json& item : value.GetArray()) even_out(item);
  } else if (value.IsObject()) {
    // No range-based loop: clang finds `!=` of these iterators ambiguous under C++20.
    std::for_each(value.MemberBegin(), value.MemberEnd(),
                  [](Json::Member& member) { even_out(member.value); });
  }
}

rapidjson::Document evened(const Json& body) {
  rapidjson::Document document;
  document.CopyFrom(body, document.GetAllocator());
  even_out(document);
  return document;
}

// valijson takes a bound of 2^63 or more for a negative number, unless it is written as a double.
void widen_bounds(Json& definition) {
  for (const char* name : {"minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"}) {
    if (!definition.HasMember(name)) continue;
    Json& value = definition[name];
    if (value.IsUint64() && !value.IsInt64()) {
      value.SetDouble(static_cast<double>(value.GetUint64()));
    }
  }
}

// True also for what no 64-bit integer holds.
bool has_fraction(const Json& value) {
  if (value.IsArray()) return std::ranges::any_of(value.GetArray(), has_fraction);
  if (!value.IsObject()) return value.IsDouble();
  return std::ranges::any_of(value.GetObject(),
                             [](const Json::Member& member) { return has_fraction(member.value); });
}

}  // namespace

struct ValijsonOracle::Parts {
  valijson::Schema schema;
  valijson::Validator validator{valijson::Validator::kStrongTypes};
  bool has_format = false;
  bool has_divisor = false;
  bool has_broken_divisor = false;
};

ValijsonOracle::ValijsonOracle(const rapidjson::Document& hoisted)
    : parts_(std::make_unique<Parts>()) {
  // The hoisted root asks for all definitions at once; a body only has to meet the first.
  rapidjson::Document form(rapidjson::kObjectType);
  Json definitions(hoisted["definitions"], form.GetAllocator());
  even_out(definitions);
  for (Json& definition : definitions.GetArray()) widen_bounds(definition);
  for (const Json& definition : definitions.GetArray()) {
    const auto divisor = definition.FindMember("multipleOf");
    parts_->has_format |= definition.HasMember("format");
    if (divisor == definition.MemberEnd()) continue;
    parts_->has_divisor = true;
    parts_->has_broken_divisor |= !divisor->value.IsInt64();  // wrapped, as above
  }
  Json link(rapidjson::kObjectType);
  link.AddMember("$ref", "#/definitions/0", form.GetAllocator());
  Json all(rapidjson::kArrayType);
  all.PushBack(link, form.GetAllocator());
  form.AddMember("allOf", all, form.GetAllocator());
  form.AddMember("definitions", definitions, form.GetAllocator());
  valijson::SchemaParser parser(valijson::SchemaParser::kDraft7);
  parser.populateSchema(RapidJsonAdapter(form), parts_->schema);
}

ValijsonOracle::~ValijsonOracle() = default;

bool ValijsonOracle::abstains(const Json& body) const {
  if (parts_->has_format || parts_->has_broken_divisor) return true;
  return parts_->has_divisor && has_fraction(evened(body));
}

bool ValijsonOracle::accepts(const Json& body) const {
  const rapidjson::Document document = evened(body);
  return parts_->validator.validate(parts_->schema, RapidJsonAdapter(document), nullptr);
}

}  // namespace admit::test
