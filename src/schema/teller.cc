// Teller: a keyword that does not hold -> an observation in words.
#include "schema/teller.h"

#include "input/json_text.h"
#include "input/place_finder.h"
#include "schema/keyword.h"
#include "schema/schema_wording.h"
#include "schema/strangers.h"
#include "text/suggest.h"
#include "text/utf8.h"

namespace admit::schema {
namespace {

using input::Anchor;
using input::Observation;
using input::Quoted;
using input::text_of;
using input::Value;

void add_param(Observation& seen, std::string name, ParamValue value,
               Quoted quoted = Quoted::nothing) {
  seen.params.push_back({{std::move(name), std::move(value)}, quoted});
}

std::vector<std::string> words_of(const std::vector<const Value*>& values) {
  std::vector<std::string> words;
  words.reserve(values.size());
  for (const Value* one : values) words.push_back(input::to_words(*one));
  return words;
}

void suggest(Observation& seen, std::string_view text, const std::vector<std::string>& allowed,
             Quoted quoted) {
  const std::vector<std::string_view> words(allowed.begin(), allowed.end());
  const auto nearest = text::closest(text, words);
  if (!nearest) return;
  add_param(seen, "suggestion", std::string(*nearest), quoted);
  seen.hint = "did you mean {suggestion}?";
}

// Numeric bounds: keyword, what a wrong number is, and what a right one would be.
struct BoundWords {
  std::string name;  ///< of the parameter
  std::string keyword;
  std::string relation;
  std::string repair;
};

BoundWords bound_words(Code code) {
  switch (code) {
    case Code::schema_minimum:
      return {"minimum", "minimum", "below the minimum of", "at least"};
    case Code::schema_maximum:
      return {"maximum", "maximum", "above the maximum of", "at most"};
    case Code::schema_exclusive_minimum:
      return {"bound", "exclusiveMinimum", "not above", "above"};
    default:
      return {"bound", "exclusiveMaximum", "not below", "below"};
  }
}

}  // namespace

Observation* Teller::note(Code code, const Value& value, Anchor anchor) {
  Observation* seen = schema::note(options_, log_, code, value, anchor);
  if (seen != nullptr) seen->because = cause_;
  return seen;
}

void Teller::tell_false(const PlanNode& node, const Value& value, const std::string& reason) {
  Observation* seen = note(Code::schema_false, value, Anchor::value);
  if (seen == nullptr) return;
  seen->schema = node.location;
  seen->wording = "{place} is not allowed" + reason;
  seen->hint = "delete it";
}

void Teller::tell_type(const PlanNode& node, const Value& value) {
  Observation* seen = note(Code::schema_type, value, Anchor::value);
  if (seen == nullptr) return;
  const Type type = type_of(value);
  seen->schema = node.location + "/type";
  add_param(*seen, "expected", node.types.names());
  add_param(*seen, "found", std::string(name_of(type)));
  seen->wording =
      "{place} must be " + with_article(node.types) + ", not " + found_words(node.types, type);
  seen->hint = retype_hint(node.types, value);
}

void Teller::tell_enum(const PlanNode& node, const Value& value) {
  Observation* seen = note(Code::schema_enum, value, Anchor::value);
  if (seen == nullptr) return;
  std::vector<std::string> allowed = words_of(node.enumeration->values());
  seen->schema = node.location + "/enum";
  const std::string_view since =
      value.IsString() ? node.since_of(text_of(value)) : std::string_view();
  if (!since.empty()) {
    add_param(*seen, "since", std::string(since));
    seen->hint = "revision {since} of the API brings it: choose that one";
  } else if (value.IsString()) {
    suggest(*seen, text_of(value), allowed, Quoted::value);
  }
  add_param(*seen, "allowed", std::move(allowed));
  seen->wording = value.IsObject() || value.IsArray()
                      ? "{place} is none of {allowed}"
                      : "{place} is {value}, which is none of {allowed}";
}

void Teller::tell_const(const PlanNode& node, const Value& value) {
  Observation* seen = note(Code::schema_const, value, Anchor::value);
  if (seen == nullptr) return;
  seen->schema = node.location + "/const";
  add_param(*seen, "allowed", input::to_words(*node.constant));
  seen->wording = "{place} must be {allowed}";
  seen->hint = "write {allowed}";
}

void Teller::tell_bound(Code code, const PlanNode& node, const Value& value, const Value& bound) {
  Observation* seen = note(code, value, Anchor::value);
  if (seen == nullptr) return;
  const BoundWords words = bound_words(code);
  const std::string placeholder = " {" + words.name + "}";
  seen->schema = node.location + "/" + words.keyword;
  add_param(*seen, words.name, number_param(bound));
  seen->wording = "{place} is {value}, " + words.relation + placeholder;
  seen->hint = "write a number of " + words.repair + placeholder;
  if (words.name == "bound") seen->hint = "write a number " + words.repair + placeholder;
}

void Teller::tell_multiple(const PlanNode& node, const Value& value) {
  Observation* seen = note(Code::schema_multiple_of, value, Anchor::value);
  if (seen == nullptr) return;
  seen->schema = node.location + "/multipleOf";
  add_param(*seen, "divisor", number_param(*node.multiple_of));
  seen->wording = "{place} is {value}, which is no multiple of {divisor}";
}

Observation* Teller::note_count(Code code, const Value& value, std::uint64_t found,
                                std::uint64_t bound) {
  Observation* seen = note(code, value, Anchor::value);
  if (seen == nullptr) return nullptr;
  const bool is_min = code == Code::schema_min_length || code == Code::schema_min_items ||
                      code == Code::schema_min_properties;
  add_param(*seen, is_min ? "minimum" : "maximum", bound);
  add_param(*seen, "found", found);
  return seen;
}

void Teller::tell_length(const PlanNode& node, const Value& value, std::uint64_t length) {
  const bool short_of = length < node.length.min;
  Observation* seen = note_count(short_of ? Code::schema_min_length : Code::schema_max_length,
                                 value, length, short_of ? node.length.min : node.length.max);
  if (seen == nullptr) return;
  seen->schema = node.location + (short_of ? "/minLength" : "/maxLength");
  seen->wording = short_of ? "{place} has a length of {found}, below the minimum of {minimum}"
                           : "{place} has a length of {found}, above the maximum of {maximum}";
  seen->hint =
      short_of ? "write {minimum} characters at least" : "write {maximum} characters at most";
}

void Teller::tell_pattern(const PlanNode& node, const Value& value) {
  Observation* seen = note(Code::schema_pattern, value, Anchor::value);
  if (seen == nullptr) return;
  seen->schema = node.location + "/pattern";
  add_param(*seen, "pattern", node.pattern_source);
  seen->wording = "{place} is {value}, which does not match {pattern}";
}

void Teller::tell_format(const PlanNode& node, const Value& value) {
  Observation* seen = note(Code::schema_format, value, Anchor::value);
  if (seen == nullptr) return;
  seen->schema = node.location + "/format";
  add_param(*seen, "format", std::string(node.format->name));
  seen->wording = "{place} is {value}, which is not of the format {format}";
  seen->hint = format_hint(node.format->name);
}

void Teller::tell_item_count(const PlanNode& node, const Value& value) {
  const bool short_of = value.Size() < node.item_count.min;
  Observation* seen =
      note_count(short_of ? Code::schema_min_items : Code::schema_max_items, value, value.Size(),
                 short_of ? node.item_count.min : node.item_count.max);
  if (seen == nullptr) return;
  seen->schema = node.location + (short_of ? "/minItems" : "/maxItems");
  seen->wording = short_of ? "{place} has {found} items, fewer than {minimum}"
                           : "{place} has {found} items, more than {maximum}";
  seen->hint = short_of ? "add items" : "delete items";
}

void Teller::tell_twins(const PlanNode& node, const Twins& twins) {
  Observation* seen = note(Code::schema_unique_items, *twins.second, Anchor::value);
  if (seen == nullptr) return;
  seen->schema = node.location + "/uniqueItems";
  seen->related.push_back({twins.first, Anchor::value, "the first one"});
  seen->wording = "{place} stands in the array a second time";
  seen->hint = "delete one of them";
}

void Teller::tell_contains(const PlanNode& node, const PlanNode& wanted, const Value& array) {
  Observation* seen = note(Code::schema_contains, array, Anchor::value);
  if (seen == nullptr) return;
  seen->schema = node.location + "/contains";
  std::vector<std::string> allowed;
  if (wanted.enumeration) allowed = words_of(wanted.enumeration->values());
  if (wanted.constant != nullptr) allowed = {input::to_words(*wanted.constant)};
  if (!allowed.empty()) {
    add_param(*seen, "allowed", std::move(allowed));
    seen->wording = "{place} must contain {allowed}, and does not";
    seen->hint = "add {allowed}";
    return;
  }
  seen->wording = "{place} has no item that it must contain" + reason_of(wanted);
}

void Teller::tell_additional_item(const PlanNode& node, const Value& item) {
  Observation* seen = note(Code::schema_additional_items, item, Anchor::value);
  if (seen == nullptr) return;
  seen->schema = node.location + "/additionalItems";
  add_param(*seen, "maximum", std::uint64_t{node.item_tuple.size()});
  seen->wording = "{place} is not allowed: the array has room for {maximum} items";
  seen->hint = "delete it";
}

void Teller::tell_property_count(const PlanNode& node, const Value& value, std::uint64_t count) {
  const bool short_of = count < node.property_count.min;
  Observation* seen =
      note_count(short_of ? Code::schema_min_properties : Code::schema_max_properties, value, count,
                 short_of ? node.property_count.min : node.property_count.max);
  if (seen == nullptr) return;
  seen->schema = node.location + (short_of ? "/minProperties" : "/maxProperties");
  seen->wording = short_of ? "{place} has {found} members, fewer than {minimum}"
                           : "{place} has {found} members, more than {maximum}";
  seen->hint = short_of ? "add members" : "delete members";
}

void Teller::tell_required(const PlanNode& node, const Value& object, std::string_view name,
                           const Value* null) {
  Observation* seen = null != nullptr ? note(Code::schema_required, *null, Anchor::value)
                                      : note(Code::schema_required, object, Anchor::opening);
  if (seen == nullptr) return;
  seen->member = name;
  seen->is_missing = null == nullptr;
  seen->schema = node.location + "/required";
  add_param(*seen, "member", std::string(name));
  seen->wording =
      null != nullptr ? "{place} is null, and it is required" : "{member} is missing in {place}";
  seen->hint = null != nullptr ? "give it a value" : "add {member}";
}

void Teller::tell_dependency(const PlanNode& node, const Value& object,
                             const Dependency& dependency, std::string_view name) {
  Observation* seen = note(Code::schema_dependencies, object, Anchor::opening);
  if (seen == nullptr) return;
  seen->because = find_member(object, dependency.name);
  seen->member = name;
  seen->is_missing = true;
  seen->schema = node.location + "/dependencies";
  add_param(*seen, "member", std::string(name));
  add_param(*seen, "needed-by", dependency.name);
  seen->wording = "{member} is missing in {place}: {needed-by} needs it beside it";
  seen->hint = "add {member}, or delete {needed-by}";
}

void Teller::tell_additional_property(const PlanNode& node, const Intruder& intruder) {
  Observation* seen = note(Code::schema_additional_properties, *intruder.value, Anchor::name);
  if (seen == nullptr) return;
  describe_stranger(node, *intruder.name, *seen);
  seen->schema = node.location + "/additionalProperties";
  seen->wording = "{place} is not allowed: the schema has no member {member} here";
}

void Teller::tell_property_name(const PlanNode& node, const PlanNode& wanted,
                                const Intruder& intruder) {
  Observation* seen = note(Code::schema_property_names, *intruder.value, Anchor::name);
  if (seen == nullptr) return;
  const std::string_view name = text_of(*intruder.name);
  seen->schema = node.location + "/propertyNames";
  seen->member = input::cut_name(name);
  add_param(*seen, "member", seen->member, Quoted::name);
  seen->wording = "{place} has a name that is not allowed";
  if (wanted.enumeration) {
    std::vector<std::string> allowed = words_of(wanted.enumeration->values());
    suggest(*seen, name, allowed, Quoted::nothing);
    add_param(*seen, "allowed", std::move(allowed));
    seen->wording += ": it is none of {allowed}";
  } else if (wanted.pattern && !wanted.pattern->matches(name)) {
    add_param(*seen, "pattern", wanted.pattern_source);
    seen->wording += ": it does not match {pattern}";
  } else if (const std::uint64_t max = wanted.length.max; text::count_code_points(name) > max) {
    add_param(*seen, "maximum", max);
    seen->wording += ": it is longer than {maximum}";
  } else {
    seen->wording += reason_of(wanted);
  }
}

void Teller::tell_not(const PlanNode& node, const PlanNode& excluded, const Value& value) {
  Observation* seen = note(Code::schema_not_, value, Anchor::value);
  if (seen == nullptr) return;
  seen->schema = node.location + "/not";
  const std::string reason = reason_of(excluded);
  seen->wording =
      "{place} is what the schema excludes" + (reason.empty() ? reason_of(node) : reason);
}

}  // namespace admit::schema
