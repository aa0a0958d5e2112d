// Keyword: the keywords of JSON Schema draft-07 as an enumeration and a table, from keywords.def.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "input/value.h"

namespace admit::schema {

enum class Keyword : std::uint8_t {
#define ADMIT_KEYWORD(symbol, name, role, shape) symbol,
#include "schema/keywords.def"
#undef ADMIT_KEYWORD
};

/// What the normaliser does with a keyword; see keywords.def.
enum class KeywordRole : std::uint8_t {
  assertion,
  subschema,
  subschemas,
  reference,
  annotation,
  root_only,
  not_enforced,
};

/// What the value of a keyword must look like.
enum class KeywordShape : std::uint8_t {
  any,
  flag,
  text,
  number,
  count,  ///< a non-negative integer
  list,
  filled_list,  ///< an array with one item at least
  names,        ///< an array of distinct strings
  types,        ///< the name of a type, or a filled array of distinct ones
  text_map,     ///< an object of strings
  schema,       ///< an object or a boolean
  schema_map,   ///< an object of schemas
  draft,        ///< the URI of draft-07
};

struct KeywordRow {
  Keyword keyword;
  std::string_view name;
  KeywordRole role;
  KeywordShape shape;
};

std::span<const KeywordRow> keyword_rows() noexcept;
const KeywordRow& keyword_row(Keyword keyword) noexcept;

/// The row of the keyword called `name`, or null.
const KeywordRow* find_keyword(std::string_view name) noexcept;

/// What is wrong with `value` as the value of a keyword of that shape; empty when nothing is. Looks
/// one level deep: schemas inside are judged when they are reached.
std::string_view shape_fault(KeywordShape shape, const input::Value& value);

/// The value of a keyword of the shape `count`; what is beyond 2^63 - 1 counts as that, as no
/// document can reach it.
std::uint64_t count_of(const input::Value& value) noexcept;

/// A set of keywords.
class KeywordSet {
 public:
  void add(Keyword keyword) noexcept { bits_ |= bit(keyword); }
  [[nodiscard]] bool has(Keyword keyword) const noexcept { return (bits_ & bit(keyword)) != 0; }
  [[nodiscard]] KeywordSet without(KeywordSet others) const noexcept {
    KeywordSet rest;
    rest.bits_ = bits_ & ~others.bits_;
    return rest;
  }
  [[nodiscard]] bool empty() const noexcept { return bits_ == 0; }

 private:
  static std::uint64_t bit(Keyword keyword) noexcept {
    return std::uint64_t{1} << static_cast<unsigned>(keyword);
  }
  std::uint64_t bits_ = 0;
};

}  // namespace admit::schema
