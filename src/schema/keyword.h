// Keyword: the keywords of JSON Schema draft-07 as an enumeration and a table, from keywords.def.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "input/value.h"

namespace admit::schema {

enum class Keyword : std::uint8_t {
#define ADMIT_KEYWORD(symbol, name, role, shape) symbol,
#define ADMIT_FOREIGN_KEYWORD(name, hint)
#define ADMIT_HARMLESS_KEYWORD(name)
#include "schema/keywords.def"
#undef ADMIT_KEYWORD
#undef ADMIT_FOREIGN_KEYWORD
#undef ADMIT_HARMLESS_KEYWORD
};

/// What the normaliser does with a keyword; see keywords.def.
enum class KeywordRole : std::uint8_t {
  assertion,
  format,
  subschema,
  list,
  map,
  items,
  dependencies,
  reference,
  identifier,
  dialect,
  definitions,
  annotation,
};

/// What the value of a keyword must look like.
enum class KeywordShape : std::uint8_t {
  any,
  flag,
  text,
  number,
  positive_number,
  count,  ///< a non-negative integer
  list,
  names,              ///< an array of distinct strings
  types,              ///< the name of a type, or a filled array of distinct ones
  schema,             ///< an object or a boolean
  schemas,            ///< a filled array of schemas
  schema_or_schemas,  ///< one of both
  schema_map,         ///< an object of schemas
  dependencies,       ///< an object of schemas and arrays of distinct strings
};

struct KeywordRow {
  Keyword keyword;
  std::string_view name;
  KeywordRole role;
  KeywordShape shape;
};

std::span<const KeywordRow> keyword_rows() noexcept;
const KeywordRow& keyword_row(Keyword keyword) noexcept;

inline std::string_view name_of(Keyword keyword) noexcept {
  return keyword_row(keyword).name;
}

/// The row of the keyword called `name`, or null.
const KeywordRow* find_keyword(std::string_view name) noexcept;

/// What is wrong with `value` as the value of a keyword of that shape; empty when nothing is. Looks
/// one level deep: schemas inside are judged when they are reached.
std::string_view shape_fault(KeywordShape shape, const input::Value& value);

/// What is wrong with a member of a schema that is no keyword of draft-07: one of another draft, or
/// what looks like a misspelling. Both empty for any other word.
struct WordFault {
  std::string message;
  std::string hint;
};
WordFault judge_word(std::string_view name, const input::Value& value);

/// True for an object or a boolean.
inline bool is_schema(const input::Value& value) noexcept {
  return value.IsObject() || value.IsBool();
}

/// The member of `object` called `name`, or null.
const input::Value* find_member(const input::Value& object, std::string_view name) noexcept;

/// The value of `keyword` in `schema`, or null.
inline const input::Value* find_member(const input::Value& schema, Keyword keyword) noexcept {
  return find_member(schema, name_of(keyword));
}

/// The value of a keyword of the shape `count`; what is beyond 2^63 - 1 counts as that, as no
/// document can reach it.
std::uint64_t count_of(const input::Value& value) noexcept;

/// A set of keywords.
class KeywordSet {
 public:
  void add(Keyword keyword) noexcept { bits_ |= bit(keyword); }
  [[nodiscard]] bool has(Keyword keyword) const noexcept { return (bits_ & bit(keyword)) != 0; }
  friend bool operator==(KeywordSet, KeywordSet) = default;

 private:
  static std::uint64_t bit(Keyword keyword) noexcept {
    return std::uint64_t{1} << static_cast<unsigned>(keyword);
  }
  std::uint64_t bits_ = 0;
};

}  // namespace admit::schema
