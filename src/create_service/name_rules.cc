// namespace, groupName, name, qualifier, clientToken: how the systems behind them spell names.
#include "admit/conditional_rule.h"
#include "create_service/provenance.h"
#include "create_service/rules.h"
#include "format/hostname.h"
#include "format/identifiers.h"
#include "text/utf8.h"

namespace admit::create_service {
namespace {

constexpr std::size_t kMaxTokenCharacters = 64;

// The formats as regular expressions, for schemas; a test holds them to the functions.
constexpr const char* kDns1123Label = "^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$";
constexpr const char* kNacosNamespace = "^[A-Za-z0-9_-]{1,128}$";
constexpr const char* kNacosGroup = "^[A-Za-z0-9_.:-]{1,128}$";
constexpr const char* kFunctionName = "^[A-Za-z_][A-Za-z0-9_-]{0,127}$";
constexpr const char* kFunctionQualifier = "^([0-9]+|[A-Za-z_][A-Za-z0-9_-]{0,127})$";
constexpr const char* kShortToken = "^[\\s\\S]{0,64}$";
constexpr const char* kPrintableAscii = "^[\\x20-\\x7e]*$";

bool is_short_token(std::string_view text) noexcept {
  return text::count_code_points(text) <= kMaxTokenCharacters;
}

ConditionalRule for_source(const char* source_type, ConditionalRule rule) {
  return rule.in(kEachService).when(kSourceType, {source_type});
}

// The DNS-1123 label that `text` may have been meant to be: in lower case, other characters as
// hyphens, none of them at the edges.
std::string nearest_label(std::string_view text) {
  std::string label;
  for (const char c : text) {
    const char lower = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    const bool plain = (lower >= 'a' && lower <= 'z') || (lower >= '0' && lower <= '9');
    label.push_back(plain ? lower : '-');
  }
  while (label.starts_with('-')) label.erase(0, 1);
  while (label.ends_with('-')) label.pop_back();
  return format::is_dns1123_label(label) ? label : "";
}

void add_kubernetes_rules(RuleSet& rules) {
  const char* expected = "a DNS-1123 label (lower-case letters, digits, inner hyphens, at most 63)";
  rules.add(for_source("K8S", expect_format("namespace", format::is_dns1123_label, expected))
                .pattern(kDns1123Label)
                .as(Code::namespace_not_a_label)
                .source(kKubernetes)
                .repair(nearest_label));
  rules.add(for_source("K8S", expect_format("name", format::is_dns1123_label, expected))
                .pattern(kDns1123Label)
                .as(Code::name_not_a_label)
                .source(kKubernetes)
                .repair(nearest_label));
}

void add_nacos_rules(RuleSet& rules) {
  rules.add(for_source("MSE_NACOS", expect_format("namespace", format::is_nacos_namespace,
                                                  "1 to 128 letters, digits, `_` and `-`"))
                .pattern(kNacosNamespace)
                .as(Code::namespace_nacos_characters)
                .source(kNacos));
  rules.add(
      for_source("MSE_NACOS", expect_format("groupName", format::is_nacos_group,
                                            "1 to 128 letters, digits, `_`, `.`, `:` and `-`"))
          .pattern(kNacosGroup)
          .as(Code::group_name_nacos_characters)
          .source(kNacos));
  rules.add(
      for_source("MSE_NACOS",
                 expect_format("name", format::is_nacos_service_name,
                               "at most 512 characters, no leading `@`, no `@@`, no white space"))
          .as(Code::name_nacos_characters)
          .source(kNacos));
}

void add_function_rules(RuleSet& rules) {
  const auto function_name = [] {
    return for_source("FC3", expect_format("name", format::is_function_name,
                                           "a letter or `_`, then up to 127 letters, digits, "
                                           "`_` and `-`"))
        .pattern(kFunctionName)
        .as(Code::name_function_name)
        .source(kFunctionCompute);
  };
  // Until a name is required, nobody else speaks about an empty one.
  rules.add(function_name().until(kRevisionB).even_if_empty());
  rules.add(function_name().since(kRevisionB));
  rules.add(for_source("FC3", expect_format("qualifier", format::is_function_qualifier,
                                            "`LATEST`, the number of a version, or an alias"))
                .pattern(kFunctionQualifier)
                .as(Code::qualifier_function_qualifier)
                .even_if_empty()
                .source(kFunctionCompute));
}

void add_token_rules(RuleSet& rules) {
  rules.add(expect_format("clientToken", is_short_token, "at most 64 characters")
                .pattern(kShortToken)
                .as(Code::client_token_length)
                .source(kSiblingApis)
                .hint("shorten it"));
  rules.add(expect_format("clientToken", format::is_printable_ascii, "printable ASCII characters")
                .pattern(kPrintableAscii)
                .as(Code::client_token_characters)
                .source(kSiblingApis));
}

}  // namespace

RuleSet name_rules() {
  RuleSet rules;
  add_kubernetes_rules(rules);
  add_nacos_rules(rules);
  add_function_rules(rules);
  add_token_rules(rules);
  return rules;
}

}  // namespace admit::create_service
