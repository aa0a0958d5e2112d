// The valijson front end: a hoisted schema -> PlanNodes, by way of valijson's constraint tree.
#include "schema/valijson_front.h"

#include <charconv>
#include <exception>
#include <stdexcept>

#include <valijson/adapters/rapidjson_adapter.hpp>
#include <valijson/constraints/concrete_constraints.hpp>
#include <valijson/constraints/constraint_visitor.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>

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
  bool visit(const MinimumConstraint& constraint) override {
    return saw(constraint.getExclusiveMinimum() ? Keyword::exclusive_minimum : Keyword::minimum);
  }
  bool visit(const MaximumConstraint& constraint) override {
    return saw(constraint.getExclusiveMaximum() ? Keyword::exclusive_maximum : Keyword::maximum);
  }
  bool visit(const MinItemsConstraint& constraint) override {
    tree_.node.min_items = constraint.getMinItems();
    return saw(Keyword::min_items);
  }
  bool visit(const SingularItemsConstraint& constraint) override {
    tree_.node.items = child(constraint.getItemsSubschema());
    return saw(Keyword::items);
  }
  bool visit(const RequiredConstraint& constraint) override {
    constraint.applyToRequiredProperties([&](const auto& name) {
      tree_.node.required.emplace_back(name.data(), name.size());
      return true;
    });
    return saw(Keyword::required);
  }
  bool visit(const PropertiesConstraint& constraint) override;

  // Keywords that are not enforced never reach valijson; should one, no plan is made.
  bool visit(const AllOfConstraint&) override { return unexpected("allOf"); }
  bool visit(const AnyOfConstraint&) override { return unexpected("anyOf"); }
  bool visit(const ConditionalConstraint&) override { return unexpected("if"); }
  bool visit(const ContainsConstraint&) override { return unexpected("contains"); }
  bool visit(const DependenciesConstraint&) override { return unexpected("dependencies"); }
  bool visit(const FormatConstraint&) override { return unexpected("format"); }
  bool visit(const LinearItemsConstraint&) override { return unexpected("items"); }
  bool visit(const MaxItemsConstraint&) override { return unexpected("maxItems"); }
  bool visit(const MaxLengthConstraint&) override { return unexpected("maxLength"); }
  bool visit(const MaxPropertiesConstraint&) override { return unexpected("maxProperties"); }
  bool visit(const MinLengthConstraint&) override { return unexpected("minLength"); }
  bool visit(const MinPropertiesConstraint&) override { return unexpected("minProperties"); }
  bool visit(const MultipleOfDoubleConstraint&) override { return unexpected("multipleOf"); }
  bool visit(const MultipleOfIntConstraint&) override { return unexpected("multipleOf"); }
  bool visit(const NotConstraint&) override { return unexpected("not"); }
  bool visit(const OneOfConstraint&) override { return unexpected("oneOf"); }
  bool visit(const PatternConstraint&) override { return unexpected("pattern"); }
  bool visit(const PolyConstraint&) override { return unexpected("a custom keyword"); }
  bool visit(const PropertyNamesConstraint&) override { return unexpected("propertyNames"); }
  bool visit(const UniqueItemsConstraint&) override { return unexpected("uniqueItems"); }

 private:
  NodeId child(const Subschema* subschema) {
    const NodeId number = number_of(subschema);
    children_.push_back(subschema);
    return number;
  }
  bool saw(Keyword keyword) {
    tree_.seen.add(keyword);
    return true;
  }
  static bool unexpected(const char* keyword) {
    throw std::runtime_error(std::string("an unexpected constraint: ") + keyword);
  }

  TreeNode& tree_;
  std::vector<const Subschema*>& children_;
};

bool TreeReader::visit(const PropertiesConstraint& constraint) {
  constraint.applyToProperties([&](const auto& name, const Subschema* subschema) {
    tree_.node.properties.push_back({std::string(name.data(), name.size()), child(subschema)});
    return true;
  });
  constraint.applyToPatternProperties(
      [&](const auto&, const Subschema*) { return unexpected("patternProperties"); });
  const Subschema* additional = constraint.getAdditionalPropertiesSubschema();
  // Where the keyword is absent, valijson puts a shared empty subschema, which has no number.
  if (additional != nullptr && additional->hasTitle()) {
    tree_.node.additional_properties = child(additional);
    saw(Keyword::additional_properties);
  }
  // One constraint stands for three keywords; an empty `properties` leaves no trace in it.
  return saw(Keyword::properties);
}

// The root is {"allOf": [entry 0]} and nothing else.
class RootReader : public TreeReader {
 public:
  RootReader(TreeNode& ignored, std::vector<const Subschema*>& children)
      : TreeReader(ignored, children), children_(children) {}
  using TreeReader::visit;
  bool visit(const AllOfConstraint& constraint) override {
    constraint.applyToSubschemas([&](unsigned, const Subschema* subschema) {
      children_.push_back(subschema);
      return true;
    });
    return true;
  }

 private:
  std::vector<const Subschema*>& children_;
};

void read_constraints(const Subschema& subschema, TreeReader& reader) {
  Subschema::ApplyFunction read = [&](const valijson::constraints::Constraint& constraint) {
    return constraint.accept(reader);
  };
  (void)subschema.apply(read);
}

std::vector<TreeNode> read_nodes(const valijson::Schema& schema, std::size_t count) {
  std::vector<TreeNode> nodes(count);
  std::vector<const Subschema*> pending;
  TreeNode root;
  RootReader root_reader(root, pending);
  read_constraints(schema, root_reader);
  std::vector<const Subschema*> owners(count, nullptr);
  while (!pending.empty()) {
    const Subschema* subschema = pending.back();
    pending.pop_back();
    const NodeId number = number_of(subschema);
    if (number >= count) throw std::runtime_error("a subschema with a number out of range");
    if (owners[number] == subschema) continue;
    owners[number] = subschema;
    TreeNode& node = nodes[number];
    ++node.visits;
    TreeReader reader(node, pending);
    read_constraints(*subschema, reader);
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
