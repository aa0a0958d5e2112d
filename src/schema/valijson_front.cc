// The valijson front end: a hoisted schema -> PlanNodes, by way of valijson's constraint tree.
#include "schema/valijson_front.h"

#include <charconv>
#include <exception>
#include <memory>
#include <stdexcept>

#include <valijson/adapters/rapidjson_adapter.hpp>
#include <valijson/constraints/concrete_constraints.hpp>
#include <valijson/constraints/constraint_visitor.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>

#include "schema/hoisted_name.h"

namespace admit::schema {
namespace {

using valijson::Subschema;
using valijson::constraints::TypeConstraint;

// The number that the normaliser wrote into the title.
NodeId number_of(const Subschema* subschema) {
  if (subschema == nullptr || !subschema->hasTitle()) {
    throw std::runtime_error("a subschema without a number");
  }
  const std::string title = subschema->getTitle();
  NodeId number = 0;
  const auto result = std::from_chars(title.data(), title.data() + title.size(), number);
  if (result.ec != std::errc() || result.ptr != title.data() + title.size()) {
    throw std::runtime_error("a subschema with the number `" + title + "`");
  }
  return number;
}

Type type_of_constraint(TypeConstraint::JsonType type) {
  switch (type) {
    case TypeConstraint::kNull:
      return Type::null;
    case TypeConstraint::kBoolean:
      return Type::boolean;
    case TypeConstraint::kInteger:
      return Type::integer;
    case TypeConstraint::kNumber:
      return Type::number;
    case TypeConstraint::kString:
      return Type::string;
    case TypeConstraint::kArray:
      return Type::array;
    case TypeConstraint::kObject:
      return Type::object;
    case TypeConstraint::kAny:
      break;
  }
  throw std::runtime_error("a type that is none of the seven");
}

// Reads the constraints of one subschema into a TreeNode, and collects its children.
class TreeReader : public valijson::constraints::ConstraintVisitor {
 public:
  TreeReader(TreeNode& tree, std::vector<const Subschema*>& children)
      : tree_(tree), children_(children) {}

  bool visit(const TypeConstraint& constraint) override {
    TypeSet types;
    constraint.applyToNamedTypes([&](TypeConstraint::JsonType type) {
      types.add(type_of_constraint(type));
      return true;
    });
    tree_.node.types = types;
    return saw(Keyword::type);
  }
  bool visit(const EnumConstraint& constraint) override {
    constraint.applyToValues([&](const auto&) { return ++tree_.enum_size > 0; });
    return saw(Keyword::enum_);
  }
  bool visit(const ConstConstraint&) override { return saw(Keyword::const_); }

  bool visit(const AllOfConstraint& constraint) override {
    return read_list(constraint, tree_.node.all_of, Keyword::all_of);
  }
  bool visit(const AnyOfConstraint& constraint) override {
    return read_list(constraint, tree_.node.any_of, Keyword::any_of);
  }
  bool visit(const OneOfConstraint& constraint) override {
    return read_list(constraint, tree_.node.one_of, Keyword::one_of);
  }
  bool visit(const NotConstraint& constraint) override {
    tree_.node.not_ = child(constraint.getSubschema());
    return saw(Keyword::not_);
  }
  bool visit(const ConditionalConstraint& constraint) override;

  bool visit(const MinimumConstraint& constraint) override {
    return saw(constraint.getExclusiveMinimum() ? Keyword::exclusive_minimum : Keyword::minimum);
  }
  bool visit(const MaximumConstraint& constraint) override {
    return saw(constraint.getExclusiveMaximum() ? Keyword::exclusive_maximum : Keyword::maximum);
  }
  bool visit(const MultipleOfDoubleConstraint&) override { return saw(Keyword::multiple_of); }
  bool visit(const MultipleOfIntConstraint&) override { return saw(Keyword::multiple_of); }

  bool visit(const MinLengthConstraint& constraint) override {
    tree_.node.length.min = constraint.getMinLength();
    return saw(Keyword::min_length);
  }
  bool visit(const MaxLengthConstraint& constraint) override {
    tree_.node.length.max = constraint.getMaxLength();
    return saw(Keyword::max_length);
  }
  bool visit(const PatternConstraint& constraint) override {
    tree_.node.pattern_source = decode_name(constraint.getPattern(std::allocator<char>()));
    return saw(Keyword::pattern);
  }
  bool visit(const FormatConstraint& constraint) override {
    tree_.format = constraint.getFormat();
    return saw(Keyword::format);
  }

  bool visit(const MinItemsConstraint& constraint) override {
    tree_.node.item_count.min = constraint.getMinItems();
    return saw(Keyword::min_items);
  }
  bool visit(const MaxItemsConstraint& constraint) override {
    tree_.node.item_count.max = constraint.getMaxItems();
    return saw(Keyword::max_items);
  }
  bool visit(const UniqueItemsConstraint&) override {
    tree_.node.unique_items = true;
    return saw(Keyword::unique_items);
  }
  bool visit(const SingularItemsConstraint& constraint) override {
    tree_.node.items = child(constraint.getItemsSubschema());
    return saw(Keyword::items);
  }
  bool visit(const LinearItemsConstraint& constraint) override;
  bool visit(const ContainsConstraint& constraint) override {
    tree_.node.contains = child(constraint.getSubschema());
    return saw(Keyword::contains);
  }

