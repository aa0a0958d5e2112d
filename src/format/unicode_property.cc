// Properties of Unicode as `\p{...}` names them -> sets in RE2 syntax (find_property). The names
// stand in unicode_properties.def.
#include "format/unicode_property.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "format/quote.h"

namespace admit::format {
namespace {

enum class Kind { category, script, binary };

struct Row {
  Kind kind;
  std::string_view name;
  std::string_view short_name;
  std::string_view other_name;
  std::string_view members;
  bool is_complement;
};

#define ADMIT_PROPERTY(kind, name, short_name, other_name, members, is_complement) \
  {Kind::kind, name, short_name, other_name, members, is_complement},
#define ADMIT_SCRIPT(name, short_name, other_name) \
  {Kind::script, name, short_name, other_name, "\\p{" name "}", false},
constexpr Row kRows[] = {
#include "format/unicode_properties.def"
};
#undef ADMIT_PROPERTY
#undef ADMIT_SCRIPT

bool has_name(const Row& row, std::string_view name) noexcept {
  return !name.empty() && (row.name == name || row.short_name == name || row.other_name == name);
}

const Row* find_row(Kind kind, std::string_view name) noexcept {
  const Row* const found = std::find_if(std::begin(kRows), std::end(kRows), [&](const Row& row) {
    return row.kind == kind && has_name(row, name);
  });
  return found == std::end(kRows) ? nullptr : found;
}

UnicodeProperty property_of(const Row* row, std::string_view expression) {
  if (row == nullptr) return {std::nullopt, quoted(expression) + " is no property of Unicode"};
  if (row->members.empty()) return {};
  return {CharacterSet{std::string(row->members), row->is_complement}, ""};
}

UnicodeProperty find_lone_property(std::string_view name) {
  const Row* row = find_row(Kind::category, name);
  if (row == nullptr) row = find_row(Kind::binary, name);
  if (row == nullptr && find_row(Kind::script, name) != nullptr) {
    const std::string spelled = "Script=" + std::string(name);
    return {std::nullopt, quoted(name) + " is a script, which is spelled " + quoted(spelled)};
  }
  return property_of(row, name);
}

struct Prefix {
  std::string_view name;
  Kind kind;
  bool has_table;
};

constexpr Prefix kPrefixes[] = {
    {"General_Category", Kind::category, true},
    {"gc", Kind::category, true},
    {"Script", Kind::script, true},
    {"sc", Kind::script, true},
    {"Script_Extensions", Kind::script, false},
    {"scx", Kind::script, false},
};

}  // namespace

UnicodeProperty find_property(std::string_view expression) {
  const std::size_t equals = expression.find('=');
  if (equals == std::string_view::npos) return find_lone_property(expression);
  for (const Prefix& prefix : kPrefixes) {
    if (prefix.name != expression.substr(0, equals)) continue;
    UnicodeProperty found =
        property_of(find_row(prefix.kind, expression.substr(equals + 1)), expression);
    if (!prefix.has_table) found.set.reset();
    return found;
  }
  return property_of(nullptr, expression);
}

CharacterSet complement(CharacterSet set) {
  const bool is_one_property =
      set.members.starts_with("\\p{") && set.members.find('}') + 1 == set.members.size();
  if (is_one_property && !set.is_complement) {
    set.members[1] = 'P';
  } else {
    set.is_complement = !set.is_complement;
  }
  return set;
}

}  // namespace admit::format
