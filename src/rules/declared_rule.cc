// DeclaredRule: a Declaration, evaluated over a request.
#include "rules/declared_rule.h"

#include <algorithm>

#include "admit/endpoint.h"

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

DeclaredRule::DeclaredRule(ConditionalRule rule)
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

// trail[k] is the value k tokens down the scope.
void DeclaredRule::walk_scope(Node node, std::size_t at, Trail& trail, Findings& out) const {
  if (!node.exists()) return;
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

Node DeclaredRule::condition_value(const Trail& trail, std::size_t index) const {
  const BoundCondition& bound = conditions_[index];
  Node node = trail[bound.from];
  for (const PatternToken& token : bound.rest) node = node[token.name];
  return node;
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
  for (std::size_t i = 0; i < conditions_.size(); ++i) {
    cause.node = condition_value(trail, i);
    if (!holds(declaration_.conditions[i], cause.node)) return;
  }
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
      case Expectation::port:
        return check_endpoint_part(value, cause, out);
    }
  });
}

Finding& DeclaredRule::describe(Finding& finding, const Cause& cause,
                                const std::string& default_message,
                                const std::string& default_hint) const {
  if (cause.node.exists()) finding.because(cause.node);
  const Declaration& declared = declaration_;
  return finding.message(declared.message.empty() ? default_message : declared.message)
      .hint(declared.hint.empty() ? default_hint : declared.hint);
}

void DeclaredRule::check_given(Node scope, const Cause& cause, Findings& out) const {
  Node node = scope;
  const auto required = [&] { return conditions_.empty() ? "" : ": required" + when_words(cause); };
  for (const PatternToken& token : member_) {
    if (node.kind() != Node::Kind::object) return;
    const Node child = node[token.name];
    if (!child.exists()) {
      describe(out.missing(code(), node, token.name), cause,
               "{member} is missing in {place}" + required(), "add {member}");
      return;
    }
    if (!child.is_given()) {
      const char* state = child.kind() == Node::Kind::null ? "null" : "empty";
      describe(out.at(code(), child).param("member", token.name), cause,
               std::string("{place} is ") + state + required(), "give {member} a value");
      return;
    }
    node = child;
  }
  if (node.kind() != Node::Kind::array || node.size() >= declaration_.min_items) return;
  const char* state = node.size() == 0 ? "{place} is empty" : "{place} has too few items";
  describe(out.at(code(), node).param("member", member_.back().name), cause, state + required(),
           "add an item to {member}");
}

void DeclaredRule::check_unused(Node value, const Cause& cause, Findings& out) const {
  if (!value.is_given()) return;
  Finding& finding = out.at_name(code(), value).param("member", member_.back().name);
  describe(finding, cause, "{place} has no effect" + when_words(cause) + unless_,
           "delete {member}");
}

void DeclaredRule::check_format(Node value, const Cause& cause, Findings& out) const {
  const auto text = value.string();
  if (!text || text->empty() || declaration_.format(*text)) return;
  describe(out.at(code(), value), cause,
           "{place} is {value}" + when_words(cause) + ": expected " + declaration_.expected, "");
}

void DeclaredRule::check_max_items(Node value, const Cause& cause, Findings& out) const {
  if (value.kind() != Node::Kind::array || value.size() <= declaration_.max_items) return;
  Finding& finding = out.at(code(), value)
                         .param("maximum", std::uint64_t{declaration_.max_items})
                         .param("found", std::uint64_t{value.size()});
  describe(finding, cause,
           "{place} has {found} items" + when_words(cause) + ", more than {maximum}",
           "keep at most {maximum}");
}

void DeclaredRule::check_endpoint(Node value, Findings& out) const {
  const auto text = value.string();
  if (!text) return;
  const auto parsed = parse_endpoint(*text);
  const auto report = [&](EndpointCode fault, std::size_t offset, std::size_t length) {
    out.at(endpoint_code_id(fault), value)
        .within(offset, length)
        .quoting(endpoint_message(*text, fault, offset, length),
                 endpoint_hint(*text, fault, offset, length));
  };
  if (!parsed) {
    report(parsed.error().code, parsed.error().offset, parsed.error().length);
  } else if (const auto& notice = parsed.value().notice) {
    report(notice->code, notice->offset, notice->length);
  }
}

void DeclaredRule::check_endpoint_part(Node value, const Cause& cause, Findings& out) const {
  const auto text = value.string();
  if (!text) return;
  const auto parsed = parse_endpoint(*text);
  if (!parsed) return;
  const Endpoint& endpoint = parsed.value();
  const bool is_name = endpoint.kind == HostKind::name;
  switch (declaration_.expectation) {
    case Expectation::ip_host:
      if (!is_name) return;
      describe(out.at(code(), value), cause,
               "{place} is {value}" + when_words(cause) + ": expected an IP address",
               "write the IP address of the host");
      return;
    case Expectation::name_host:
      if (is_name) return;
      describe(out.at(code(), value), cause,
               "{place} is {value}" + when_words(cause) + ": expected a domain name",
               "write the domain name of the host");
      return;
    case Expectation::port:
      if (endpoint.port) return;
      describe(out.at(code(), value), cause,
               "{place} is {value}" + when_words(cause) + ": a port is missing",
               "add a port, as in `host:8080`");
      return;
    case Expectation::given:
    case Expectation::unused:
    case Expectation::format:
    case Expectation::max_items:
    case Expectation::endpoint:
      return;
  }
}

}  // namespace admit::rules
