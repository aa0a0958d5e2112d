// Schema text -> Plan: read, normalised, parsed by valijson, and checked for completeness.
//
// valijson gives structure, counts, names and types; what it loses (exact numbers, enum and const
// values, the author's order) comes from the source. The guard at the end compares both: it fails
// closed on faults of valijson's own.
#include "schema/build_plan.h"

#include <algorithm>

#include "schema/normalise.h"
#include "schema/reference.h"
#include "schema/valijson_front.h"

namespace admit::schema {
namespace {

using input::text_of;
using input::Value;

// A schema nested `max_depth` deep needs about two JSON levels a step; values of enum and const may
// add some of their own.
constexpr std::size_t kJsonLevelsPerSchemaLevel = 4;

// How deep valijson may recurse: each level costs it up to 2 KiB of stack.
constexpr std::size_t kMaxVisitDepth = 128;

const rapidjson::Value& definition(const HoistedSchema& hoisted, std::size_t n) {
  return (*hoisted.document)["definitions"][static_cast<rapidjson::SizeType>(n)];
}

// The entry that a link of the hoisted form leads to.
NodeId linked_entry(const rapidjson::Value& link) {
  constexpr std::string_view kPrefix = "#/definitions/";
  return static_cast<NodeId>(std::stoul(link["$ref"].GetString() + kPrefix.size()));
}

bool is_link(const rapidjson::Value& value) {
  return value.IsObject() && value.MemberCount() == 1 && value.HasMember("$ref");
}

// The entries that entry n refers to, in the order in which valijson follows them.
std::vector<NodeId> links_of(const rapidjson::Value& entry) {
  std::vector<NodeId> links;
  for (const auto& keyword : entry.GetObject()) {
    const KeywordRow* row = find_keyword(keyword.name.GetString());
    if (row == nullptr || row->role == KeywordRole::assertion) continue;
    if (row->role == KeywordRole::subschema && is_link(keyword.value)) {
      links.push_back(linked_entry(keyword.value));
    }
    if (row->role != KeywordRole::subschemas) continue;
    for (const auto& member : keyword.value.GetObject())
      links.push_back(linked_entry(member.value));
  }
  return links;
}

// How deep valijson's depth-first visit of the entries goes: followed iteratively, in its order.
std::size_t visit_depth(const HoistedSchema& hoisted) {
  struct Step {
    std::vector<NodeId> links;
    std::size_t next = 0;
  };
  std::vector<bool> visited(hoisted.entries.size(), false);
  std::vector<Step> path;
  std::size_t deepest = 0;
  const auto enter = [&](NodeId n) {
    visited[n] = true;
    path.push_back({links_of(definition(hoisted, n)), 0});
    deepest = std::max(deepest, path.size());
  };
  enter(0);
  while (!path.empty()) {
    Step& step = path.back();
    if (step.next == step.links.size()) {
      path.pop_back();
    } else if (const NodeId n = step.links[step.next++]; !visited[n]) {
      enter(n);
    }
  }
  return deepest;
}

// What the tree does not hold, from the source.
void complete_node(PlanNode& node, const HoistedEntry& entry, std::string_view revision) {
  node.location = entry.location;
  if (entry.source->IsBool()) {
    node.never = entry.source->IsFalse();
    return;
  }
  const Value& source = *entry.source;
  if (entry.keywords.has(Keyword::enum_)) node.enumeration = enum_values(source, revision);
  node.constant = find_member(source, "const");
  node.minimum = find_member(source, "minimum");
  node.maximum = find_member(source, "maximum");
  node.has_properties = entry.keywords.has(Keyword::properties);
  if (const Value* required = find_member(source, "required")) {
    node.required.clear();
    for (const Value& name : required->GetArray()) node.required.emplace_back(text_of(name));
  }
  node.later = later_names(source, revision);
  std::ranges::sort(node.properties, {}, &Property::name);
}

std::size_t size_of(const rapidjson::Value& entry, const char* keyword) {
  const auto member = entry.FindMember(keyword);
  if (member == entry.MemberEnd()) return 0;
  return member->value.IsArray() ? member->value.Size() : member->value.MemberCount();
}

// True where the tree holds exactly what the hoisted entry says.
bool is_complete(const TreeNode& tree, const HoistedEntry& entry, const rapidjson::Value& hoisted) {
  KeywordSet expected = entry.keywords;
  // valijson keeps both keywords in one constraint, which shows as `properties`.
  if (expected.has(Keyword::additional_properties)) expected.add(Keyword::properties);
  const bool same_keywords =
      expected.without(tree.seen).empty() && tree.seen.without(expected).empty();
  return tree.visits == 1 && same_keywords &&
         tree.node.properties.size() == size_of(hoisted, "properties") &&
         tree.node.required.size() == size_of(hoisted, "required") &&
         tree.enum_size == size_of(hoisted, "enum");
}

BuildError internal_fault(std::string message) {
  return {"build.internal", std::move(message), "", std::nullopt,
          "this is a fault of admit or of valijson; no engine is made, to be safe"};
}

}  // namespace

NodeId PlanNode::find_property(std::string_view name) const noexcept {
  const auto found = std::ranges::lower_bound(properties, name, {}, &Property::name);
  return found != properties.end() && found->name == name ? found->node : kNoNode;
}

std::string_view PlanNode::since_of(std::string_view name) const noexcept {
  const auto found = std::ranges::find(later, name, &LaterName::name);
  return found == later.end() ? std::string_view() : std::string_view(found->since);
}

Result<Plan, BuildError> build_plan(std::string_view schema, const PlanOptions& options) {
  Plan plan;
  plan.source = std::make_unique<SchemaSource>(schema);
  if (auto fault = plan.source->read(options.max_depth * kJsonLevelsPerSchemaLevel)) {
    return std::move(*fault);
  }
  auto hoisted = normalise(*plan.source, {options.revision, options.max_depth});
  if (!hoisted) return std::move(hoisted).error();
  const HoistedSchema& form = hoisted.value();
  if (visit_depth(form) > kMaxVisitDepth) {
    return BuildError{"build.depth",
                      "references lead through more than " + std::to_string(kMaxVisitDepth) +
                          " subschemas, one from another",
                      "", std::nullopt, "shorten the chain of references"};
  }
  auto tree = read_tree(*form.document, form.entries.size());
  if (!tree) return internal_fault("valijson refuses the schema: " + tree.error());
  for (std::size_t n = 0; n < form.entries.size(); ++n) {
    TreeNode& node = tree.value()[n];
    if (!is_complete(node, form.entries[n], definition(form, n))) {
      return internal_fault("valijson lost a part of `" + form.entries[n].location + "`");
    }
    complete_node(node.node, form.entries[n], options.revision);
    plan.nodes.push_back(std::move(node.node));
  }
  return plan;
}

}  // namespace admit::schema
