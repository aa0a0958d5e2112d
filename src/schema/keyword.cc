// Keywords of JSON Schema draft-07, and what their values must look like.
#include "schema/keyword.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

#include "schema/type_set.h"
#include "text/suggest.h"

namespace admit::schema {
namespace {

using input::Value;

constexpr std::array kRows = {
#define ADMIT_KEYWORD(symbol, name, role, shape) \
  KeywordRow{Keyword::symbol, name, KeywordRole::role, KeywordShape::shape},
#define ADMIT_FOREIGN_KEYWORD(name, hint)
#define ADMIT_HARMLESS_KEYWORD(name)
#include "schema/keywords.def"
#undef ADMIT_KEYWORD
#undef ADMIT_FOREIGN_KEYWORD
#undef ADMIT_HARMLESS_KEYWORD
};
static_assert(kRows.size() <= 64, "KeywordSet holds 64 keywords");

struct ForeignRow {
  std::string_view name;
  std::string_view hint;
};

constexpr std::array kForeign = {
#define ADMIT_KEYWORD(symbol, name, role, shape)
#define ADMIT_FOREIGN_KEYWORD(name, hint) ForeignRow{name, hint},
#define ADMIT_HARMLESS_KEYWORD(name)
#include "schema/keywords.def"
#undef ADMIT_KEYWORD
#undef ADMIT_FOREIGN_KEYWORD
#undef ADMIT_HARMLESS_KEYWORD
};

constexpr std::array kHarmless = {
#define ADMIT_KEYWORD(symbol, name, role, shape)
#define ADMIT_FOREIGN_KEYWORD(name, hint)
#define ADMIT_HARMLESS_KEYWORD(name) std::string_view(name),
#include "schema/keywords.def"
#undef ADMIT_KEYWORD
#undef ADMIT_FOREIGN_KEYWORD
#undef ADMIT_HARMLESS_KEYWORD
};

bool is_count(const Value& value) {
  if (value.IsUint64()) return true;
  if (!value.IsDouble()) return false;
  const double number = value.GetDouble();
  return number >= 0 && std::trunc(number) == number;
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

bool is_names(const Value& value) {
  return value.IsArray() && all_strings(value) && are_distinct(value);
}

bool is_schemas(const Value& value) {
  return value.IsArray() && !value.Empty() &&
         std::all_of(value.Begin(), value.End(), [](const Value& item) { return is_schema(item); });
}

bool is_map(const Value& value, bool (*holds)(const Value&)) {
  return value.IsObject() &&
         std::all_of(value.MemberBegin(), value.MemberEnd(),
                     [&](const Value::Member& member) { return holds(member.value); });
}

bool is_schema_value(const Value& value) {
  return is_schema(value);
}

bool is_dependency(const Value& value) {
  return is_schema(value) || is_names(value);
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
    ShapeRow{KeywordShape::positive_number,
             [](const Value& v) { return v.IsNumber() && v.GetDouble() > 0; },
             "must be a number above 0"},
    ShapeRow{KeywordShape::count, is_count, "must be a non-negative integer"},
    ShapeRow{KeywordShape::list, [](const Value& v) { return v.IsArray(); }, "must be an array"},
    ShapeRow{KeywordShape::names, is_names, "must be an array of distinct strings"},
    ShapeRow{KeywordShape::types, is_types,
             "must be one of null, boolean, integer, number, string, array, object, or an array of "
             "distinct ones"},
    ShapeRow{KeywordShape::schema, is_schema_value, "must be a schema: an object, true or false"},
    ShapeRow{KeywordShape::schemas, is_schemas, "must be an array of one schema at least"},
    ShapeRow{KeywordShape::schema_or_schemas,
             [](const Value& v) { return is_schema(v) || is_schemas(v); },
             "must be a schema, or an array of one schema at least"},
    ShapeRow{KeywordShape::schema_map, [](const Value& v) { return is_map(v, is_schema_value); },
             "must be an object of schemas"},
    ShapeRow{KeywordShape::dependencies, [](const Value& v) { return is_map(v, is_dependency); },
             "must be an object of schemas or arrays of distinct strings"},
};

// The keyword that asserts, or leads to schemas, and that `name` is probably a slip of. Short names
// are near too many words: there the value must look right as well.
const KeywordRow* find_meant(std::string_view name, const Value& value) {
  constexpr std::size_t kShortName = 5;
  std::vector<std::string_view> names;
  for (const KeywordRow& row : kRows) {
    if (row.role != KeywordRole::annotation) names.push_back(row.name);
  }
  const auto nearest = text::closest(name, names);
  if (!nearest) return nullptr;
  const KeywordRow* row = find_keyword(*nearest);
  const bool is_sure = std::min(name.size(), nearest->size()) > kShortName;
  return is_sure || shape_fault(row->shape, value).empty() ? row : nullptr;
}

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

const Value* find_member(const Value& object, std::string_view name) noexcept {
  for (const Value::Member& member : object.GetObject()) {
    if (input::text_of(member.name) == name) return &member.value;
  }
  return nullptr;
}

WordFault judge_word(std::string_view name, const Value& value) {
  if (name.starts_with("x-") || std::ranges::find(kHarmless, name) != kHarmless.end()) return {};
  const auto quoted = [](std::string_view word) { return '`' + std::string(word) + '`'; };
  const auto foreign = std::ranges::find(kForeign, name, &ForeignRow::name);
  if (foreign != kForeign.end()) {
    return {"the keyword " + quoted(name) + " is of another draft, and draft-07 would ignore it",
            std::string(foreign->hint)};
  }
  const KeywordRow* meant = find_meant(name, value);
  if (meant == nullptr) return {};
  return {"the keyword " + quoted(name) + " is unknown, and would be ignored",
          "did you mean " + quoted(meant->name) + "? Start its name with `x-` if not"};
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
