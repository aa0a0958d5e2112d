// DeclaredRule: what each Expectation checks, and the words for what it finds.
#include "admit/endpoint.h"
#include "rules/declared_rule.h"

namespace admit::rules {
namespace {

// "such as `default`", of a rule that gives an example. Examples are constants of the rule.
std::string such_as(const std::string& example) {
  return example.empty() ? "" : ", such as `" + example + "`";
}

}  // namespace

Finding& DeclaredRule::describe(Finding& finding, const Cause& cause, const Words& words) const {
  if (cause.node.exists()) finding.because(cause.node);
  const Declaration& declared = declaration_;
  return finding.message(declared.message.empty() ? words.message : declared.message)
      .hint(declared.hint.empty() ? words.hint : declared.hint);
}

// ": required when ...", or the reason of the rule's own.
std::string DeclaredRule::required_words(const Cause& cause) const {
  if (!declaration_.reason.empty()) return ": " + declaration_.reason;
  return conditions_.empty() ? "" : ": required" + when_words(cause);
}

void DeclaredRule::check_given(Node scope, const Cause& cause, Findings& out) const {
  Node node = scope;
  for (const PatternToken& token : member_) {
    if (node.kind() != Node::Kind::object) return;
    const Node child = node[token.name];
    if (!child.exists()) {
      describe(out.missing(code(), node, token.name), cause,
               {"{member} is missing in {place}" + required_words(cause),
                "add {member}" + such_as(declaration_.example)});
      return;
    }
    if (!child.is_given()) {
      const bool null = child.kind() == Node::Kind::null;
      return note_unfilled(child, token.name, null ? "{place} is null" : "{place} is empty",
                           "give {member} a value" + such_as(declaration_.example), cause, out);
    }
    node = child;
  }
  if (node.kind() != Node::Kind::array || node.size() >= declaration_.min_items) return;
  note_unfilled(node, member_.back().name,
                node.size() == 0 ? "{place} is empty" : "{place} has too few items",
                "add an item to {member}", cause, out);
}

// A member that is there and holds nothing. The hint for a missing one would have it added twice.
void DeclaredRule::note_unfilled(Node value, const std::string& member, const std::string& state,
                                 const std::string& hint, const Cause& cause, Findings& out) const {
  Finding& finding = out.at(code(), value).param("member", member);
  if (cause.node.exists()) finding.because(cause.node);
  finding.message(state + required_words(cause)).hint(hint);
}

void DeclaredRule::check_unused(Node value, const Cause& cause, Findings& out) const {
  if (!value.is_given()) return;
  Finding& finding = out.at_name(code(), value).param("member", member_.back().name);
  describe(finding, cause,
           {"{place} has no effect" + when_words(cause) + unless_, "delete {member}"});
}

void DeclaredRule::check_format(Node value, const Cause& cause, Findings& out) const {
  const auto text = value.string();
  const bool skipped = !text || (text->empty() && !declaration_.checks_empty);
  if (skipped || declaration_.format(*text)) return;
  Finding& finding = out.at(code(), value);
  const std::string meant = declaration_.repair == nullptr ? "" : declaration_.repair(*text);
  if (!meant.empty()) finding.quoted_param("meant", meant);
  describe(finding, cause,
           {"{place} is {value}" + when_words(cause) + ": expected " + declaration_.expected,
            meant.empty() ? "" : "write {meant}"});
}

void DeclaredRule::check_max_items(Node value, const Cause& cause, Findings& out) const {
  if (value.kind() != Node::Kind::array || value.size() <= declaration_.max_items) return;
  Finding& finding = out.at(code(), value)
                         .param("maximum", std::uint64_t{declaration_.max_items})
                         .param("found", std::uint64_t{value.size()});
  describe(finding, cause,
           {"{place} has {found} items" + when_words(cause) + ", more than {maximum}",
            "keep at most {maximum}"});
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

void DeclaredRule::check_host(Node value, const Cause& cause, Findings& out) const {
  const auto text = value.string();
  if (!text) return;
  const auto parsed = parse_endpoint(*text);
  const bool wants_name = declaration_.expectation == Expectation::name_host;
  if (!parsed || (parsed.value().kind == HostKind::name) == wants_name) return;
  const std::string wanted = wants_name ? "domain name" : "IP address";
  describe(out.at(code(), value), cause,
           {"{place} is {value}" + when_words(cause) + ": expected " + (wants_name ? "a " : "an ") +
                wanted,
            "write the " + wanted + " of the host"});
}

void DeclaredRule::check_port(Node value, const Cause& cause, Findings& out) const {
  const auto text = value.string();
  if (!text) return;
  const auto parsed = parse_endpoint(*text);
  if (!parsed || parsed.value().port) return;
  const std::string port = declaration_.example.empty() ? "8080" : declaration_.example;
  Finding& finding = out.at(code(), value);
  finding.quoted_param("meant", std::string(*text) + ":" + port);
  describe(finding, cause,
           {"{place} is {value}" + when_words(cause) + ": a port is missing",
            "add the port, as in {meant}"});
}

}  // namespace admit::rules
