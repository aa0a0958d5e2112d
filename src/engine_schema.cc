// Engine::schema, Engine::schema_with_rules: an engine -> one draft-07 document for other
// validators and for editors.
#include <rapidjson/prettywriter.h>
#include <rapidjson/stringbuffer.h>

#include <algorithm>
#include <optional>

#include "admit/engine.h"
#include "embedded/endpoint_schema.h"
#include "engine_parts.h"
#include "rules/declared_rule.h"
#include "rules/rule_schema.h"
#include "schema/plan.h"
#include "schema/restated.h"

namespace admit {
namespace {

using input::Dom;
using input::Value;

// Whether every `*` of the paths, one behind the other, stands for items alone: the schema allows
// no object there. The schemas of rules say `items` for it.
class ItemsAlone {
 public:
  explicit ItemsAlone(const schema::Plan& plan) : plan_(plan) {}

  ItemsAlone& follow(const rules::Pattern& path) {
    for (const rules::PatternToken& token : path) step(token);
    return *this;
  }
  explicit operator bool() const noexcept { return holds_; }

 private:
  void step(const rules::PatternToken& token) {
    const schema::PlanNode* node = at_ == schema::kNoNode ? nullptr : &plan_.node(at_);
    if (token.every) {
      holds_ = holds_ && node != nullptr && !node->types.has(schema::Type::object);
      at_ = node == nullptr ? schema::kNoNode : node->items;
    } else {
      at_ = node == nullptr ? schema::kNoNode : node->find_property(token.name);
    }
  }

  const schema::Plan& plan_;
  schema::NodeId at_ = 0;
  bool holds_ = true;
};

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

  // Keywords that count members, null or not: no schema can have them count otherwise.
  void leave_out_counts() {
    using schema::PlanNode;
    const auto leave_out_where = [this](Code code, auto counts) {
      if (std::ranges::any_of(parts_.plan.nodes, counts)) leave_out(code_row(code).id);
    };
    leave_out_where(Code::schema_min_properties,
                    [](const PlanNode& node) { return node.property_count.min > 0; });
    leave_out_where(Code::schema_max_properties, [](const PlanNode& node) {
      return node.property_count.max != schema::CountRange::kUnbounded;
    });
    leave_out_where(Code::schema_dependencies,
                    [](const PlanNode& node) { return !node.dependencies.empty(); });
    leave_out_where(Code::schema_property_names,
                    [](const PlanNode& node) { return node.property_names != schema::kNoNode; });
  }

  void add_rules() {
    Value all(rapidjson::kArrayType);
    for (const rules::ActiveRule& rule : parts_.active_rules) {
      if (!rules::can_refuse(rule)) continue;
      auto schema = schema_of(rule);
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

  std::optional<Value> schema_of(const rules::ActiveRule& rule) {
    const auto* declared = dynamic_cast<const rules::DeclaredRule*>(rule.rule);
    if (declared == nullptr) return std::nullopt;
    if (!ItemsAlone(parts_.plan).follow(declared->scope()).follow(declared->member())) {
      return std::nullopt;
    }
    return rules::rule_schema(rule, *declared, dom_.GetAllocator());
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
    Value& comment = member("$comment", rapidjson::kStringType);
    const std::string_view authors = input::text_of(comment);
    if (!authors.empty()) words = std::string(authors) + '\n' + words;
    comment = text(words);
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
  } catch (...) {  // nothing but memory can run out
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
