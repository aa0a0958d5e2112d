// ConditionalRule: building a Declaration by chained calls.
#include "admit/conditional_rule.h"

#include <utility>

#include "admit/endpoint.h"

namespace admit {
namespace {

Declaration expecting(std::string member, Expectation expectation) {
  Declaration declaration;
  declaration.member = std::move(member);
  declaration.expectation = expectation;
  return declaration;
}

// An endpoint rule reports all codes of endpoint.h, under their own names.
std::vector<CodeInfo> endpoint_codes() {
  std::vector<CodeInfo> codes;
  for (const CodeRow& row : code_rows()) {
    if (row.id.starts_with("endpoint.")) codes.push_back(code_info(row.code));
  }
  return codes;
}

}  // namespace

ConditionalRule::ConditionalRule(Declaration declaration) : declaration_(std::move(declaration)) {
  if (declaration_.expectation == Expectation::endpoint) {
    codes_ = endpoint_codes();
  } else {
    codes_.emplace_back();
  }
}

ConditionalRule& ConditionalRule::in(std::string scope) {
  declaration_.scope = std::move(scope);
  return *this;
}

ConditionalRule& ConditionalRule::when(std::string pointer, std::vector<std::string> values) {
  declaration_.conditions.push_back({std::move(pointer), std::move(values), false});
  return *this;
}

ConditionalRule& ConditionalRule::when_not(std::string pointer, std::vector<std::string> values) {
  declaration_.conditions.push_back({std::move(pointer), std::move(values), true});
  return *this;
}

ConditionalRule& ConditionalRule::as(std::string code) {
  if (declaration_.expectation == Expectation::endpoint) return *this;
  if (const CodeRow* row = find_code(code)) return as(row->code);
  codes_.front().id = std::move(code);
  return *this;
}

ConditionalRule& ConditionalRule::as(Code code) {
  if (declaration_.expectation == Expectation::endpoint) return *this;
  std::string source = std::move(codes_.front().source);
  codes_.front() = code_info(code);
  codes_.front().source = std::move(source);
  return *this;
}

ConditionalRule& ConditionalRule::severity(Severity severity) {
  for (CodeInfo& code : codes_) code.severity = severity;
  return *this;
}

ConditionalRule& ConditionalRule::raised_by_strict(bool raised) {
  for (CodeInfo& code : codes_) code.raised_by_strict = raised;
  return *this;
}

ConditionalRule& ConditionalRule::since(const std::string& revision) {
  for (CodeInfo& code : codes_) code.since = revision;
  return *this;
}

ConditionalRule& ConditionalRule::until(const std::string& revision) {
  for (CodeInfo& code : codes_) code.until = revision;
  return *this;
}

ConditionalRule& ConditionalRule::title(const std::string& title) {
  for (CodeInfo& code : codes_) code.title = title;
  return *this;
}

ConditionalRule& ConditionalRule::source(const std::string& source) {
  for (CodeInfo& code : codes_) code.source = source;
  return *this;
}

ConditionalRule& ConditionalRule::example(std::string value) {
  declaration_.example = std::move(value);
  return *this;
}

ConditionalRule& ConditionalRule::reason(std::string words) {
  declaration_.reason = std::move(words);
  return *this;
}

ConditionalRule& ConditionalRule::even_if_empty() {
  declaration_.checks_empty = true;
  return *this;
}

ConditionalRule& ConditionalRule::repair(Repair guess) {
  declaration_.repair = guess;
  return *this;
}

ConditionalRule& ConditionalRule::pattern(std::string expression) {
  declaration_.pattern = std::move(expression);
  return *this;
}

ConditionalRule& ConditionalRule::message(std::string wording) {
  declaration_.message = std::move(wording);
  return *this;
}

ConditionalRule& ConditionalRule::hint(std::string wording) {
  declaration_.hint = std::move(wording);
  return *this;
}

ConditionalRule require(std::string member, std::size_t min_items) {
  Declaration declaration = expecting(std::move(member), Expectation::given);
  declaration.min_items = min_items;
  return ConditionalRule(std::move(declaration));
}

ConditionalRule forbid(std::string member) {
  return ConditionalRule(expecting(std::move(member), Expectation::unused));
}

ConditionalRule expect_format(std::string member, Format format, std::string expected) {
  Declaration declaration = expecting(std::move(member), Expectation::format);
  declaration.format = format;
  declaration.expected = std::move(expected);
  return ConditionalRule(std::move(declaration));
}

ConditionalRule expect_at_most(std::string member, std::size_t max_items) {
  Declaration declaration = expecting(std::move(member), Expectation::max_items);
  declaration.max_items = max_items;
  return ConditionalRule(std::move(declaration));
}

ConditionalRule expect_endpoint(std::string member) {
  return ConditionalRule(expecting(std::move(member), Expectation::endpoint));
}

ConditionalRule expect_ip_host(std::string member) {
  return ConditionalRule(expecting(std::move(member), Expectation::ip_host));
}

ConditionalRule expect_name_host(std::string member) {
  return ConditionalRule(expecting(std::move(member), Expectation::name_host));
}

ConditionalRule expect_port(std::string member) {
  return ConditionalRule(expecting(std::move(member), Expectation::port));
}

}  // namespace admit
