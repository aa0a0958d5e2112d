// Fills in the placeholders of messages and hints. See message.h.
#include "report/message.h"

#include <fmt/format.h>

#include <algorithm>
#include <variant>

#include "text/escape.h"

namespace admit::report {
namespace {

constexpr std::size_t kMostListed = 12;

std::string to_text(const std::string& text) {
  return quoted(text);
}

template <class Number>
std::string to_text(Number number) {
  return fmt::format("{}", number);
}

std::string to_text(const std::vector<std::string>& list) {
  if (list.empty()) return "nothing";
  const std::size_t listed = std::min(list.size(), kMostListed);
  std::string out;
  for (std::size_t i = 0; i < listed; ++i) {
    const bool is_last = i + 1 == list.size();
    if (i > 0) out += is_last ? " or " : ", ";
    out += quoted(list[i]);
  }
  if (listed < list.size()) out += fmt::format(" and {} more", list.size() - listed);
  return out;
}

// The name of the placeholder that opens at `open`, braces left out; empty where none does. Names
// are short words, so that braces of other kinds cost nothing to look at.
std::string_view placeholder_at(std::string_view wording, std::size_t open) {
  constexpr std::size_t kLongestName = 64;
  const std::string_view rest = wording.substr(open + 1, kLongestName + 1);
  const std::size_t end = rest.find_first_of("{}");
  if (end == std::string_view::npos || rest[end] != '}') return {};
  return rest.substr(0, end);
}

// Appends what `name` stands for; false, and nothing appended, where it stands for nothing.
bool append_placeholder(std::string& out, std::string_view name, const Violation& violation) {
  if (name == "place") {
    out += place_name(violation.pointer);
  } else if (name == "value") {
    out += quoted(violation.value);
  } else if (const ParamValue* param = violation.param(name)) {
    out += std::visit([](const auto& value) { return to_text(value); }, *param);
  } else {
    return false;
  }
  return true;
}

}  // namespace

std::string quoted(std::string_view text) {
  return '`' + text::printable(text) + '`';
}

std::string place_name(std::string_view pointer) {
  return pointer.empty() ? "the request" : quoted(pointer);
}

std::string interpolate(std::string_view wording, const Violation& violation) {
  std::string out;
  std::size_t plain = 0;  // where the text starts that has not been copied yet
  std::size_t open = wording.find('{');
  while (open != std::string_view::npos) {
    if (wording.substr(open, 2) == "{{") {
      out += text::printable(wording.substr(plain, open + 1 - plain));
      plain = open + 2;
      open = wording.find('{', plain);
      continue;
    }
    std::string filled;
    const std::string_view name = placeholder_at(wording, open);
    std::size_t after = open + 1;
    if (append_placeholder(filled, name, violation)) {
      out += text::printable(wording.substr(plain, open - plain)) + filled;
      after = plain = open + name.size() + 2;
    }
    open = wording.find('{', after);
  }
  return out + text::printable(wording.substr(plain));
}

}  // namespace admit::report
