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
    for (Json::Member& member : value.GetObject()) even_out(member.value);
  }
}

bool is_beyond_valijson(const Json& definition) {
  const auto divisor = definition.FindMember("multipleOf");
  return definition.HasMember("format") ||
         (divisor != definition.MemberEnd() && !divisor->value.IsInt64());
}

}  // namespace

struct ValijsonOracle::Parts {
  valijson::Schema schema;
  valijson::Validator validator{valijson::Validator::kStrongTypes};
  bool abstains = false;
};

ValijsonOracle::ValijsonOracle(const rapidjson::Document& hoisted)
    : parts_(std::make_unique<Parts>()) {
  // The hoisted root asks for all definitions at once; a body only has to meet the first.
  rapidjson::Document form(rapidjson::kObjectType);
  Json definitions(hoisted["definitions"], form.GetAllocator());
  even_out(definitions);
  parts_->abstains = std::ranges::any_of(definitions.GetArray(), is_beyond_valijson);
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

std::optional<bool> ValijsonOracle::judge(const Json& body) const {
  if (parts_->abstains) return std::nullopt;
  rapidjson::Document evened;
  evened.CopyFrom(body, evened.GetAllocator());
  even_out(evened);
  return parts_->validator.validate(parts_->schema, RapidJsonAdapter(evened), nullptr);
}

}  // namespace admit::test
