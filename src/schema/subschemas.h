// The schemas within a schema, by the keywords that hold some.
#pragma once

#include <string>
#include <string_view>
#include <utility>

#include "input/value.h"
#include "schema/keyword.h"
#include "text/pointer.h"

namespace admit::schema {

/// `location` with one token more, or two.
inline std::string within(std::string location, std::string_view token) {
  text::append_token(location, token);
  return location;
}
inline std::string within(std::string location, std::size_t index) {
  text::append_index(location, index);
  return location;
}

/// Calls `visit(child, location)` for each schema that stands directly in `schema`, an object,
/// under a keyword of draft-07, `definitions` included. Values of the wrong shape are passed over.
template <class Visit>
void for_each_subschema(const input::Value& schema, const std::string& location, Visit&& visit) {
  const auto visit_schema = [&](const input::Value& child, std::string place) {
    if (is_schema(child)) visit(child, std::move(place));
  };
  for (const input::Value::Member& member : schema.GetObject()) {
    const std::string_view name = input::text_of(member.name);
    const KeywordRow* row = find_keyword(name);
    if (row == nullptr) continue;
    const bool one = row->role == KeywordRole::subschema || row->role == KeywordRole::items;
    const bool many = row->role == KeywordRole::list || row->role == KeywordRole::items;
    const bool named = row->role == KeywordRole::map || row->role == KeywordRole::dependencies ||
                       row->role == KeywordRole::definitions;
    if (one) visit_schema(member.value, within(location, name));
    if (many && member.value.IsArray()) {
      for (rapidjson::SizeType i = 0; i < member.value.Size(); ++i) {
        visit_schema(member.value[i], within(within(location, name), i));
      }
    }
    if (!named || !member.value.IsObject()) continue;
    for (const input::Value::Member& inner : member.value.GetObject()) {
      visit_schema(inner.value, within(within(location, name), input::text_of(inner.name)));
    }
  }
}

}  // namespace admit::schema
