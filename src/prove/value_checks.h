// What a node of the schema asks of strings and numbers, made ready for a Program.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "prove/program.h"
#include "schema/plan.h"

namespace admit::prove {

/// One group's condition on the text of a member.
struct TextTest {
  unsigned group = 0;
  const Condition* condition = nullptr;

  [[nodiscard]] bool holds(const std::string& text) const;
};

/// The conditions that look at one member.
struct SlotTests {
  std::uint32_t slot = 0;
  const std::vector<TextTest>* tests = nullptr;
};

/// The texts that the schema allows and those that conditions ask for. Null where any text will do.
std::unique_ptr<TextCheck> make_text_check(const schema::PlanNode* node,
                                           const std::vector<SlotTests>& slots);

/// Null where any number will do.
std::unique_ptr<NumberCheck> make_number_check(const schema::PlanNode& node);

/// `enum` and `const` for true, false and null; arrays and objects are no matter of a Program then.
void restrict_literals(const schema::PlanNode& node, Node& out);

}  // namespace admit::prove
