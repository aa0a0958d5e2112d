// Strings and numbers of a node of the schema.
#include "prove/value_checks.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "input/value.h"
#include "schema/equal.h"

namespace admit::prove {
namespace {

using input::Value;
using Integers = std::numeric_limits<std::int64_t>;

bool is_restricted(const schema::PlanNode& node) {
  return node.enumeration.has_value() || node.constant != nullptr;
}

// The values of enum and const that a value may have.
std::vector<const Value*> allowed_values(const schema::PlanNode& node) {
  if (!node.enumeration) return {node.constant};
  std::vector<const Value*> values = node.enumeration->values();
  std::erase_if(values, [&](const Value* value) {
    return node.constant != nullptr && !schema::equal_values(*node.constant, *value);
  });
  return values;
}

Facts met_by(const std::vector<TextTest>& tests, const auto& holds) {
  Facts met = 0;
  for (const TextTest& test : tests) met |= Facts{1} << test.group;
  for (const TextTest& test : tests) {
    if (!holds(test)) met &= ~(Facts{1} << test.group);
  }
  return met;
}

SlotWrite make_write(const SlotTests& slot, const std::vector<std::string>& texts) {
  SlotWrite write;
  write.slot = slot.slot;
  for (const TextTest& test : *slot.tests) write.groups |= Facts{1} << test.group;
  for (const std::string& text : texts) {
    write.met.push_back(met_by(*slot.tests, [&](const TextTest& t) { return t.holds(text); }));
  }
  write.met_by_others =
      met_by(*slot.tests, [](const TextTest& test) { return test.condition->negated; });
  return write;
}

constexpr double kTwoTo63 = 9223372036854775808.0;

// The integer that is `whole`, or the nearest one that there is.
std::int64_t to_integer(double whole) noexcept {
  if (whole >= kTwoTo63) return Integers::max();
  return whole <= -kTwoTo63 ? Integers::min() : static_cast<std::int64_t>(whole);
}

// The least integer from `bound` on; beyond it where `beyond`.
std::int64_t least_from(const Value& bound, bool beyond) noexcept {
  if (bound.IsUint64() && !bound.IsInt64()) return Integers::max();
  const bool is_integer = bound.IsInt64();
  const double whole = is_integer ? 0 : std::ceil(bound.GetDouble());
  const std::int64_t least = is_integer ? bound.GetInt64() : to_integer(whole);
  const bool is_bound = is_integer || whole == bound.GetDouble();
  return beyond && is_bound && least < Integers::max() ? least + 1 : least;
}

// The greatest integer up to `bound`; before it where `before`.
std::int64_t greatest_to(const Value& bound, bool before) noexcept {
  if (bound.IsUint64() && !bound.IsInt64()) return Integers::max();
  const bool is_integer = bound.IsInt64();
  const double whole = is_integer ? 0 : std::floor(bound.GetDouble());
  const std::int64_t greatest = is_integer ? bound.GetInt64() : to_integer(whole);
  const bool is_bound = is_integer || whole == bound.GetDouble();
  return before && is_bound && greatest > Integers::min() ? greatest - 1 : greatest;
}

}  // namespace

bool TextTest::holds(const std::string& text) const {
  const bool listed = std::ranges::find(condition->values, text) != condition->values.end();
  return listed != condition->negated;
}

std::unique_ptr<TextCheck> make_text_check(const schema::PlanNode* node,
                                           const std::vector<SlotTests>& slots) {
  auto check = std::make_unique<TextCheck>();
  check->is_closed = node != nullptr && is_restricted(*node);
  std::vector<std::string> texts;
  const auto add = [&](std::string text) {
    if (std::ranges::find(texts, text) == texts.end()) texts.push_back(std::move(text));
  };
  if (check->is_closed) {
    for (const Value* value : allowed_values(*node)) {
      if (value->IsString()) add(std::string(input::text_of(*value)));
    }
  } else {
    for (const SlotTests& slot : slots) {
      for (const TextTest& test : *slot.tests) {
        for (const std::string& value : test.condition->values) add(value);
      }
    }
  }
  for (const SlotTests& slot : slots) check->writes.push_back(make_write(slot, texts));
  if (check->is_closed || !slots.empty()) {
    check->texts = std::make_unique<NameTable>(std::move(texts));
  }
  if (node != nullptr) {
    check->length = node->length;
    check->format = node->format;
    if (node->pattern) check->pattern = &*node->pattern;
  }
  return check;
}

std::unique_ptr<NumberCheck> make_number_check(const schema::PlanNode& node) {
  auto check = std::make_unique<NumberCheck>();
  check->is_closed = is_restricted(node);
  if (check->is_closed) {
    for (const Value* value : allowed_values(node)) {
      if (value->IsInt64()) check->allowed.push_back(value->GetInt64());
    }
  }
  const auto raise = [&](const Value* bound, bool above) {
    if (bound != nullptr) check->minimum = std::max(check->minimum, least_from(*bound, above));
  };
  const auto lower = [&](const Value* bound, bool below) {
    if (bound != nullptr) check->maximum = std::min(check->maximum, greatest_to(*bound, below));
  };
  raise(node.minimum, false);
  raise(node.exclusive_minimum, true);
  lower(node.maximum, false);
  lower(node.exclusive_maximum, true);
  const bool is_bounded = node.minimum != nullptr || node.exclusive_minimum != nullptr ||
                          node.maximum != nullptr || node.exclusive_maximum != nullptr;
  if (node.multiple_of != nullptr) {
    // Of other divisors nothing can be said here: no integer is then taken.
    check->multiple_of = node.multiple_of->IsInt64() ? node.multiple_of->GetInt64() : 0;
  }
  check->takes_fractions = !check->is_closed && !is_bounded && node.multiple_of == nullptr &&
                           node.types.has(schema::Type::number);
  return check->takes_fractions ? nullptr : std::move(check);
}

void restrict_literals(const schema::PlanNode& node, Node& out) {
  if (!is_restricted(node)) return;
  schema::TypeSet types;
  out.takes_true = out.takes_false = false;
  for (const Value* value : allowed_values(node)) {
    if (value->IsTrue()) out.takes_true = true;
    if (value->IsFalse()) out.takes_false = true;
    const schema::Type type = schema::type_of(*value);
    const bool is_container = value->IsArray() || value->IsObject();
    if (!is_container && node.types.allows(type)) types.add(type);
  }
  out.types = types;
}

}  // namespace admit::prove