  bool visit(const MinPropertiesConstraint& constraint) override {
    tree_.node.property_count.min = constraint.getMinProperties();
    return saw(Keyword::min_properties);
  }
  bool visit(const MaxPropertiesConstraint& constraint) override {
    tree_.node.property_count.max = constraint.getMaxProperties();
    return saw(Keyword::max_properties);
  }
  bool visit(const RequiredConstraint& constraint) override {
    constraint.applyToRequiredProperties([&](const auto& name) {
      tree_.node.required.push_back(decoded(name));
      return true;
    });
    return saw(Keyword::required);
  }
  bool visit(const PropertiesConstraint& constraint) override;
  bool visit(const PropertyNamesConstraint& constraint) override {
    tree_.node.property_names = child(constraint.getSubschema());
    return saw(Keyword::property_names);
  }
  bool visit(const DependenciesConstraint& constraint) override;

  // Admit registers no keyword of its own with valijson; should one come, no plan is made.
  bool visit(const PolyConstraint&) override {
    throw std::runtime_error("an unexpected constraint");
  }

 private:
  NodeId child(const Subschema* subschema) {
    const NodeId number = number_of(subschema);
    children_.push_back(subschema);
    return number;
  }
  // Where a keyword is absent, valijson puts a shared empty subschema, which has no number.
  NodeId child_or_none(const Subschema* subschema) {
    return subschema != nullptr && subschema->hasTitle() ? child(subschema) : kNoNode;
  }
  template <class Constraint>
  bool read_list(const Constraint& constraint, std::vector<NodeId>& nodes, Keyword keyword) {
    constraint.applyToSubschemas([&](unsigned, const Subschema* subschema) {
      nodes.push_back(child(subschema));
      return true;
    });
    return saw(keyword);
  }
  template <class Text>
  static std::string decoded(const Text& name) {
    return decode_name({name.data(), name.size()});
  }
  bool saw(Keyword keyword) {
    tree_.seen.add(keyword);
    return true;
  }

  TreeNode& tree_;
  std::vector<const Subschema*>& children_;
};

bool TreeReader::visit(const ConditionalConstraint& constraint) {
  tree_.node.if_ = child(constraint.getIfSubschema());
  tree_.node.then_ = child_or_none(constraint.getThenSubschema());
  tree_.node.else_ = child_or_none(constraint.getElseSubschema());
  if (tree_.node.then_ != kNoNode) saw(Keyword::then_);
  if (tree_.node.else_ != kNoNode) saw(Keyword::else_);
  return saw(Keyword::if_);
}

bool TreeReader::visit(const LinearItemsConstraint& constraint) {
  constraint.applyToItemSubschemas([&](unsigned, const Subschema* subschema) {
    tree_.node.item_tuple.push_back(child(subschema));
    return true;
  });
  tree_.node.items = child_or_none(constraint.getAdditionalItemsSubschema());
  if (tree_.node.items != kNoNode) saw(Keyword::additional_items);
  return saw(Keyword::items);
}

bool TreeReader::visit(const PropertiesConstraint& constraint) {
  constraint.applyToProperties([&](const auto& name, const Subschema* subschema) {
    tree_.node.properties.push_back({decoded(name), child(subschema)});
    return true;
  });
  constraint.applyToPatternProperties([&](const auto& pattern, const Subschema* subschema) {
    tree_.node.pattern_properties.push_back({decoded(pattern), child(subschema), std::nullopt});
    return true;
  });
  tree_.node.additional_properties = child_or_none(constraint.getAdditionalPropertiesSubschema());
  if (tree_.node.additional_properties != kNoNode) saw(Keyword::additional_properties);
  // One constraint stands for three keywords; an empty `properties` leaves no trace in it.
  if (!tree_.node.pattern_properties.empty()) saw(Keyword::pattern_properties);
  return saw(Keyword::properties);
}

bool TreeReader::visit(const DependenciesConstraint& constraint) {
  constraint.applyToPropertyDependencies([&](const auto& name, const auto& names) {
    Dependency dependency{decoded(name), kNoNode, {}};
    for (const auto& other : names) dependency.names.push_back(decoded(other));
    tree_.node.dependencies.push_back(std::move(dependency));
    return true;
  });
  constraint.applyToSchemaDependencies([&](const auto& name, const Subschema* subschema) {
    tree_.node.dependencies.push_back({decoded(name), child(subschema), {}});
    return true;
  });
  return saw(Keyword::dependencies);
}

void read_constraints(const Subschema& subschema, TreeReader& reader) {
  Subschema::ApplyFunction read = [&](const valijson::constraints::Constraint& constraint) {
    return constraint.accept(reader);
  };
  (void)subschema.apply(read);
}

std::vector<TreeNode> read_nodes(const valijson::Schema& schema, std::size_t count) {
  std::vector<TreeNode> nodes(count);
  std::vector<const Subschema*> entries;
  TreeNode root;  // {"allOf": [all entries]}
  TreeReader root_reader(root, entries);
  read_constraints(schema, root_reader);
  const auto checked_number = [&](const Subschema* subschema) {
    const NodeId number = number_of(subschema);
    if (number >= count) throw std::runtime_error("a subschema with a number out of range");
    return number;
  };
  for (const Subschema* entry : entries) {
    TreeNode& node = nodes[checked_number(entry)];
    ++node.visits;
    std::vector<const Subschema*> leaves;
    TreeReader reader(node, leaves);
    read_constraints(*entry, reader);
    for (const Subschema* leaf : leaves) (void)checked_number(leaf);
  }
  return nodes;
}

}  // namespace

Result<std::vector<TreeNode>, std::string> read_tree(const rapidjson::Document& hoisted,
                                                     std::size_t count) {
  try {
    valijson::Schema schema;
    valijson::SchemaParser parser(valijson::SchemaParser::kDraft7);
    parser.populateSchema(valijson::adapters::RapidJsonAdapter(hoisted), schema);
    return read_nodes(schema, count);
  } catch (const std::bad_alloc&) {
    throw;
  } catch (const std::exception& error) {
    return std::string(error.what());
  }
}

}  // namespace admit::schema
