// Schema text -> Plan: read, normalised, parsed by valijson, and checked for completeness.
//
// valijson gives structure, counts, names and types; what it loses (exact numbers, enum and const
// values, the author's order) comes from the source. The guard at the end compares both: it fails
// closed on faults of valijson's own.
#include "schema/build_plan.h"

#include <algorithm>
#include <utility>

#include "schema/complete_node.h"
#include "schema/normalise.h"
#include "schema/valijson_front.h"

namespace admit::schema {
namespace {

// A schema nested `max_depth` deep needs about two JSON levels a step; values of enum and const may
// add some of their own.
constexpr std::size_t kJsonLevelsPerSchemaLevel = 4;

// The keywords that the tree must show where the hoisted entry has `kept`. valijson keeps three of
// them in one constraint, which shows as `properties`.
KeywordSet expected_keywords(KeywordSet kept) {
  if (kept.has(Keyword::additional_properties) || kept.has(Keyword::pattern_properties)) {
    kept.add(Keyword::properties);
  }
  return kept;
}

std::size_t size_of(const rapidjson::Value& entry, Keyword keyword) {
  const auto member = entry.FindMember(keyword_row(keyword).name.data());
  if (member == entry.MemberEnd()) return 0;
  if (member->value.IsArray()) return member->value.Size();
  return member->value.IsObject() ? member->value.MemberCount() : 0;
}

bool has_all_parts(const TreeNode& tree, const rapidjson::Value& hoisted) {
  const PlanNode& node = tree.node;
  const auto items = hoisted.FindMember("items");
  const bool is_tuple = items != hoisted.MemberEnd() && items->value.IsArray();
  return node.properties.size() == size_of(hoisted, Keyword::properties) &&
         node.pattern_properties.size() == size_of(hoisted, Keyword::pattern_properties) &&
         node.dependencies.size() == size_of(hoisted, Keyword::dependencies) &&
         node.required.size() == size_of(hoisted, Keyword::required) &&
         node.all_of.size() == size_of(hoisted, Keyword::all_of) &&
         node.any_of.size() == size_of(hoisted, Keyword::any_of) &&
         node.one_of.size() == size_of(hoisted, Keyword::one_of) &&
         node.item_tuple.size() == (is_tuple ? size_of(hoisted, Keyword::items) : 0) &&
         tree.enum_size == size_of(hoisted, Keyword::enum_);
}

// True where the tree holds exactly what the hoisted entry says.
bool is_complete(const TreeNode& tree, const HoistedEntry& entry, const rapidjson::Value& hoisted) {
  return tree.visits == 1 && tree.seen == expected_keywords(entry.keywords) &&
         has_all_parts(tree, hoisted);
}

BuildError internal_fault(std::string message) {
  return {"build.internal", std::move(message), "", std::nullopt,
          "this is a fault of admit or of valijson; no engine is made, to be safe"};
}

bool takes_null_by_name(const PlanNode& node) {
  const auto is_null = [](const input::Value* value) { return value->IsNull(); };
  if (!node.types.is_all() && node.types.has(Type::null)) return true;
  if (node.constant != nullptr && node.constant->IsNull()) return true;
  return node.enumeration && std::ranges::any_of(node.enumeration->values(), is_null);
}

// What a node can only know of itself together with others.
void relate_nodes(Plan& plan, const Links& links) {
  for (const NodeId id : in_place_order(links)) {
    PlanNode& node = plan.nodes[id];
    node.asks_for_null = takes_null_by_name(node);
    node.for_each_in_place([&](NodeId other) {
      node.has_in_place = true;
      node.asks_for_null |= plan.nodes[other].asks_for_null;
    });
    plan.may_meet_twice |= node.has_in_place || !node.pattern_properties.empty();
  }
}

Result<Plan, BuildError> make_plan(HoistedSchema& form, const Library& library,
                                   std::string_view revision) {
  auto tree = read_tree(*form.document, form.entries.size());
  if (!tree) return internal_fault("valijson refuses the schema: " + tree.error());
  const rapidjson::Value& definitions = (*form.document)["definitions"];
  Plan plan;
  plan.nodes.reserve(form.entries.size());
  PatternBudget budget;
  for (std::size_t n = 0; n < form.entries.size(); ++n) {
    TreeNode& node = tree.value()[n];
    const HoistedEntry& entry = form.entries[n];
    if (!is_complete(node, entry, definitions[static_cast<rapidjson::SizeType>(n)])) {
      return internal_fault("valijson lost a part of `" + library.full_location(entry.place) + "`");
    }
    if (auto fault = complete_node(node, entry, library, revision, budget)) {
      return std::move(*fault);
    }
    plan.nodes.push_back(std::move(node.node));
  }
  relate_nodes(plan, form.links);
  return plan;
}

}  // namespace

Result<BuiltPlan, BuildError> build_plan(std::string_view schema, const PlanOptions& options) {
  Library library({options.resolver, options.judge, options.relaxed_keywords,
                   options.max_depth * kJsonLevelsPerSchemaLevel});
  if (auto fault = library.add_root(schema)) return std::move(*fault);
  auto hoisted = normalise(library, {options.revision, options.max_depth});
  if (!hoisted) return std::move(hoisted).error();
  auto plan = make_plan(hoisted.value(), library, options.revision);
  if (!plan) return std::move(plan).error();
  BuiltPlan built{std::move(plan).value(), std::move(library).take_warnings()};
  std::ranges::move(hoisted.value().warnings, std::back_inserter(built.warnings));
  // NOLINTNEXTLINE(bugprone-use-after-move): each takes a part
  built.plan.sources = std::move(library).take_documents();
  return built;
}

}  // namespace admit::schema
