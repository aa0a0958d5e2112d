// What valijson's tree does not hold of a subschema, from the author's text.
#include "schema/complete_node.h"

#include <algorithm>
#include <unordered_map>

#include "schema/revision.h"

namespace admit::schema {
namespace {

using input::text_of;
using input::Value;

std::vector<std::string> texts_of(const Value& names) {
  std::vector<std::string> texts;
  for (const Value& name : names.GetArray()) texts.emplace_back(text_of(name));
  return texts;
}

class Completion {
 public:
  Completion(TreeNode& tree, const HoistedEntry& entry, const Library& library,
             std::string_view revision, PatternBudget& budget)
      : node_(tree.node),
        tree_(tree),
        entry_(entry),
        source_(*entry.place.value),
        library_(library),
        revision_(revision),
        budget_(budget) {}

  std::optional<BuildError> run() {
    node_.location = library_.full_location(entry_.place);
    node_.source = &source_;
    if (source_.IsBool()) {
      node_.never = source_.IsFalse();
      return std::nullopt;
    }
    take_values();
    take_order();
    node_.later = later_names(source_, revision_);
    if (!tree_.format.empty()) node_.format = format::find_format(tree_.format);
    node_.has_properties = entry_.keywords.has(Keyword::properties) ||
                           entry_.keywords.has(Keyword::pattern_properties);
    return compile_patterns();
  }

 private:
  [[nodiscard]] const Value* find(Keyword keyword) const {
    return entry_.keywords.has(keyword) ? find_member(source_, keyword) : nullptr;
  }

  void take_values() {
    if (find(Keyword::enum_) != nullptr) {
      node_.enumeration.emplace(enum_values(source_, revision_));
    }
    node_.constant = find(Keyword::const_);
    node_.minimum = find(Keyword::minimum);
    node_.maximum = find(Keyword::maximum);
    node_.exclusive_minimum = find(Keyword::exclusive_minimum);
    node_.exclusive_maximum = find(Keyword::exclusive_maximum);
    node_.multiple_of = find(Keyword::multiple_of);
  }

  // valijson sorts names its own way.
  void take_order() {
    if (const Value* required = find(Keyword::required)) node_.required = texts_of(*required);
    std::ranges::sort(node_.properties, {}, &Property::name);
    node_.index_properties();
    if (const Value* dependencies = find(Keyword::dependencies)) {
      std::unordered_map<std::string_view, std::size_t> positions;
      for (const Value::Member& member : dependencies->GetObject()) {
        positions.emplace(text_of(member.name), positions.size());
      }
      for (Dependency& dependency : node_.dependencies) {
        const Value* wanted = find_member(*dependencies, dependency.name);
        if (wanted != nullptr && wanted->IsArray()) dependency.names = texts_of(*wanted);
      }
      std::ranges::sort(node_.dependencies, {},
                        [&](const Dependency& one) { return positions[one.name]; });
    }
  }

  std::optional<BuildError> compile_patterns() {
    if (const Value* pattern = find(Keyword::pattern)) {
      if (auto fault = compile(node_.pattern_source, *pattern, false, node_.pattern)) return fault;
    }
    const Value* patterns = find(Keyword::pattern_properties);
    for (PatternProperty& property : node_.pattern_properties) {
      const Value& place = *find_member(*patterns, property.source);
      if (auto fault = compile(property.source, place, true, property.pattern)) return fault;
    }
    return std::nullopt;
  }

  std::optional<BuildError> compile(const std::string& source, const Value& place, bool at_name,
                                    std::optional<format::Pattern>& pattern) {
    auto compiled = format::Pattern::compile(source);
    const auto fault = [&](std::string_view message, std::string_view hint) {
      return library_.fault(entry_.place.document, "build.pattern", message, hint, place, at_name);
    };
    if (!compiled) {
      const bool is_valid = compiled.error().is_valid_ecma;
      return fault("the pattern `" + source +
                       (is_valid ? "` cannot be matched: " : "` is malformed: ") +
                       compiled.error().reason,
                   is_valid ? "write it in another way, or check it by a rule" : "");
    }
    if (compiled.value().program_size() > budget_.left) {
      return fault("the patterns of the schema are too large together",
                   "use smaller repetitions, and `maxLength`");
    }
    budget_.left -= compiled.value().program_size();
    pattern = std::move(compiled).value();
    return std::nullopt;
  }

  PlanNode& node_;
  TreeNode& tree_;
  const HoistedEntry& entry_;
  const Value& source_;
  const Library& library_;
  std::string_view revision_;
  PatternBudget& budget_;
};

}  // namespace

std::optional<BuildError> complete_node(TreeNode& tree, const HoistedEntry& entry,
                                        const Library& library, std::string_view revision,
                                        PatternBudget& budget) {
  return Completion(tree, entry, library, revision, budget).run();
}

}  // namespace admit::schema
