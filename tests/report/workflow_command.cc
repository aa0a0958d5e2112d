// Reads `::name key=value,key=value::data`. See workflow_command.h.
#include "report/workflow_command.h"

#include <array>

namespace admit::test {
namespace {

struct Escape {
  std::string_view written;
  char read;
};

// The percent sign comes last: what it is turned into starts no other escape.
constexpr std::array kEscapes =
    std::to_array<Escape>({{"%3A", ':'}, {"%2C", ','}, {"%0D", '\r'}, {"%0A", '\n'}, {"%25", '%'}});

std::string unescaped(std::string_view text, bool is_property) {
  std::string out(text);
  for (const Escape& escape : kEscapes) {
    if (!is_property && (escape.read == ':' || escape.read == ',')) continue;
    for (std::size_t at = 0; (at = out.find(escape.written, at)) != std::string::npos; ++at) {
      out.replace(at, escape.written.size(), 1, escape.read);
    }
  }
  return out;
}

}  // namespace

std::optional<WorkflowCommand> parse_workflow_command(std::string_view line) {
  constexpr std::string_view kMark = "::";
  if (!line.starts_with(kMark)) return std::nullopt;
  const std::size_t end = line.find(kMark, kMark.size());
  if (end == std::string_view::npos) return std::nullopt;
  std::string_view head = line.substr(kMark.size(), end - kMark.size());
  WorkflowCommand command;
  command.data = unescaped(line.substr(end + kMark.size()), false);
  const std::size_t space = head.find(' ');
  command.name = head.substr(0, space);
  head = space == std::string_view::npos ? std::string_view() : head.substr(space + 1);
  while (!head.empty()) {
    const std::string_view pair = head.substr(0, head.find(','));
    head.remove_prefix(std::min(pair.size() + 1, head.size()));
    const std::size_t equals = pair.find('=');
    if (equals == std::string_view::npos) continue;
    command.properties[std::string(pair.substr(0, equals))] =
        unescaped(pair.substr(equals + 1), true);
  }
  return command;
}

}  // namespace admit::test
