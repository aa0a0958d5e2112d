// Revisions of an API in its schema.
#include "schema/revision.h"

#include "schema/keyword.h"

namespace admit::schema {
namespace {

using input::text_of;
using input::Value;

constexpr std::string_view kSince = "x-since";
constexpr std::string_view kEnumSince = "x-enum-since";

std::string_view text_member(const Value& object, std::string_view name) {
  const Value* member = object.IsObject() ? find_member(object, name) : nullptr;
  return member != nullptr && member->IsString() ? text_of(*member) : std::string_view();
}

// The map from the values of an enum to their revisions, or null.
const Value* enum_dates(const Value& schema) {
  const Value* dates = find_member(schema, kEnumSince);
  return dates != nullptr && dates->IsObject() ? dates : nullptr;
}

}  // namespace

std::vector<LaterName> later_names(const Value& schema, std::string_view revision) {
  std::vector<LaterName> later;
  if (revision.empty()) return later;
  const auto add = [&](const Value& name, std::string_view since) {
    if (since > revision) later.push_back({std::string(text_of(name)), std::string(since)});
  };
  if (const Value* properties = find_member(schema, Keyword::properties)) {
    for (const Value::Member& property : properties->GetObject()) {
      add(property.name, text_member(property.value, kSince));
    }
  }
  if (const Value* dates = enum_dates(schema)) {
    for (const Value::Member& value : dates->GetObject()) {
      if (value.value.IsString()) add(value.name, text_of(value.value));
    }
  }
  return later;
}

bool is_later(const Value& schema, std::string_view revision) {
  return !revision.empty() && text_member(schema, kSince) > revision;
}

std::vector<const Value*> enum_values(const Value& schema, std::string_view revision) {
  std::vector<const Value*> values;
  const Value* dates = revision.empty() ? nullptr : enum_dates(schema);
  for (const Value& value : find_member(schema, Keyword::enum_)->GetArray()) {
    const bool dated = dates != nullptr && value.IsString();
    if (!dated || text_member(*dates, text_of(value)) <= revision) values.push_back(&value);
  }
  return values;
}

}  // namespace admit::schema
