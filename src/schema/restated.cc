// A schema -> the same in the words of draft-07 alone: revisions settled, null and unknown members
// as the engine takes them.
// Outside functions: restate.
#include "schema/restated.h"

#include <utility>

#include "schema/keyword.h"
#include "schema/revision.h"

namespace admit::schema {
namespace {

using input::Pool;
using input::text_of;
using input::Value;

bool is_of_revisions(std::string_view name) {
  return name == "x-since" || name == "x-enum-since";
}

// The value of a keyword, to be changed; null where there is none.
Value* find(Value& object, Keyword keyword) {
  const std::string_view name = name_of(keyword);
  const Value key(name.data(), static_cast<rapidjson::SizeType>(name.size()));
  return object.HasMember(key) ? &object[key] : nullptr;
}

class Restater {
 public:
  Restater(const RestateOptions& options, Pool& pool) : options_(options), pool_(pool) {}

  Value restate(const Value& schema) {
    if (!schema.IsObject()) return copy(schema);
    Value out(rapidjson::kObjectType);
    for (const Value::Member& member : schema.GetObject()) {
      const std::string_view name = text_of(member.name);
      if (is_of_revisions(name)) continue;
      out.AddMember(copy(member.name), restate_keyword(schema, name, member.value), pool_);
    }
    if (options_.refuses_unknown) close(out);
    if (options_.admits_null) ask_for_more_than_null(out);
    return out;
  }

 private:
  // Texts, too: those of the source are views.
  [[nodiscard]] Value copy(const Value& value) {
    if (value.IsString()) return {value.GetString(), value.GetStringLength(), pool_};
    if (value.IsArray()) {
      Value out(rapidjson::kArrayType);
      for (const Value& item : value.GetArray()) out.PushBack(copy(item), pool_);
      return out;
    }
    if (value.IsObject()) {
      Value out(rapidjson::kObjectType);
      for (const Value::Member& member : value.GetObject()) {
        out.AddMember(copy(member.name), copy(member.value), pool_);
      }
      return out;
    }
    return {value, pool_};
  }

  Value restate_keyword(const Value& schema, std::string_view name, const Value& value) {
    const KeywordRow* row = find_keyword(name);
    if (row == nullptr) return copy(value);
    if (row->keyword == Keyword::enum_) return restate_enum(schema);
    switch (row->role) {
      case KeywordRole::subschema:
        return row->keyword == Keyword::additional_properties ? restate_member(value)
                                                              : restate(value);
      case KeywordRole::items:
      case KeywordRole::list:
        return value.IsArray() ? restate_list(value) : restate(value);
      case KeywordRole::map:
        return restate_map(value, true);
      case KeywordRole::definitions:
      case KeywordRole::dependencies:
        return restate_map(value, false);
      default:
        return copy(value);
    }
  }

  Value restate_enum(const Value& schema) {
    Value values(rapidjson::kArrayType);
    for (const Value* value : enum_values(schema, options_.revision)) {
      values.PushBack(copy(*value), pool_);
    }
    return values;
  }

  Value restate_list(const Value& list) {
    Value schemas(rapidjson::kArrayType);
    for (const Value& schema : list.GetArray()) schemas.PushBack(restate(schema), pool_);
    return schemas;
  }

  // A map of schemas, `of_members`: of the members of the object that the schema is about.
  Value restate_map(const Value& map, bool of_members) {
    Value schemas(rapidjson::kObjectType);
    for (const Value::Member& member : map.GetObject()) {
      if (of_members && is_later(member.value, options_.revision)) continue;
      Value schema = of_members               ? restate_member(member.value)
                     : member.value.IsArray() ? copy(member.value)
                                              : restate(member.value);
      schemas.AddMember(copy(member.name), schema, pool_);
    }
    return schemas;
  }

  // The schema of a member: it may be null, too.
  Value restate_member(const Value& schema) {
    Value out = restate(schema);
    if (!options_.admits_null || schema.IsTrue()) return out;
    if (out.IsObject() && !has_untyped_keyword(out)) {
      if (Value* type = find(out, Keyword::type)) {
        add_null_type(*type);
        if (Value* values = find(out, Keyword::enum_)) values->PushBack(Value(), pool_);
      }
      return out;
    }
    Value null(rapidjson::kObjectType);
    null.AddMember("type", "null", pool_);
    Value either(rapidjson::kArrayType);
    either.PushBack(null, pool_).PushBack(out, pool_);
    Value wrapped(rapidjson::kObjectType);
    wrapped.AddMember("anyOf", either, pool_);
    return wrapped;
  }

  // A keyword that looks at a null, too, apart from `type` and an `enum` beside it.
  static bool has_untyped_keyword(Value& schema) {
    for (const Keyword keyword : {Keyword::ref, Keyword::const_, Keyword::not_, Keyword::if_,
                                  Keyword::all_of, Keyword::any_of, Keyword::one_of}) {
      if (find(schema, keyword) != nullptr) return true;
    }
    return find(schema, Keyword::enum_) != nullptr && find(schema, Keyword::type) == nullptr;
  }

  void add_null_type(Value& type) {
    if (type.IsString()) {
      Value types(rapidjson::kArrayType);
      types.PushBack(type, pool_);
      type = types;
    }
    for (const Value& one : type.GetArray()) {
      if (text_of(one) == "null") return;
    }
    type.PushBack("null", pool_);
  }

  void close(Value& schema) {
    const bool names_members = find(schema, Keyword::properties) != nullptr;
    if (!names_members || find(schema, Keyword::additional_properties) != nullptr) return;
    schema.AddMember("additionalProperties", Value(false), pool_);
  }

  // `required`, where null is not enough.
  void ask_for_more_than_null(Value& schema) {
    const Value* required = find(schema, Keyword::required);
    if (required == nullptr) return;
    Value members(rapidjson::kObjectType);
    for (const Value& name : required->GetArray()) {
      Value null(rapidjson::kObjectType);
      null.AddMember("type", "null", pool_);
      Value no_null(rapidjson::kObjectType);
      no_null.AddMember("not", null, pool_);
      members.AddMember(copy(name), no_null, pool_);
    }
    Value rest(rapidjson::kObjectType);
    rest.AddMember("properties", members, pool_);
    if (find(schema, Keyword::all_of) == nullptr) {
      schema.AddMember("allOf", Value(rapidjson::kArrayType), pool_);
    }
    find(schema, Keyword::all_of)->PushBack(rest, pool_);
  }

  const RestateOptions& options_;
  Pool& pool_;
};

}  // namespace

void restate(const Value& source, const RestateOptions& options, input::Dom& out) {
  Value schema = Restater(options, out.GetAllocator()).restate(source);
  static_cast<Value&>(out).Swap(schema);
}

}  // namespace admit::schema
