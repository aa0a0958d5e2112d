// Engines by their options.
// Outside functions: narrowed, Engines.
#include "lint/engines.h"

#include <algorithm>

#include "admit/codes.h"
#include "text/suggest.h"

namespace admit::lint {
namespace {

std::string key_of(const OptionList& options) {
  std::string key;
  for (const OptionSetting& one : options) key += one.name + '=' + one.value + '\n';
  return key;
}

bool matches(std::string_view selected, std::string_view code) {
  if (selected.ends_with(".*")) return code.starts_with(selected.substr(0, selected.size() - 1));
  return selected == code;
}

bool can_be_changed(std::string_view code) {
  const CodeRow* row = find_code(code);
  return row == nullptr || row->strictness != Strictness::fixed;
}

std::optional<BuildError> find_unknown(const std::vector<std::string>& selected,
                                       std::span<const EngineCode> codes) {
  for (const std::string& name : selected) {
    const auto is_meant = [&](const EngineCode& code) { return matches(name, code.info.id); };
    if (std::ranges::any_of(codes, is_meant)) continue;
    std::vector<std::string_view> known;
    for (const EngineCode& code : codes) known.push_back(code.info.id);
    const auto nearest = text::closest(name, known);
    return BuildError{"build.option", "there is no code or family `" + name + "`", "", std::nullopt,
                      nearest ? "did you mean `" + std::string(*nearest) + "`?"
                              : "a code is `family.name`, a family is `family.*`"};
  }
  return std::nullopt;
}

}  // namespace

Result<Options, BuildError> narrowed(Options options, std::span<const EngineCode> codes,
                                     const std::vector<std::string>& selected) {
  if (auto unknown = find_unknown(selected, codes)) return std::move(*unknown);
  for (const EngineCode& code : codes) {
    const auto is_meant = [&](const std::string& name) { return matches(name, code.info.id); };
    if (std::ranges::any_of(selected, is_meant) || !can_be_changed(code.info.id)) continue;
    options.severities.push_back({code.info.id, Severity::ignore});
  }
  return options;
}

Result<const Engine*, BuildError> Engines::find(const OptionList& configured) {
  const std::string key = key_of(configured);
  if (const auto known = engines_.find(key); known != engines_.end()) return &known->second;
  auto made = make(configured);
  if (!made) return std::move(made).error();
  return &engines_.emplace(key, std::move(made).value()).first->second;
}

Result<Engine, BuildError> Engines::make(const OptionList& configured) const {
  Options options = with(with(base_, configured), chosen_);
  auto made = build_(options);
  if (!made || selected_.empty()) return made;
  auto options_of_selected = narrowed(std::move(options), made.value().codes(), selected_);
  if (!options_of_selected) return std::move(options_of_selected).error();
  return build_(options_of_selected.value());
}

}  // namespace admit::lint
