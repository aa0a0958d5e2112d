// Identifiers of Nacos and Function Compute: text -> well-formed or not (is_nacos_...,
// is_function_...). Sources: see identifiers.h.
#include "format/identifiers.h"

#include <algorithm>
#include <cstddef>

#include "format/byte_class.h"
#include "text/utf8.h"

namespace admit::format {
namespace {

constexpr std::size_t kMaxNacosBytes = 128;
constexpr std::size_t kMaxNacosServiceCharacters = 512;
constexpr std::size_t kMaxFunctionBytes = 128;
constexpr std::string_view kWhiteSpace = " \t\n\v\f\r";  // \s of java.util.regex

constexpr unsigned kWord = kLetter | kDigit | kUnderscore;

bool has_size(std::string_view text, std::size_t max) noexcept {
  return !text.empty() && text.size() <= max;
}

bool is_group_byte(char c) noexcept {
  return c == ':' || is_in(c, kWord | kHyphen | kDot);
}

}  // namespace

bool is_nacos_namespace(std::string_view text) noexcept {
  return has_size(text, kMaxNacosBytes) && all_in(text, kWord | kHyphen);
}

bool is_nacos_group(std::string_view text) noexcept {
  return has_size(text, kMaxNacosBytes) && std::ranges::all_of(text, is_group_byte);
}

bool is_nacos_service_name(std::string_view text) noexcept {
  return !text.empty() && text::count_code_points(text) <= kMaxNacosServiceCharacters &&
         text.front() != '@' && text.find("@@") == std::string_view::npos &&
         text.find_first_of(kWhiteSpace) == std::string_view::npos;
}

bool is_function_name(std::string_view text) noexcept {
  return has_size(text, kMaxFunctionBytes) && is_in(text.front(), kLetter | kUnderscore) &&
         all_in(text, kWord | kHyphen);
}

bool is_function_qualifier(std::string_view text) noexcept {
  // LATEST has the form of an alias.
  return is_function_name(text) || (!text.empty() && all_in(text, kDigit));
}

bool is_printable_ascii(std::string_view text) noexcept {
  return all_in(text, kPrintable);
}

}  // namespace admit::format
