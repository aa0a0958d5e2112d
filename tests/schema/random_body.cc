// random_body: bodies that nearly meet a schema, made of what it mentions.
#include "schema/random_body.h"

#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <cstddef>
#include <iterator>
#include <map>
#include <string_view>
#include <vector>

#include "schema/plain_json.h"
#include "schema/random_json.h"

namespace admit::test {
namespace {

using Json = rapidjson::Value;

std::string text_of(const Json& value) {
  rapidjson::StringBuffer buffer;
  rapidjson::Writer<rapidjson::StringBuffer> writer(buffer);
  (void)value.Accept(writer);
  return {buffer.GetString(), buffer.GetSize()};
}

class BodyWriter {
 public:
  BodyWriter(const Json& definitions, std::mt19937& random) noexcept
      : definitions_(definitions), json_(random) {}

  // A value for a schema; now and then any value.
  std::string value(const Json& link, std::size_t depth) {
    const Json& schema = follow(link);
    if (depth == 0 || json_.one_in(12)) return json_.value(1);
    const Json* other = json_.one_in(2) ? pick_in_place(schema) : nullptr;
    if (other != nullptr) return value(*other, depth - 1);
    if (const Json* constant = find(schema, "const")) return near(text_of(*constant));
    const Json* allowed = find(schema, "enum");
    if (allowed != nullptr && !allowed->Empty()) return near(text_of(pick(*allowed)));
    return value_of_type(schema, pick_type(schema), depth);
  }

 private:
  static const Json* find(const Json& schema, const char* keyword) {
    const auto member = schema.FindMember(keyword);
    return member == schema.MemberEnd() ? nullptr : &member->value;
  }
  static bool has_any(const Json& schema, std::initializer_list<const char*> keywords) {
    for (const char* keyword : keywords) {
      if (find(schema, keyword) != nullptr) return true;
    }
    return false;
  }
  const Json& follow(const Json& link) const {
    const Json* reference = find(link, "$ref");
    if (reference == nullptr) return link;
    const std::string text = plain_text(*reference);
    return definitions_[static_cast<rapidjson::SizeType>(
        std::stoul(text.substr(text.rfind('/') + 1)))];
  }
  const Json& pick(const Json& list) {
    return list[static_cast<rapidjson::SizeType>(json_.below(list.Size()))];
  }

  // `value`, or one that has more to it.
  std::string near(std::string value) {
    const bool is_object = value.ends_with('}');
    if ((!is_object && !value.ends_with(']')) || !json_.one_in(4)) return value;
    const std::string more = is_object ? R"("more":)" + json_.scalar() : json_.scalar();
    const std::string comma = value.size() > 2 ? "," : "";
    return value.insert(value.size() - 1, comma + more);
  }

  // One of the subschemas that look at the same value; null where there is none.
  const Json* pick_in_place(const Json& schema) {
    std::vector<const Json*> found;
    for (const char* keyword : {"allOf", "anyOf", "oneOf"}) {
      if (const Json* list = find(schema, keyword)) found.push_back(&pick(*list));
    }
    for (const char* keyword : {"not", "if", "then", "else"}) {
      if (const Json* other = find(schema, keyword)) found.push_back(other);
    }
    return found.empty() ? nullptr : found[json_.below(found.size())];
  }

  std::string pick_type(const Json& schema) {
    if (const Json* type = find(schema, "type")) {
      return plain_text(type->IsArray() ? pick(*type) : *type);
    }
    if (has_any(schema, {"properties", "required", "patternProperties", "dependencies",
                         "propertyNames", "additionalProperties", "minProperties"})) {
      return "object";
    }
    if (has_any(schema, {"items", "contains", "uniqueItems", "minItems", "maxItems"})) {
      return "array";
    }
    if (has_any(schema, {"minLength", "maxLength", "pattern", "format"})) return "string";
    if (has_any(schema, {"minimum", "maximum", "multipleOf", "exclusiveMinimum"})) return "number";
    return "";
  }

  std::string value_of_type(const Json& schema, const std::string& type, std::size_t depth) {
    if (type == "object") return object(schema, depth);
    if (type == "array") return array(schema, depth);
    if (type == "string") return json_.string();
    if (type == "number" || type == "integer") return number(schema);
    if (type == "boolean") return json_.one_in(2) ? "true" : "false";
    return type == "null" ? "null" : json_.value(2);
  }

  std::string number(const Json& schema) {
    for (const char* keyword :
         {"minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"}) {
      const Json* bound = find(schema, keyword);
      if (bound != nullptr && json_.one_in(3)) return text_of(*bound);
    }
    return json_.number();
  }

  std::string array(const Json& schema, std::size_t depth) {
    static const Json no_schema(rapidjson::kObjectType);
    const Json* items = find(schema, "items");
    const Json* contained = find(schema, "contains");
    std::string list;
    const std::size_t size = json_.below(5);
    for (std::size_t i = 0; i < size; ++i) {
      const Json* item = items;
      if (items != nullptr && items->IsArray()) {
        const auto place = static_cast<rapidjson::SizeType>(i);
        item = place < items->Size() ? &(*items)[place] : find(schema, "additionalItems");
      }
      if (contained != nullptr && json_.one_in(3)) item = contained;
      list += (list.empty() ? "" : ",") + value(item == nullptr ? no_schema : *item, depth - 1);
    }
    return '[' + list + ']';
  }

  std::string object(const Json& schema, std::size_t depth) {
    std::map<std::string, std::string> members;
    const auto add = [&](const std::string& name) {
      if (!members.contains(name)) members[name] = member(schema, name, depth);
    };
    for (const char* keyword : {"properties", "dependencies"}) {
      const Json* named = find(schema, keyword);
      if (named == nullptr) continue;
      for (const Json::Member& one : named->GetObject()) {
        if (!json_.one_in(3)) add(text_of(one.name));
      }
    }
    if (const Json* required = find(schema, "required")) {
      for (const Json& name : required->GetArray()) {
        if (!json_.one_in(10)) add(text_of(name));
      }
    }
    for (std::size_t more = json_.below(3); more > 0; --more) add(json_.name());
    std::string text;
    for (const auto& [name, value] : members) {
      text += (text.empty() ? "" : ",") + name + ':' + value;
    }
    return '{' + text + '}';
  }

  // The value of the member called `name`, in its quotes.
  std::string member(const Json& schema, const std::string& name, std::size_t depth) {
    if (const Json* properties = find(schema, "properties")) {
      for (const Json::Member& property : properties->GetObject()) {
        if (text_of(property.name) == name) return value(property.value, depth - 1);
      }
    }
    for (const char* keyword : {"patternProperties", "additionalProperties"}) {
      const Json* rest = find(schema, keyword);
      if (rest == nullptr || rest->ObjectEmpty()) continue;
      const bool is_link = rest->HasMember("$ref");
      const auto chosen = std::next(rest->MemberBegin(),
                                    static_cast<std::ptrdiff_t>(json_.below(rest->MemberCount())));
      return value(is_link ? *rest : chosen->value, depth - 1);
    }
    return json_.value(1);
  }

  const Json& definitions_;
  RandomJson json_;
};

}  // namespace

std::string random_body(const rapidjson::Document& hoisted, std::mt19937& random) {
  const Json& definitions = hoisted["definitions"];
  return BodyWriter(definitions, random).value(definitions[0], 5);
}

}  // namespace admit::test
