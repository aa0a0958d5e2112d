// DeclaredRule: a Declaration, evaluated over a request.
#include "rules/declared_rule.h"

#include <algorithm>

namespace admit::rules {
namespace {

std::string in_backticks(const std::string& text) {
  return "`" + text + "`";
}

std::string one_of(const std::vector<std::string>& values) {
  std::string words;
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (i > 0) words += i + 1 == values.size() ? " or " : ", ";
    words += in_backticks(values[i]);
  }
  return words;
}

std::string last_name(const Condition& condition) {
  return in_backticks(condition.pointer.substr(condition.pointer.rfind('/') + 1));
}

// The negated conditions in words. Only constants of the rule go in, nothing of a request.
std::string unless_words(const std::vector<Condition>& conditions) {
  std::string words;
  for (const Condition& condition : conditions) {
    if (!condition.negated) continue;
    words += words.empty() ? " unless " : " or ";
    words += last_name(condition) + " is " + one_of(condition.values);
  }
  return words;
}

}  // namespace

DeclaredRule::DeclaredRule(const ConditionalRule& rule)
    : Rule(rule.codes()), declaration_(rule.declaration()) {
  const auto scope = parse_pattern(declaration_.scope);
  const auto member = parse_path(declaration_.member);
  if (!scope) fault_ = "its scope " + in_backticks(declaration_.scope) + " is no JSON Pointer";
  if (!member) fault_ = "its member " + in_backticks(declaration_.member) + " is no path of names";
  if (!scope || !member) return;
  scope_ = *scope;
  member_ = *member;
  const bool wild = std::ranges::any_of(member_, &PatternToken::every);
  if (wild && declaration_.expectation == Expectation::given) {
    fault_ = "a required member cannot be " + in_backticks("*");
  }
  if (declaration_.expectation == Expectation::format && declaration_.format == nullptr) {
    fault_ = "it has no format";
  }
  for (const Condition& condition : declaration_.conditions) bind(condition);
  unless_ = unless_words(declaration_.conditions);
}

void DeclaredRule::bind(const Condition& condition) {
  const auto pattern = parse_pattern(condition.pointer);
  if (!pattern || pattern->empty() || condition.values.empty()) {
    fault_ = "its condition " + in_backticks(condition.pointer) + " is no JSON Pointer with values";
    return;
  }
  const std::size_t shared = std::min(common_prefix(*pattern, scope_), pattern->size() - 1);
  const auto rest = pattern->begin() + static_cast<std::ptrdiff_t>(shared);
  if (std::any_of(rest, pattern->end(), [](const PatternToken& token) { return token.every; })) {
    fault_ =
        "a `*` of its condition " + in_backticks(condition.pointer) + " is not one of its scope";
    return;
  }
  conditions_.push_back({shared, Pattern(rest, pattern->end())});
}

void DeclaredRule::check(Node request, Findings& out) const {
  if (!fault_.empty()) return;
  Trail trail;
  walk_scope(request, 0, trail, out);
}

// trail[k] is the value k tokens down the scope. A condition is looked at where the walk comes to
// what it starts from: most rules end at the root, for another source type.
void DeclaredRule::walk_scope(Node node, std::size_t at, Trail& trail, Findings& out) const {
  if (!node.exists() || !conditions_hold(node, at)) return;
  if (trail.empty()) trail.reserve(scope_.size() + 1);
  trail.push_back(node);
  if (at == scope_.size()) {
    check_scope(trail, out);
  } else if (!scope_[at].every) {
    walk_scope(node[scope_[at].name], at + 1, trail, out);
  } else {
    for (const Node child : node.items()) walk_scope(child, at + 1, trail, out);
  }
  trail.pop_back();
}

// The value that a condition is about; it starts from `node`.
Node DeclaredRule::condition_value(Node node, std::size_t index) const {
  for (const PatternToken& token : conditions_[index].rest) node = node[token.name];
  return node;
}

Node DeclaredRule::condition_value(const Trail& trail, std::size_t index) const {
  return condition_value(trail[conditions_[index].from], index);
}

// Whether those conditions hold that start from `node`, `from` tokens down the scope.
bool DeclaredRule::conditions_hold(Node node, std::size_t from) const {
  for (std::size_t i = 0; i < conditions_.size(); ++i) {
    if (conditions_[i].from != from) continue;
    if (!holds(declaration_.conditions[i], condition_value(node, i))) return false;
  }
  return true;
}

bool DeclaredRule::holds(const Condition& condition, Node value) const {
  const auto text = value.string();
  if (!text) return false;
  const bool listed = std::ranges::find(condition.values, *text) != condition.values.end();
  return listed != condition.negated;
}

// The conditions in words, " when `sourceType` is `K8S`". What they quote of the request is equal
// to a constant of the rule.
std::string DeclaredRule::when_words(const Cause& cause) const {
  std::string words;
  for (std::size_t i = 0; i < conditions_.size(); ++i) {
    const Condition& condition = declaration_.conditions[i];
    if (condition.negated) continue;
    words += words.empty() ? " when " : " and ";
    words += last_name(condition) + " is ";
    words += in_backticks(std::string(condition_value(*cause.trail, i).string().value_or("")));
  }
  return words;
}

void DeclaredRule::check_scope(const Trail& trail, Findings& out) const {
  Cause cause{&trail, {}};
  if (!conditions_.empty()) cause.node = condition_value(trail, conditions_.size() - 1);
  const Node scope = trail.back();
  if (declaration_.expectation == Expectation::given) return check_given(scope, cause, out);
  select(scope, member_, 0, [&](Node value) {
    switch (declaration_.expectation) {
      case Expectation::given:
        return;
      case Expectation::unused:
        return check_unused(value, cause, out);
      case Expectation::format:
        return check_format(value, cause, out);
      case Expectation::max_items:
        return check_max_items(value, cause, out);
      case Expectation::endpoint:
        return check_endpoint(value, out);
      case Expectation::ip_host:
      case Expectation::name_host:
        return check_host(value, cause, out);
      case Expectation::port:
        return check_port(value, cause, out);
    }
  });
}

}  // namespace admit::rules
