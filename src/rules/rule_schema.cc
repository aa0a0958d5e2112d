// A declarative rule -> a draft-07 schema of the request that refuses the same.
// Outside functions: can_refuse, rule_schema.
#include "rules/rule_schema.h"

#include <algorithm>
#include <string>
#include <utility>

#include "admit/codes.h"

namespace admit::rules {
namespace {

using input::Pool;
using input::Value;

bool is_error(const ActiveRule& rule, std::string_view id) noexcept {
  const auto found = std::ranges::find(rule.codes, id, &RuleCode::id);
  return found != rule.codes.end() && found->severity == Severity::error;
}

bool is_notice(std::string_view id) noexcept {
  return id == code_row(Code::endpoint_underscore).id ||
         id == code_row(Code::endpoint_trailing_dot).id;
}

class RuleSchemaWriter {
 public:
  RuleSchemaWriter(const ActiveRule& active, const DeclaredRule& rule, Pool& pool)
      : active_(active), rule_(rule), pool_(pool) {}

  std::optional<Value> write() {
    std::optional<Value> expected = expectation();
    if (!expected) return std::nullopt;
    Value schema = std::move(*expected);
    for (std::size_t at = rule_.scope().size();; --at) {
      schema = under_conditions(at, std::move(schema));
      if (at == 0) return schema;
      schema = below(rule_.scope()[at - 1], std::move(schema));
    }
  }

 private:
  // ---- Pieces of schemas ----------------------------------------------------------------------

  Value text(std::string_view words) {
    return {words.data(), static_cast<rapidjson::SizeType>(words.size()), pool_};
  }

  Value with(const char* keyword, Value value) {
    Value schema(rapidjson::kObjectType);
    return std::move(schema.AddMember(rapidjson::StringRef(keyword), value, pool_));
  }

  Value with_property(const std::string& name, Value schema) {
    Value properties(rapidjson::kObjectType);
    properties.AddMember(text(name), schema, pool_);
    return with("properties", std::move(properties));
  }

  Value reference(std::string_view definition) {
    return with("$ref", text(std::string(kEndpointDefinitions).append(definition)));
  }

  Value list_of(Value first) {
    Value list(rapidjson::kArrayType);
    return std::move(list.PushBack(first, pool_));
  }

  // What the value that `token` selects must be.
  Value below(const PatternToken& token, Value schema) {
    return token.every ? with("items", std::move(schema))
                       : with_property(token.name, std::move(schema));
  }

  // An object whose member `name` is there and meets `schema`.
  Value required(const std::string& name, Value schema) {
    Value out = with("required", list_of(text(name)));
    Value properties(rapidjson::kObjectType);
    properties.AddMember(text(name), schema, pool_);
    return std::move(out.AddMember("properties", properties, pool_));
  }

  // ---- Conditions -----------------------------------------------------------------------------

  // `{"if": ..., "then": schema}` for the conditions that start `at` tokens down the scope.
  Value under_conditions(std::size_t at, Value schema) {
    for (std::size_t i = rule_.conditions().size(); i-- > 0;) {
      if (rule_.conditions()[i].from != at) continue;
      Value conditional = with("if", condition(i));
      conditional.AddMember("then", schema, pool_);
      schema = std::move(conditional);
    }
    return schema;
  }

  Value condition(std::size_t index) {
    const Condition& declared = rule_.declared().conditions[index];
    const Pattern& path = rule_.conditions()[index].rest;
    Value values(rapidjson::kArrayType);
    for (const std::string& value : declared.values) values.PushBack(text(value), pool_);
    Value schema = with("enum", std::move(values));
    if (declared.negated) {
      Value excluded = std::move(schema);
      schema = with("type", text("string"));
      schema.AddMember("not", excluded, pool_);
    }
    for (std::size_t i = path.size(); i-- > 0;) {
      schema = required(path[i].name, std::move(schema));
      schema.AddMember("type", "object", pool_);
    }
    return schema;
  }

  // ---- Expectations ---------------------------------------------------------------------------

  std::optional<Value> expectation() {
    const Declaration& declared = rule_.declared();
    switch (declared.expectation) {
      case Expectation::given:
        return given();
      case Expectation::unused:
        return selected(nothing());
      case Expectation::format:
        if (declared.pattern.empty()) return std::nullopt;
        return selected(pattern());
      case Expectation::max_items:
        return selected(with("maxItems", Value(std::uint64_t{declared.max_items})));
      case Expectation::endpoint:
        return endpoint();
      case Expectation::ip_host:
        return selected(if_endpoint("admit-endpoint-with-ip"));
      case Expectation::name_host:
        return selected(if_endpoint("admit-endpoint-with-name"));
      case Expectation::port:
        return selected(if_endpoint("admit-endpoint-with-port"));
    }
    return std::nullopt;
  }

  // Of every value that the member's path selects.
  Value selected(Value schema) {
    for (std::size_t i = rule_.member().size(); i-- > 0;) {
      schema = below(rule_.member()[i], std::move(schema));
    }
    return schema;
  }

  // There, not null, not empty.
  Value given() {
    Value null = with("type", text("null"));
    Value schema = with("not", std::move(null));
    schema.AddMember("minLength", 1, pool_);
    if (const std::size_t items = rule_.declared().min_items; items > 0) {
      schema.AddMember("minItems", Value(std::uint64_t{items}), pool_);
    }
    for (std::size_t i = rule_.member().size(); i-- > 0;) {
      schema = required(rule_.member()[i].name, std::move(schema));
      if (i > 0) schema.AddMember("type", "object", pool_);
    }
    return schema;
  }

  Value nothing() {
    Value values(rapidjson::kArrayType);
    values.PushBack(Value(), pool_).PushBack("", pool_);
    return with("enum", std::move(values));
  }

  Value pattern() {
    const Declaration& declared = rule_.declared();
    Value schema = with("pattern", text(declared.pattern));
    if (declared.checks_empty) return schema;
    Value either = list_of(with("maxLength", Value(0)));
    either.PushBack(schema, pool_);
    return with("anyOf", std::move(either));
  }

  std::optional<Value> endpoint() {
    for (const RuleCode& code : active_.codes) {
      if (!is_notice(code.id) && code.severity != Severity::error) return std::nullopt;
    }
    // A value of another type is none of its business.
    Value all = list_of(reference("admit-endpoint"));
    const auto refuse = [&](Code notice, std::string_view definition) {
      if (is_error(active_, code_row(notice).id)) all.PushBack(reference(definition), pool_);
    };
    refuse(Code::endpoint_underscore, "admit-endpoint-without-underscore");
    refuse(Code::endpoint_trailing_dot, "admit-endpoint-without-trailing-dot");
    Value schema = with("if", with("type", text("string")));
    if (all.Size() > 1) all = list_of(with("allOf", std::move(all)));
    schema.AddMember("then", all[0], pool_);
    return selected(std::move(schema));
  }

  Value if_endpoint(std::string_view definition) {
    Value schema = with("if", reference("admit-endpoint"));
    schema.AddMember("then", reference(definition), pool_);
    return schema;
  }

  const ActiveRule& active_;
  const DeclaredRule& rule_;
  Pool& pool_;
};

}  // namespace

bool can_refuse(const ActiveRule& rule) noexcept {
  return std::ranges::find(rule.codes, Severity::error, &RuleCode::severity) != rule.codes.end();
}

std::optional<Value> rule_schema(const ActiveRule& active, const DeclaredRule& rule, Pool& pool) {
  return RuleSchemaWriter(active, rule, pool).write();
}

}  // namespace admit::rules
