// Options by name: one table of names, each with the function that reads its value.
#include "named_options.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstddef>
#include <span>
#include <vector>

#include "format/quote.h"
#include "text/suggest.h"

namespace admit {
namespace {

using Fault = std::optional<OptionFault>;

constexpr std::array<std::string_view, 4> kLevels = {"error", "warning", "info", "ignore"};
constexpr std::array<std::string_view, 3> kFloors = {"error", "warning", "info"};
constexpr std::array<std::string_view, 3> kUnknownMembers = {"ignore", "warn", "deny"};
constexpr std::array<std::string_view, 2> kBooleans = {"false", "true"};

// The position of `word` in `choices`, or a fault that names them all.
Fault choose(std::string_view word, std::span<const std::string_view> choices,
             std::size_t& chosen) {
  const auto found = std::ranges::find(choices, word);
  chosen = static_cast<std::size_t>(found - choices.begin());
  if (found != choices.end()) return std::nullopt;
  std::string message = format::quoted(word) + " is none of ";
  for (std::size_t i = 0; i < choices.size(); ++i) {
    message.append(i == 0 ? "" : ", ").append(choices[i]);
  }
  return OptionFault{std::move(message), ""};
}

template <class T>
Fault read_bool(std::string_view value, T& out) {
  std::size_t chosen = 0;
  Fault fault = choose(value, kBooleans, chosen);
  if (!fault) out = chosen == 1;
  return fault;
}

Fault read_size(std::string_view value, std::size_t& out) {
  std::size_t size = 0;
  const char* end = value.data() + value.size();
  const auto [stop, error] = std::from_chars(value.data(), end, size);
  if (error != std::errc() || stop != end || size == 0) {
    return OptionFault{format::quoted(value) + " is not a positive whole number", ""};
  }
  out = size;
  return std::nullopt;
}

Fault read_severity(std::string_view value, Options& options) {
  const std::size_t equals = value.find('=');
  if (equals == std::string_view::npos || equals == 0) {
    return OptionFault{format::quoted(value) + " is not of the form CODE=LEVEL", ""};
  }
  const std::string_view level = value.substr(equals + 1);
  std::size_t chosen = 0;
  if (Fault fault = choose(level, kLevels, chosen)) return fault;
  options.severities.push_back({std::string(value.substr(0, equals)), *parse_severity(level)});
  return std::nullopt;
}

Fault read_floor(std::string_view value, Options& options) {
  std::size_t chosen = 0;
  if (Fault fault = choose(value, kFloors, chosen)) return fault;
  options.report_from = *parse_severity(value);
  return std::nullopt;
}

Fault read_unknown_members(std::string_view value, Options& options) {
  std::size_t chosen = 0;
  if (Fault fault = choose(value, kUnknownMembers, chosen)) return fault;
  options.unknown_members = static_cast<UnknownMembers>(chosen);
  return std::nullopt;
}

Fault read_text(std::string_view value, std::string& out) {
  out = value;
  return std::nullopt;
}

Fault read_secret(std::string_view value, Options& options) {
  options.secret_members.emplace_back(value);
  return std::nullopt;
}

struct Row {
  std::string_view name;
  Fault (*read)(std::string_view value, Options& options);
};

constexpr auto kRows = std::to_array<Row>({
    {"revision", [](std::string_view v, Options& o) { return read_text(v, o.revision); }},
    {"strict", [](std::string_view v, Options& o) { return read_bool(v, o.strict); }},
    {"severity", read_severity},
    {"report_from", read_floor},
    {"unknown_members", read_unknown_members},
    {"null_is_absent",
     [](std::string_view v, Options& o) { return read_bool(v, o.null_is_absent); }},
    {"secret_member", read_secret},
    {"relaxed_keywords",
     [](std::string_view v, Options& o) { return read_bool(v, o.relaxed_keywords); }},
    {"max_body_bytes",
     [](std::string_view v, Options& o) { return read_size(v, o.limits.max_body_bytes); }},
    {"max_depth", [](std::string_view v, Options& o) { return read_size(v, o.limits.max_depth); }},
    {"max_violations",
     [](std::string_view v, Options& o) { return read_size(v, o.limits.max_violations); }},
    {"max_array_items",
     [](std::string_view v, Options& o) { return read_size(v, o.limits.max_array_items); }},
    {"max_documents",
     [](std::string_view v, Options& o) { return read_size(v, o.limits.max_documents); }},
    {"max_schema_depth",
     [](std::string_view v, Options& o) { return read_size(v, o.limits.max_schema_depth); }},
    {"max_work", [](std::string_view v, Options& o) { return read_size(v, o.limits.max_work); }},
});

OptionFault unknown_option(std::string_view name) {
  std::vector<std::string_view> names;
  names.reserve(kRows.size());
  for (const Row& row : kRows) names.push_back(row.name);
  OptionFault fault{"there is no option of this name", ""};
  if (const auto nearest = text::closest(name, names)) {
    fault.hint = "did you mean " + format::quoted(*nearest) + "?";
  }
  return fault;
}

}  // namespace

std::optional<OptionFault> set_option(Options& options, std::string_view name,
                                      std::string_view value) {
  const auto row = std::ranges::find(kRows, name, &Row::name);
  return row == kRows.end() ? unknown_option(name) : row->read(value, options);
}

}  // namespace admit
