// random_schema: keywords by theme, subschemas to a small depth, references to definitions and
// root.
#include "schema/random_schema.h"

#include <array>
#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string_view>

#include "schema/random_json.h"

namespace admit::test {
namespace {

constexpr std::size_t kDefinitions = 3;
constexpr std::string_view kTypes[] = {R"("null")",   R"("boolean")", R"("integer")", R"("number")",
                                       R"("string")", R"("array")",   R"("object")"};
constexpr std::string_view kPatterns[] = {R"("a")", R"("^a")", R"("b$")", R"("^[a-c]$")",
                                          R"("^k")"};
constexpr std::string_view kFormats[] = {R"("date")", R"("ipv4")", R"("uuid")", R"("int32")"};
constexpr std::string_view kDivisors[] = {"1", "2", "2.0", "3", "10", "1", "2", "3", "0.5", "0.1"};

// Where a subschema stands. What looks at the same value as a definition may refer to later ones
// only, since anything else could be a loop.
struct Place {
  std::size_t depth = 0;  ///< levels that may still follow
  std::size_t first_definition = 0;
  bool may_refer_to_root = false;

  [[nodiscard]] Place inside() const { return {depth - 1, 0, true}; }
  [[nodiscard]] Place in_place() const { return {depth - 1, first_definition, may_refer_to_root}; }
};

class SchemaWriter {
 public:
  explicit SchemaWriter(std::mt19937& random) noexcept : json_(random) {}

  std::string document() {
    Members members = keywords({3, 0, false});
    Members definitions;
    for (std::size_t n = 0; n < kDefinitions; ++n) {
      definitions["\"d" + std::to_string(n) + '"'] = schema({2, n + 1, false});
    }
    members[R"("definitions")"] = object_of(definitions);
    return object_of(members);
  }

 private:
  using Members = std::map<std::string, std::string>;
  struct Row {
    const char* keyword;
    std::string (SchemaWriter::*write)(const Place&);
  };

  static std::string object_of(const Members& members) {
    std::string text;
    for (const auto& [name, value] : members) {
      text += (text.empty() ? "" : ",") + name + ':' + value;
    }
    return '{' + text + '}';
  }

  static std::span<const Row> rows_for(std::size_t theme);

  std::string schema(const Place& place) {
    if (json_.one_in(14)) return json_.one_in(2) ? "false" : "true";
    if (json_.one_in(5)) {
      if (const auto reference = this->reference(place)) return R"({"$ref":)" + *reference + '}';
    }
    return object_of(keywords(place));
  }

  std::optional<std::string> reference(const Place& place) {
    if (place.may_refer_to_root && json_.one_in(4)) return R"("#")";
    if (place.first_definition >= kDefinitions) return std::nullopt;
    const std::size_t n =
        place.first_definition + json_.below(kDefinitions - place.first_definition);
    return "\"#/definitions/d" + std::to_string(n) + '"';
  }

  // A few keywords of one theme, or of two. At the greatest depth, of those without subschemas.
  Members keywords(const Place& place) {
    Members members;
    for (std::size_t themes = 1 + json_.below(2); themes > 0; --themes) {
      const std::span<const Row> rows = rows_for(json_.below(place.depth == 0 ? 4 : 7));
      for (std::size_t left = 1 + json_.below(3); left > 0; --left) {
        const Row& row = rows[json_.below(rows.size())];
        members['"' + std::string(row.keyword) + '"'] = (this->*row.write)(place);
      }
    }
    return members;
  }

  std::string type(const Place&) {
    if (!json_.one_in(3)) return json_.pick(kTypes);
    return list_of(distinct(1 + json_.below(3), [&] { return json_.pick(kTypes); }));
  }
  std::string value(const Place&) { return json_.value(2); }
  std::string values(const Place&) {
    return list_of(distinct(json_.below(5), [&] { return json_.value(2); }));
  }
  std::string number(const Place&) { return json_.number(); }
  std::string divisor(const Place&) { return json_.pick(kDivisors); }
  std::string small_count(const Place&) { return std::to_string(json_.below(2)); }
  std::string large_count(const Place&) { return std::to_string(1 + json_.below(4)); }
  std::string pattern(const Place&) { return json_.pick(kPatterns); }
  std::string format(const Place&) { return json_.pick(kFormats); }
  std::string flag(const Place&) { return json_.one_in(4) ? "false" : "true"; }
  std::string names(const Place&) {
    return list_of(distinct(json_.below(3), [&] { return json_.name(); }));
  }

