// Words for what a keyword expects.
#include "schema/schema_wording.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

#include "schema/keyword.h"
#include "text/placeholders.h"
#include "text/utf8.h"

namespace admit::schema {
namespace {

constexpr std::array<std::string_view, 7> kWithArticle = {
    "null", "true or false", "an integer", "a number", "a string", "an array", "an object"};

constexpr std::size_t kMostReasonBytes = 160;

// The text of `keyword`, on one line; empty where there is none.
std::string annotation_of(const PlanNode& node, Keyword keyword) {
  if (node.source == nullptr || !node.source->IsObject()) return {};
  const input::Value* text = find_member(*node.source, keyword);
  if (text == nullptr || !text->IsString()) return {};
  std::string words(text::cut_utf8(input::text_of(*text), kMostReasonBytes));
  if (words.size() < text->GetStringLength()) words += "...";
  return words;
}

struct FormatExample {
  std::string_view format;
  std::string_view example;
};

constexpr std::array kFormatExamples = {
    FormatExample{"date-time", "2026-08-21T12:30:00Z"},
    FormatExample{"date", "2026-08-21"},
    FormatExample{"time", "12:30:00Z"},
    FormatExample{"email", "name@example.com"},
    FormatExample{"hostname", "api.example.com"},
    FormatExample{"ipv4", "192.0.2.1"},
    FormatExample{"ipv6", "2001:db8::1"},
    FormatExample{"uri", "https://example.com/path"},
    FormatExample{"json-pointer", "/name/0"},
};

}  // namespace

std::string format_hint(std::string_view format) {
  const auto found = std::ranges::find(kFormatExamples, format, &FormatExample::format);
  if (found == kFormatExamples.end()) return {};
  return "write it as in `" + std::string(found->example) + '`';
}

std::string reason_of(const PlanNode& node) {
  std::string words = annotation_of(node, Keyword::title);
  if (words.empty()) words = annotation_of(node, Keyword::description);
  return words.empty() ? words : ": " + text::escape_placeholders(words);
}

std::string name_of(const PlanNode& node) {
  std::string title = annotation_of(node, Keyword::title);
  return title.empty() ? node.location : title;
}

std::string with_article(Type type) {
  if (type == Type::boolean) return "a boolean";
  return std::string(kWithArticle[static_cast<std::size_t>(type)]);
}

std::string with_article(TypeSet types) {
  std::vector<std::string_view> words;
  for (std::size_t i = 0; i < kTypeNames.size(); ++i) {
    if (types.has(static_cast<Type>(i))) words.push_back(kWithArticle[i]);
  }
  std::string joined;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i > 0) joined += i + 1 == words.size() ? " or " : ", ";
    joined += words[i];
  }
  return joined;
}

std::string found_words(TypeSet expected, Type found) {
  const bool fraction = found == Type::number && expected.has(Type::integer);
  return fraction ? "a number with a fraction" : with_article(found);
}

std::string retype_hint(TypeSet expected, const input::Value& found) {
  const bool scalar = found.IsNumber() || found.IsBool();
  if (expected.has(Type::string) && scalar) return "put the value in double quotes";
  if (expected.has(Type::array) && !found.IsNull() && !found.IsArray()) {
    return "put the value in `[` and `]`";
  }
  if (found.IsString()) {
    const std::string_view text = input::text_of(found);
    const bool flag = text == "true" || text == "false";
    if (expected.has(Type::boolean) && flag) return "delete the double quotes";
    const bool digits =
        !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
    if ((expected.has(Type::integer) || expected.has(Type::number)) && digits) {
      return "delete the double quotes";
    }
  }
  if (expected.has(Type::object) && found.IsArray() && found.Size() == 1) {
    return "delete `[` and `]`";
  }
  return found.IsNull() ? "give it a value, or delete it" : "";
}

ParamValue number_param(const input::Value& number) {
  if (number.IsInt64()) return number.GetInt64();
  if (number.IsUint64()) return number.GetUint64();
  return number.GetDouble();
}

}  // namespace admit::schema
