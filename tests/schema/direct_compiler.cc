// DirectCompiler: a schema in hoisted form -> one closure for each keyword.
#include "schema/direct_compiler.h"

#include <algorithm>
#include <stdexcept>
#include <string>
#include <utility>

#include "format/ecma_pattern.h"
#include "format/format.h"
#include "schema/hoisted_name.h"
#include "schema/plain_json.h"

namespace admit::test {
namespace {

using Json = rapidjson::Value;
using Check = std::function<bool(const Json&)>;

const Json* find(const Json& object, const std::string& name) {
  for (const Json::Member& member : object.GetObject()) {
    if (plain_text(member.name) == name) return &member.value;
  }
  return nullptr;
}

std::string name_of(const Json& hoisted_name) {
  return schema::decode_name(plain_text(hoisted_name));
}

format::Pattern pattern_of(const Json& hoisted_pattern) {
  return format::Pattern::compile(name_of(hoisted_pattern)).value();
}

// A check of values of one kind, which takes all others.
template <bool (Json::*is_kind)() const, class Test>
Check only(Test test) {
  return [test = std::move(test)](const Json& value) { return !(value.*is_kind)() || test(value); };
}

Check make_type(const Json& argument) {
  std::vector<std::string> names;
  if (argument.IsString()) names.push_back(plain_text(argument));
  if (argument.IsArray()) {
    for (const Json& name : argument.GetArray()) names.push_back(plain_text(name));
  }
  return [names](const Json& value) {
    return std::ranges::any_of(names, [&](const auto& name) { return is_plain_type(value, name); });
  };
}

Check make_const(const Json& argument) {
  return [&argument](const Json& value) { return are_plainly_equal(argument, value); };
}

Check make_enum(const Json& argument) {
  return [&argument](const Json& value) {
    return std::ranges::any_of(argument.GetArray(), [&](const Json& allowed) {
      return are_plainly_equal(allowed, value);
    });
  };
}

// Bounds of numbers, by a comparison; and of counts.
template <class Compare>
Check make_bound(const Json& argument) {
  return only<&Json::IsNumber>([bound = plain_number(argument)](const Json& value) {
    return Compare()(plain_number(value), bound);
  });
}

Check make_multiple_of(const Json& argument) {
  return only<&Json::IsNumber>(
      [&argument](const Json& value) { return is_plain_multiple(value, argument); });
}

template <class Compare>
Check make_length(const Json& argument) {
  return only<&Json::IsString>([bound = argument.GetUint64()](const Json& value) {
    return Compare()(plain_length(plain_text(value)), bound);
  });
}

template <class Compare>
Check make_item_count(const Json& argument) {
  return only<&Json::IsArray>(
      [bound = argument.GetUint64()](const Json& value) { return Compare()(value.Size(), bound); });
}

template <class Compare>
Check make_member_count(const Json& argument) {
  return only<&Json::IsObject>([bound = argument.GetUint64()](const Json& value) {
    return Compare()(value.MemberCount(), bound);
  });
}

Check make_pattern(const Json& argument) {
  return only<&Json::IsString>([pattern = pattern_of(argument)](const Json& value) {
    return pattern.matches(plain_text(value));
  });
}

Check make_format(const Json& argument) {
  const format::FormatRow* row = format::find_format(plain_text(argument));
  return only<&Json::IsString>(
      [row](const Json& value) { return row->is_valid(plain_text(value)); });
}

Check make_unique_items(const Json& argument) {
  return only<&Json::IsArray>([is_wanted = argument.GetBool()](const Json& value) {
    for (rapidjson::SizeType i = 0; is_wanted && i < value.Size(); ++i) {
      for (rapidjson::SizeType j = 0; j < i; ++j) {
        if (are_plainly_equal(value[i], value[j])) return false;
      }
    }
    return true;
  });
}

Check make_required(const Json& argument) {
  return only<&Json::IsObject>([&argument](const Json& value) {
    return std::ranges::all_of(argument.GetArray(), [&](const Json& name) {
      return find(value, name_of(name)) != nullptr;
    });
  });
}

bool hold_all(const std::vector<Check>& checks, const Json& value) {
  return std::ranges::all_of(checks, [&](const Check& check) { return check(value); });
}

}  // namespace

DirectCompiler::DirectCompiler(const rapidjson::Document& hoisted) {
  for (const Json& definition : hoisted["definitions"].GetArray()) {
    definitions_.push_back(compile(definition));
  }
}

const std::vector<DirectCompiler::Row>& DirectCompiler::rows() {
  using Self = DirectCompiler;
  static const std::vector<Row> rows = {
      {"allOf", &Self::all_of},
      {"anyOf", &Self::any_of},
      {"oneOf", &Self::one_of},
      {"not", &Self::not_},
      {"if", &Self::if_},
      {"then", nullptr},
      {"else", nullptr},
      {"title", nullptr},
      {"type", &Self::plain<make_type>},
      {"enum", &Self::plain<make_enum>},
      {"const", &Self::plain<make_const>},
      {"minimum", &Self::plain<make_bound<std::greater_equal<>>>},
      {"maximum", &Self::plain<make_bound<std::less_equal<>>>},
      {"exclusiveMinimum", &Self::plain<make_bound<std::greater<>>>},
      {"exclusiveMaximum", &Self::plain<make_bound<std::less<>>>},
      {"multipleOf", &Self::plain<make_multiple_of>},
      {"minLength", &Self::plain<make_length<std::greater_equal<>>>},
      {"maxLength", &Self::plain<make_length<std::less_equal<>>>},
      {"pattern", &Self::plain<make_pattern>},
      {"format", &Self::plain<make_format>},
      {"minItems", &Self::plain<make_item_count<std::greater_equal<>>>},
      {"maxItems", &Self::plain<make_item_count<std::less_equal<>>>},
      {"uniqueItems", &Self::plain<make_unique_items>},
      {"items", &Self::items},
      {"additionalItems", nullptr},
      {"contains", &Self::contains},
      {"minProperties", &Self::plain<make_member_count<std::greater_equal<>>>},
      {"maxProperties", &Self::plain<make_member_count<std::less_equal<>>>},
      {"required", &Self::plain<make_required>},
      {"properties", &Self::properties},
      {"patternProperties", &Self::pattern_properties},
      {"additionalProperties", &Self::additional_properties},
      {"propertyNames", &Self::property_names},
      {"dependencies", &Self::dependencies},
  };
  return rows;
}

Check DirectCompiler::compile(const Json& schema) const {
  if (const Json* reference = find(schema, "$ref")) {
    // Looked up late, as definitions may refer to each other in circles.
    const std::string text = plain_text(*reference);
    const std::size_t n = std::stoul(text.substr(text.rfind('/') + 1));
    return [this, n](const Json& value) { return definitions_[n](value); };
  }
  std::vector<Check> checks;
  for (const Json::Member& member : schema.GetObject()) {
    Check check = compile_keyword(plain_text(member.name), member.value, schema);
    if (check) checks.push_back(std::move(check));
  }
  return [checks = std::move(checks)](const Json& value) { return hold_all(checks, value); };
}

// Nothing for a keyword that another one takes care of.
Check DirectCompiler::compile_keyword(std::string_view name, const Json& argument,
                                      const Json& schema) const {
  const auto row = std::ranges::find(rows(), name, &Row::keyword);
  if (row == rows().end()) throw std::logic_error(std::string(name));
  return row->maker == nullptr ? Check() : (this->*row->maker)(argument, schema);
}

std::vector<Check> DirectCompiler::compile_list(const Json& schemas) const {
  std::vector<Check> checks;
  for (const Json& schema : schemas.GetArray()) checks.push_back(compile(schema));
  return checks;
}

Check DirectCompiler::all_of(const Json& argument, const Json&) const {
  return [all = compile_list(argument)](const Json& value) { return hold_all(all, value); };
}

Check DirectCompiler::any_of(const Json& argument, const Json&) const {
  return [any = compile_list(argument)](const Json& value) {
    return std::ranges::any_of(any, [&](const Check& check) { return check(value); });
  };
}

Check DirectCompiler::one_of(const Json& argument, const Json&) const {
  return [any = compile_list(argument)](const Json& value) {
    return std::ranges::count_if(any, [&](const Check& check) { return check(value); }) == 1;
  };
}

Check DirectCompiler::not_(const Json& argument, const Json&) const {
  return [check = compile(argument)](const Json& value) { return !check(value); };
}

Check DirectCompiler::if_(const Json& argument, const Json& schema) const {
  const auto branch = [&](const char* name) {
    const Json* inner = find(schema, name);
    return inner == nullptr ? Check([](const Json&) { return true; }) : compile(*inner);
  };
  return [condition = compile(argument), then = branch("then"), otherwise = branch("else")](
             const Json& value) { return condition(value) ? then(value) : otherwise(value); };
}

Check DirectCompiler::dependencies(const Json& argument, const Json&) const {
  std::vector<Check> checks;
  for (const Json::Member& member : argument.GetObject()) {
    const Json& asked = member.value;
    checks.push_back(
        [name = name_of(member.name),
         check = asked.IsArray() ? make_required(asked) : compile(asked)](const Json& value) {
          return find(value, name) == nullptr || check(value);
        });
  }
  return only<&Json::IsObject>([checks](const Json& value) { return hold_all(checks, value); });
}

Check DirectCompiler::items(const Json& argument, const Json& schema) const {
  const Json* rest = argument.IsArray() ? find(schema, "additionalItems") : &argument;
  const std::vector<Check> tuple =
      argument.IsArray() ? compile_list(argument) : std::vector<Check>();
  return only<&Json::IsArray>(
      [tuple, others = rest == nullptr ? Check() : compile(*rest)](const Json& value) {
        for (rapidjson::SizeType i = 0; i < value.Size(); ++i) {
          const Check& check = i < tuple.size() ? tuple[i] : others;
          if (check && !check(value[i])) return false;
        }
        return true;
      });
}

Check DirectCompiler::contains(const Json& argument, const Json&) const {
  return only<&Json::IsArray>([check = compile(argument)](const Json& value) {
    return std::ranges::any_of(value.GetArray(), check);
  });
}

Check DirectCompiler::properties(const Json& argument, const Json&) const {
  std::vector<Check> checks;
  for (const Json::Member& property : argument.GetObject()) {
    checks.push_back(
        [name = name_of(property.name), check = compile(property.value)](const Json& value) {
          const Json* member = find(value, name);
          return member == nullptr || check(*member);
        });
  }
  return only<&Json::IsObject>([checks](const Json& value) { return hold_all(checks, value); });
}

Check DirectCompiler::pattern_properties(const Json& argument, const Json&) const {
  std::vector<std::pair<format::Pattern, Check>> pairs;
  for (const Json::Member& property : argument.GetObject()) {
    pairs.emplace_back(pattern_of(property.name), compile(property.value));
  }
  return only<&Json::IsObject>([pairs](const Json& value) {
    for (const Json::Member& member : value.GetObject()) {
      for (const auto& [pattern, check] : pairs) {
        if (pattern.matches(plain_text(member.name)) && !check(member.value)) return false;
      }
    }
    return true;
  });
}

Check DirectCompiler::additional_properties(const Json& argument, const Json& schema) const {
  std::vector<std::string> names;
  std::vector<format::Pattern> patterns;
  if (const Json* own = find(schema, "properties")) {
    for (const Json::Member& property : own->GetObject()) names.push_back(name_of(property.name));
  }
  if (const Json* own = find(schema, "patternProperties")) {
    for (const Json::Member& property : own->GetObject()) {
      patterns.push_back(pattern_of(property.name));
    }
  }
  return only<&Json::IsObject>([names, patterns, check = compile(argument)](const Json& value) {
    return std::ranges::all_of(value.GetObject(), [&](const Json::Member& member) {
      const std::string name = plain_text(member.name);
      return std::ranges::count(names, name) > 0 ||
             std::ranges::any_of(patterns, [&](const auto& one) { return one.matches(name); }) ||
             check(member.value);
    });
  });
}

Check DirectCompiler::property_names(const Json& argument, const Json&) const {
  return only<&Json::IsObject>([check = compile(argument)](const Json& value) {
    return std::ranges::all_of(value.GetObject(),
                               [&](const Json::Member& member) { return check(member.name); });
  });
}

}  // namespace admit::test