  std::string name_dependencies(const Place&) {
    return '{' + json_.name() + ":[" + json_.name() + "]}";
  }

  std::string schema_inside(const Place& place) { return schema(place.inside()); }
  std::string schema_in_place(const Place& place) { return schema(place.in_place()); }
  std::string schemas_in_place(const Place& place) {
    std::string list = schema_in_place(place);
    for (std::size_t more = json_.below(3); more > 0; --more) list += ',' + schema_in_place(place);
    return '[' + list + ']';
  }
  std::string items(const Place& place) {
    if (json_.one_in(2)) return schema_inside(place);
    std::string list;
    for (std::size_t left = 1 + json_.below(3); left > 0; --left) {
      list += (list.empty() ? "" : ",") + schema_inside(place);
    }
    return '[' + list + ']';
  }
  std::string named_schemas(const Place& place) {
    Members members;
    for (std::size_t left = json_.below(4); left > 0; --left) {
      members[json_.name()] = schema_inside(place);
    }
    return object_of(members);
  }
  std::string pattern_schemas(const Place& place) {
    Members members;
    for (std::size_t left = json_.below(3); left > 0; --left) {
      members[json_.pick(kPatterns)] = schema_inside(place);
    }
    return object_of(members);
  }
  std::string dependencies(const Place& place) {
    Members members;
    for (std::size_t left = 1 + json_.below(2); left > 0; --left) {
      members[json_.name()] = json_.one_in(2) ? names(place) : schema_in_place(place);
    }
    return object_of(members);
  }

  template <class Make>
  std::set<std::string> distinct(std::size_t count, const Make& make) {
    std::set<std::string> texts;
    for (; count > 0; --count) texts.insert(make());
    return texts;
  }
  static std::string list_of(const std::set<std::string>& texts) {
    std::string list;
    for (const std::string& text : texts) list += (list.empty() ? "" : ",") + text;
    return '[' + list + ']';
  }

  RandomJson json_;
};

std::span<const SchemaWriter::Row> SchemaWriter::rows_for(std::size_t theme) {
  using Self = SchemaWriter;
  static constexpr Row kAny[] = {
      {"type", &Self::type}, {"enum", &Self::values}, {"const", &Self::value}};
  static constexpr Row kNumbers[] = {{"minimum", &Self::number},
                                     {"maximum", &Self::number},
                                     {"exclusiveMinimum", &Self::number},
                                     {"exclusiveMaximum", &Self::number},
                                     {"multipleOf", &Self::divisor}};
  static constexpr Row kStrings[] = {{"minLength", &Self::small_count},
                                     {"maxLength", &Self::large_count},
                                     {"pattern", &Self::pattern},
                                     {"format", &Self::format}};
  static constexpr Row kContainers[] = {{"required", &Self::names},
                                        {"minProperties", &Self::small_count},
                                        {"maxProperties", &Self::large_count},
                                        {"dependencies", &Self::name_dependencies},
                                        {"minItems", &Self::small_count},
                                        {"maxItems", &Self::large_count},
                                        {"uniqueItems", &Self::flag}};
  static constexpr Row kArrays[] = {
      {"items", &Self::items},          {"additionalItems", &Self::schema_inside},
      {"minItems", &Self::small_count}, {"maxItems", &Self::large_count},
      {"uniqueItems", &Self::flag},     {"contains", &Self::schema_inside}};
  static constexpr Row kObjects[] = {{"properties", &Self::named_schemas},
                                     {"patternProperties", &Self::pattern_schemas},
                                     {"additionalProperties", &Self::schema_inside},
                                     {"propertyNames", &Self::schema_inside},
                                     {"required", &Self::names},
                                     {"dependencies", &Self::dependencies},
                                     {"minProperties", &Self::small_count},
                                     {"maxProperties", &Self::large_count}};
  static constexpr Row kInPlace[] = {
      {"allOf", &Self::schemas_in_place}, {"anyOf", &Self::schemas_in_place},
      {"oneOf", &Self::schemas_in_place}, {"not", &Self::schema_in_place},
      {"if", &Self::schema_in_place},     {"then", &Self::schema_in_place},
      {"else", &Self::schema_in_place}};
  static constexpr std::span<const Row> kThemes[] = {kAny,    kNumbers, kStrings, kContainers,
                                                     kArrays, kObjects, kInPlace};
  return kThemes[theme];
}

}  // namespace

std::string random_schema(std::mt19937& random) {
  return SchemaWriter(random).document();
}

}  // namespace admit::test
