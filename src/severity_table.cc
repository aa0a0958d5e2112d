// SeverityTable: the severity that each code has under the options of an engine.
#include "severity_table.h"

#include <algorithm>
#include <string>
#include <vector>

#include "text/suggest.h"

namespace admit {
namespace {

bool is_family(std::string_view code) {
  return code.ends_with(".*");
}

bool is_of_family(std::string_view id, std::string_view family) {
  return id.starts_with(family.substr(0, family.size() - 1));
}

bool matches(const SeverityOverride& change, std::string_view id) {
  return is_family(change.code) ? is_of_family(id, change.code) : change.code == id;
}

bool is_fixed(std::string_view id) {
  const CodeRow* row = find_code(id);
  return row != nullptr && row->strictness == Strictness::fixed;
}

BuildError unknown_code(const std::string& code, std::span<const EngineCode> codes) {
  std::vector<std::string> names;
  for (const EngineCode& known : codes) {
    names.push_back(known.info.id);
    names.push_back(known.info.id.substr(0, known.info.id.find('.')) + ".*");
  }
  const std::vector<std::string_view> candidates(names.begin(), names.end());
  const auto nearest = text::closest(code, candidates);
  return {"build.option", "there is no code or family `" + code + "`", "", std::nullopt,
          nearest ? "did you mean `" + std::string(*nearest) + "`?"
                  : "a code is `family.name`, a family is `family.*`"};
}

}  // namespace

Severity SeverityTable::resolve(const CodeInfo& code) const {
  if (is_fixed(code.id)) return code.severity;
  Severity severity = code.severity;
  if (options_.strict && code.raised_by_strict) severity = Severity::error;
  if (code.id == "schema.unknown-member") {
    const UnknownMembers choice = options_.unknown_members.value_or(UnknownMembers::ignore);
    if (choice == UnknownMembers::ignore) severity = Severity::ignore;
    if (choice == UnknownMembers::deny) severity = Severity::error;
  }
  for (const bool family : {true, false}) {
    for (const SeverityOverride& change : options_.severities) {
      if (is_family(change.code) == family && matches(change, code.id)) severity = change.severity;
    }
  }
  return severity;
}

std::optional<BuildError> SeverityTable::find_fault(std::span<const EngineCode> codes) const {
  for (const SeverityOverride& change : options_.severities) {
    const auto hit = [&](const EngineCode& code) { return matches(change, code.info.id); };
    const auto found = std::ranges::find_if(codes, hit);
    if (found == codes.end()) return unknown_code(change.code, codes);
    if (is_fixed(found->info.id)) {
      return BuildError{"build.option", "the severity of `" + change.code + "` cannot be changed",
                        "", std::nullopt,
                        "bytes that two readers understand differently are always refused"};
    }
  }
  return std::nullopt;
}

}  // namespace admit
