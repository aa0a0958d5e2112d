// Keywords of JSON Schema draft-07, and what their values must look like.
#include "schema/keyword.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

#include "schema/type_set.h"

namespace admit::schema {
namespace {

using input::Value;

constexpr std::array kRows = {
#define ADMIT_KEYWORD(symbol, name, role, shape) \
  KeywordRow{Keyword::symbol, name, KeywordRole::role, KeywordShape::shape},
#include "schema/keywords.def"
#undef ADMIT_KEYWORD
};
static_assert(kRows.size() <= 64, "KeywordSet holds 64 keywords");

bool is_count(const Value& value) {
  if (value.IsUint64()) return true;
  if (!value.IsDouble()) return false;
  const double number = value.GetDouble();
  return number >= 0 && number < 18446744073709551616.0 && std::trunc(number) == number;
}

bool all_strings(const Value& array) {
  return std::all_of(array.Begin(), array.End(), [](const Value& item) { return item.IsString(); });
}

bool are_distinct(const Value& strings) {
  std::vector<std::string_view> texts;
  for (const Value& text : strings.GetArray()) texts.push_back(input::text_of(text));
  std::sort(texts.begin(), texts.end());
  return std::adjacent_find(texts.begin(), texts.end()) == texts.end();
}

bool is_type_name(const Value& value) {
  return value.IsString() && find_type(input::text_of(value)).has_value();
}

bool is_types(const Value& value) {
  if (!value.IsArray()) return is_type_name(value);
  return !value.Empty() && std::all_of(value.Begin(), value.End(), is_type_name) &&
         are_distinct(value);
}

bool is_text_map(const Value& value) {
  return value.IsObject() &&
         std::all_of(value.MemberBegin(), value.MemberEnd(),
                     [](const Value::Member& member) { return member.value.IsString(); });
}

bool is_draft_07(const Value& value) {
  if (!value.IsString()) return false;
  std::string_view uri = input::text_of(value);
  if (uri.ends_with('#')) uri.remove_suffix(1);
  return uri == "http://json-schema.org/draft-07/schema";
}

// One test and one complaint for each shape, in the order of the enumeration.
struct ShapeRow {
  KeywordShape shape;
  bool (*holds)(const Value&);
  std::string_view complaint;
};

constexpr std::array kShapes = {
    ShapeRow{KeywordShape::any, [](const Value&) { return true; }, ""},
    ShapeRow{KeywordShape::flag, [](const Value& v) { return v.IsBool(); },
             "must be true or false"},
    ShapeRow{KeywordShape::text, [](const Value& v) { return v.IsString(); }, "must be a string"},
    ShapeRow{KeywordShape::number, [](const Value& v) { return v.IsNumber(); }, "must be a number"},
    ShapeRow{KeywordShape::count, is_count, "must be a non-negative integer"},
    ShapeRow{KeywordShape::list, [](const Value& v) { return v.IsArray(); }, "must be an array"},
    ShapeRow{KeywordShape::filled_list, [](const Value& v) { return v.IsArray() && !v.Empty(); },
             "must be an array with one item at least"},
    ShapeRow{KeywordShape::names,
             [](const Value& v) { return v.IsArray() && all_strings(v) && are_distinct(v); },
             "must be an array of distinct strings"},
    ShapeRow{KeywordShape::types, is_types,
             "must be one of null, boolean, integer, number, string, array, object, or an array of "
             "distinct ones"},
    ShapeRow{KeywordShape::text_map, is_text_map, "must be an object of strings"},
    ShapeRow{KeywordShape::schema, [](const Value& v) { return v.IsObject() || v.IsBool(); },
             "must be a schema: an object, true or false"},
    ShapeRow{KeywordShape::schema_map, [](const Value& v) { return v.IsObject(); },
             "must be an object of schemas"},
    ShapeRow{
        KeywordShape::draft, is_draft_07,
        "must be \"http://json-schema.org/draft-07/schema#\", the one draft that is supported"},
};

}  // namespace

std::span<const KeywordRow> keyword_rows() noexcept {
  return kRows;
}

const KeywordRow& keyword_row(Keyword keyword) noexcept {
  return kRows[static_cast<std::size_t>(keyword)];
}

const KeywordRow* find_keyword(std::string_view name) noexcept {
  const auto found = std::ranges::find(kRows, name, &KeywordRow::name);
  return found == kRows.end() ? nullptr : &*found;
}

std::uint64_t count_of(const Value& value) noexcept {
  constexpr std::uint64_t kMost = 0x7FFFFFFFFFFFFFFF;
  if (value.IsUint64()) return std::min(value.GetUint64(), kMost);
  constexpr double kTwoTo63 = 9223372036854775808.0;
  return value.GetDouble() >= kTwoTo63 ? kMost : static_cast<std::uint64_t>(value.GetDouble());
}

std::string_view shape_fault(KeywordShape shape, const Value& value) {
  const ShapeRow& row = kShapes[static_cast<std::size_t>(shape)];
  return row.holds(value) ? std::string_view() : row.complaint;
}

}  // namespace admit::schema
