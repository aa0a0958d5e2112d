// Engine::schema, Engine::schema_with_rules: an engine -> one draft-07 document for other
// validators and for editors.
#include <rapidjson/prettywriter.h>
#include <rapidjson/stringbuffer.h>

#include <algorithm>
#include <array>
#include <new>

#include "admit/engine.h"
#include "embedded/endpoint_schema.h"
#include "engine_parts.h"
#include "rules/rule_schema.h"
#include "schema/keyword.h"
#include "schema/restated.h"

namespace admit {
namespace {

using input::Dom;
using input::Value;

// Keywords that count members, null or not: no schema can have them count otherwise.
constexpr std::array kCountingCodes = {Code::schema_min_properties, Code::schema_max_properties,
                                       Code::schema_dependencies, Code::schema_property_names};

class SchemaPrinter {
 public:
  explicit SchemaPrinter(const EngineParts& parts) : parts_(parts) {}

  SchemaText print() {
    restate({.revision = parts_.options.revision});
    return {to_text(), {}};
  }

  SchemaText print_with_rules() {
    const bool admits_null = takes_null();
    const bool refuses_unknown = severity_of(Code::schema_unknown_member) == Severity::error;
    // Of a schema that looks at one value in several ways, no part knows all the members.
    const bool can_close = !parts_.plan.may_meet_twice;
    restate({parts_.options.revision, admits_null, refuses_unknown && can_close});
    if (refuses_unknown && !can_close) leave_out(code_row(Code::schema_unknown_member).id);
    if (admits_null) leave_out_counts();
    add_rules();
    if (!left_out_.empty()) add_comment();
    return {to_text(), std::move(left_out_)};
  }

 private:
  [[nodiscard]] Severity severity_of(Code code) const {
    return parts_.schema_severities[static_cast<std::size_t>(code)];
  }

  [[nodiscard]] bool takes_null() const {
    return parts_.options.null_is_absent.value_or(false) &&
           severity_of(Code::schema_null) != Severity::error;
  }

  void restate(const schema::RestateOptions& options) {
    schema::restate(parts_.plan.sources.front()->root(), options, dom_);
  }

  void leave_out(std::string_view code) {
    if (std::ranges::find(left_out_, code) == left_out_.end()) left_out_.emplace_back(code);
  }

  void leave_out_counts() {
    for (const schema::PlanNode& node : parts_.plan.nodes) {
      const std::array is_used = {
          node.property_count.min > 0, node.property_count.max != schema::CountRange::kUnbounded,
          !node.dependencies.empty(), node.property_names != schema::kNoNode};
      for (std::size_t i = 0; i < is_used.size(); ++i) {
        if (is_used[i]) leave_out(code_row(kCountingCodes[i]).id);
      }
    }
  }

  void add_rules() {
    Value all(rapidjson::kArrayType);
    for (const rules::ActiveRule& rule : parts_.active_rules) {
      if (!rules::can_refuse(rule)) continue;
      auto schema = rules::rule_schema(rule, dom_.GetAllocator());
      if (schema) {
        all.PushBack(titled(rule, std::move(*schema)), dom_.GetAllocator());
      } else {
        for (const rules::RuleCode& code : rule.codes) {
          if (code.severity == Severity::error) leave_out(code.id);
        }
      }
    }
    if (all.Empty()) return;
    if (!dom_.IsObject()) make_object();
    for (Value& schema : all.GetArray()) {
      list("allOf").PushBack(schema, dom_.GetAllocator());
    }
    add_endpoint_definitions();
  }

  // The code of the rule and what it is about, in front of its schema.
  Value titled(const rules::ActiveRule& rule, Value schema) {
    const CodeInfo& info = rule.rule->codes().front();
    const bool is_family = rule.codes.size() > 1;
    const std::string comment =
        is_family ? info.id.substr(0, info.id.find('.')) + ".*" : info.id + ": " + info.title;
    Value out(rapidjson::kObjectType);
    out.AddMember("$comment", text(comment), dom_.GetAllocator());
    move_members(schema, out);
    return out;
  }

  Value text(std::string_view words) {
    return {words.data(), static_cast<rapidjson::SizeType>(words.size()), dom_.GetAllocator()};
  }

  void move_members(Value& from, Value& to) {
    auto member = from.MemberBegin();
    for (rapidjson::SizeType left = from.MemberCount(); left > 0; --left, ++member) {
      to.AddMember(member->name, member->value, dom_.GetAllocator());
    }
  }

  // `true` takes everything, as does `{}`.
  void make_object() {
    const bool never = dom_.IsFalse();
    dom_.SetObject();
    if (never) dom_.AddMember("not", Value(rapidjson::kObjectType), dom_.GetAllocator());
  }

  Value& member(const char* name, rapidjson::Type type) {
    if (!dom_.HasMember(name)) {
      dom_.AddMember(Value(name, dom_.GetAllocator()), Value(type), dom_.GetAllocator());
    }
    return dom_[name];
  }

  Value& list(const char* name) { return member(name, rapidjson::kArrayType); }

  void add_endpoint_definitions() {
    const std::string marker = std::string(rules::kEndpointDefinitions) + "admit-endpoint";
    if (to_text().find(marker) == std::string::npos) return;
    Dom endpoint(&dom_.GetAllocator());
    endpoint.Parse(embedded::endpoint_schema.data(), embedded::endpoint_schema.size());
    Value& definitions = member("definitions", rapidjson::kObjectType);
    move_members(endpoint["definitions"], definitions);
  }

  void add_comment() {
    std::string words = "Not said here, and checked by admit:";
    for (const std::string& code : left_out_) words += ' ' + code;
    if (!dom_.IsObject()) make_object();
    dom_.RemoveMember("$comment");
    dom_.AddMember("$comment", text(words), dom_.GetAllocator());
  }

  std::string to_text() {
    rapidjson::StringBuffer out;
    rapidjson::PrettyWriter<rapidjson::StringBuffer> writer(out);
    writer.SetIndent(' ', 2);
    writer.SetFormatOptions(rapidjson::kFormatSingleLineArray);
    dom_.Accept(writer);
    return std::string(out.GetString(), out.GetSize()) + '\n';
  }

  const EngineParts& parts_;
  Dom dom_;
  std::vector<std::string> left_out_;
};

// `print` on the parts of an engine; a schema of several documents cannot be said in one.
template <class Print>
Result<SchemaText, BuildError> print_schema(const EngineParts& parts, const Print& print) noexcept {
  try {
    if (parts.plan.sources.size() > 1) {
      return BuildError{"build.reference", "the schema refers to other documents", "", std::nullopt,
                        "put what it refers to under `definitions`"};
    }
    return print(SchemaPrinter(parts));
  } catch (...) {
    BuildError fault;
    fault.code = "build.memory";  // short enough to need no allocation
    return fault;
  }
}

}  // namespace

Result<SchemaText, BuildError> Engine::schema() const noexcept {
  return print_schema(*parts_, [](SchemaPrinter printer) { return printer.print(); });
}

Result<SchemaText, BuildError> Engine::schema_with_rules() const noexcept {
  return print_schema(*parts_, [](SchemaPrinter printer) { return printer.print_with_rules(); });
}

}  // namespace admit
