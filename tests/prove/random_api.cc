// RandomApi: schemas, rules and bodies of a few words. No two draws stand among the arguments of
// one call, or in one sum: their order would be the compiler's, and a seed has to mean the same to
// all.
#include "prove/random_api.h"

#include <algorithm>
#include <string_view>
#include <vector>

#include "admit/conditional_rule.h"
#include "admit/endpoint.h"

namespace admit::test {
namespace {

constexpr const char* kNames[] = {
    "a", "b", "c", "kind", "name-that-is-longer-than-32-bytes-of-text", "list", "name-of-16-bytes"};
constexpr const char* kStrings[] = {
    "",  "x",  "y",        "xy",        "10.0.0.1:80", "a.example:80",
    "a", "xx", "\xC3\xA4", "256.0.0.1", "[::1]:80",    "a_b"};
constexpr const char* kPlain[] = {"0",  "1",    "-1",    "2.0",  "0.5",
                                  "17", "true", "false", "null", "1e2"};
constexpr const char* kTypes[] = {
    R"("string")", R"("object")",  R"("array")",           R"("integer")",
    R"("number")", R"("boolean")", R"(["string","null"])", R"(["object","array","string"])"};

constexpr const char* kReference = R"({"$ref":"#/definitions/d"})";

bool has_no_x(std::string_view text) noexcept {
  return text.find('x') == std::string_view::npos;
}

std::string quoted(const std::string& text) {
  return '"' + text + '"';
}

void add(std::string& keywords, const std::string& name, const std::string& value) {
  if (!keywords.empty()) keywords += ',';
  keywords += quoted(name) + ':' + value;
}

}  // namespace

std::string RandomApi::schema() {
  const std::string root = schema(0);
  std::string definition = schema(2);
  while (definition.starts_with(kReference)) definition = schema(2);  // it would lead in a circle
  const std::string definitions = R"("definitions":{"d":)" + definition + "}";
  return root == "{}" ? "{" + definitions + "}" : "{" + definitions + "," + root.substr(1);
}

std::string RandomApi::schema(int depth) {
  if (depth > 0 && one_in(12)) return kReference;
  std::string keywords;
  if (!one_in(4)) add(keywords, "type", depth == 0 ? R"("object")" : pick(kTypes));
  if (depth < 3 && (depth == 0 || one_in(2))) add_object_keywords(depth, keywords);
  if (depth < 3 && one_in(2)) {
    add(keywords, "items", schema(depth + 1));
    if (one_in(3)) add(keywords, "minItems", std::to_string(below(3)));
    if (one_in(3)) add(keywords, "maxItems", std::to_string(below(9)));
  }
  if (depth > 0) add_value_keywords(keywords);
  return "{" + keywords + "}";
}

void RandomApi::add_object_keywords(int depth, std::string& keywords) {
  std::string properties;
  std::vector<std::string> required;
  for (const char* name : kNames) {
    if (one_in(2)) add(properties, name, schema(depth + 1));
    if (one_in(6)) required.push_back(quoted(name));
  }
  if (!one_in(5)) add(keywords, "properties", "{" + properties + "}");
  if (one_in(3)) add(keywords, "additionalProperties", one_in(3) ? "false" : schema(depth + 1));
  if (one_in(6)) add(keywords, "minProperties", std::to_string(below(3)));
  if (one_in(6)) add(keywords, "maxProperties", std::to_string(below(6)));
  if (required.empty()) return;
  std::string list = required.front();
  for (std::size_t i = 1; i < required.size(); ++i) list += ',' + required[i];
  add(keywords, "required", "[" + list + "]");
}

void RandomApi::add_value_keywords(std::string& keywords) {
  if (one_in(4)) {
    std::string values = "[" + quoted("x") + "," + quoted("y");
    if (one_in(2)) values.append(",").append(pick(kPlain));
    add(keywords, "enum", values + "]");
  }
  if (one_in(16)) add(keywords, "const", one_in(2) ? quoted("x") : pick(kPlain));
  if (one_in(8)) add(keywords, "minLength", std::to_string(below(3)));
  if (one_in(8)) add(keywords, "maxLength", std::to_string(below(4)));
  if (one_in(12)) add(keywords, "pattern", quoted("^[xy]"));
  if (one_in(16)) add(keywords, "format", quoted("ipv4"));
  if (one_in(8)) add(keywords, "minimum", pick(kPlain) == std::string("0") ? "0" : "0.5");
  if (one_in(8)) add(keywords, "exclusiveMaximum", one_in(2) ? "2" : "17");
  if (one_in(16)) add(keywords, "multipleOf", one_in(2) ? "2" : "0.5");
}

Options RandomApi::options() {
  Options options;
  options.report_from = one_in(2) ? Severity::error : Severity::warning;
  options.null_is_absent = one_in(2);
  if (one_in(2)) options.unknown_members = one_in(2) ? UnknownMembers::warn : UnknownMembers::deny;
  if (one_in(4)) options.severities.push_back({"schema.null", Severity::ignore});
  options.limits.max_array_items = one_in(4) ? 6 : 10000;
  options.limits.max_depth = one_in(4) ? 4 : 64;
  return options;
}

std::function<RuleSet()> RandomApi::rules() {
  std::vector<std::uint32_t> seeds(below(5));
  for (std::uint32_t& seed : seeds) seed = static_cast<std::uint32_t>(random_());
  return [seeds] {
    RuleSet rules;
    for (const std::uint32_t seed : seeds) rules.add(RandomApi(seed).rule(seed));
    return rules;
  };
}

ConditionalRule RandomApi::rule(std::uint32_t seed) {
  constexpr const char* kScopes[] = {"",   "/a",        "/a/*", "/list/*",
                                     "/*", "/list/*/b", "/a/b", "/list/*/list/*"};
  constexpr const char* kMembers[] = {"a", "b", "c", "kind", "a/b", "list"};
  constexpr const char* kWildMembers[] = {"a", "b", "list/*", "*", "a/*", "kind"};
  const auto made = [&]() -> ConditionalRule {
    switch (below(8)) {
      case 0:
      case 1: {
        const char* member = pick(kMembers);
        return require(member, below(3));
      }
      case 2:
        return forbid(pick(kWildMembers));
      case 3:
        return expect_format(pick(kWildMembers), has_no_x, "no x");
      case 4: {
        const char* member = pick(kWildMembers);
        return expect_at_most(member, below(3));
      }
      case 5:
        return expect_ip_host(pick(kWildMembers));
      case 6:
        return expect_port(pick(kWildMembers));
      default:
        return expect_endpoint(pick(kWildMembers));
    }
  };
  ConditionalRule rule = made();
  const std::string scope = pick(kScopes);
  rule.in(scope).as("test.rule-" + std::to_string(seed));
  if (one_in(3)) rule.even_if_empty();
  const std::string starts[] = {"", scope, "/a"};
  for (std::size_t i = below(3); i > 0; --i) {
    const std::string start = pick(starts);
    const std::string pointer = start + "/" + (one_in(3) ? "a/kind" : "kind");
    std::vector<std::string> values = {"x"};
    if (one_in(2)) values.emplace_back("");
    if (one_in(2)) {
      rule.when(pointer, std::move(values));
    } else {
      rule.when_not(pointer, std::move(values));
    }
  }
  return rule;
}

std::string RandomApi::body() {
  line_end_ = one_in(3) ? "\n  " : "";
  is_escaping_ = one_in(6);
  const std::string text = object(0);
  return text + (one_in(4) ? "\n" : "");
}

std::string RandomApi::blanks() {
  return line_end_;
}

std::string RandomApi::value(int depth) {
  switch (below(depth > 3 ? 5 : 8)) {
    case 0:
      return pick(kPlain);
    case 1:
    case 2:
    case 3:
    case 4: {
      std::string text = pick(kStrings);
      if (is_escaping_ && one_in(2)) text += one_in(2) ? "\\u0078" : "\\\"\\\\";
      if (one_in(20)) text.append(below(140), 'y');
      return quoted(text);
    }
    case 5:
      return array(depth + 1);
    default:
      return object(depth + 1);
  }
}

std::string RandomApi::object(int depth) {
  std::vector<std::string> names;
  for (const char* name : kNames) {
    if (one_in(2)) names.emplace_back(name);
  }
  if (one_in(6)) names.emplace_back("stranger");
  if (is_escaping_ && one_in(4)) names.emplace_back("\\u0061");
  std::ranges::shuffle(names, random_);
  std::string text;
  for (const std::string& name : names) {
    if (!text.empty()) text += ',';
    const bool is_spaced = one_in(2);
    text += blanks() + quoted(name) + ':' + (is_spaced ? blanks() : "") + value(depth);
  }
  return "{" + text + (text.empty() ? "" : blanks()) + "}";
}

// Often of items that are written alike, and then of one that is not.
std::string RandomApi::array(int depth) {
  std::vector<std::string> items;
  const std::string first = value(depth);
  for (std::size_t i = one_in(2) ? below(10) : below(3); i > 0; --i) {
    items.push_back(one_in(4) ? value(depth) : first);
  }
  std::string text;
  for (const std::string& item : items) text += (text.empty() ? "" : ",") + blanks() + item;
  return "[" + text + "]";
}

std::string RandomApi::damaged(std::string text) {
  constexpr const char* kParts[] = {"\"",   "\\",   "{",        "}",     "[",     "]",
                                    ",",    ":",    "null",     "\"\"",  "1",     "\n",
                                    "\x01", "\xFF", "\xC3\xA4", "00",    "\"x\"", "\"kind\":\"x\",",
                                    "true", "-",    "1.",       "\\u00", " "};
  for (std::size_t i = 1 + below(2); i > 0; --i) {
    const std::size_t at = below(text.size() + 1);
    switch (below(4)) {
      case 0:
        text.insert(at, pick(kParts));
        break;
      case 1:
        text.erase(at, 1 + below(6));
        break;
      case 2:
        if (at < text.size()) text[at] = static_cast<char>(random_());
        break;
      default: {
        const std::string part = text.substr(at, below(40));
        text.insert(below(text.size() + 1), part);
      } break;
    }
  }
  return text;
}

}  // namespace admit::test
