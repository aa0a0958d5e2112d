// Teller: a keyword that does not hold -> an observation in words.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "schema/evaluate.h"
#include "schema/plan.h"
#include "schema/value_tests.h"

namespace admit::schema {

/// A member that its object's schema does not allow.
struct Intruder {
  const input::Value* value = nullptr;
  const input::Value* name = nullptr;
};

class Teller {
 public:
  Teller(const EvaluateOptions& options, input::ObservationLog& log) noexcept
      : options_(options), log_(log) {}

  /// What made the schema apply that is being told about from here on; null for nothing.
  void set_cause(const input::Value* cause) noexcept { cause_ = cause; }

  /// An observation that its keyword still has to describe; null where it is not to be told.
  input::Observation* note(Code code, const input::Value& value, input::Anchor anchor);

  // One keyword each: about the value, or the part of it that is wrong.
  void tell_false(const PlanNode& node, const input::Value& value, const std::string& reason);
  void tell_type(const PlanNode& node, const input::Value& value);
  void tell_enum(const PlanNode& node, const input::Value& value);
  void tell_const(const PlanNode& node, const input::Value& value);
  void tell_bound(Code code, const PlanNode& node, const input::Value& value,
                  const input::Value& bound);
  void tell_multiple(const PlanNode& node, const input::Value& value);
  void tell_length(const PlanNode& node, const input::Value& value, std::uint64_t length);
  void tell_pattern(const PlanNode& node, const input::Value& value);
  void tell_format(const PlanNode& node, const input::Value& value);
  void tell_item_count(const PlanNode& node, const input::Value& value);
  void tell_twins(const PlanNode& node, const Twins& twins);
  void tell_contains(const PlanNode& node, const PlanNode& wanted, const input::Value& array);
  void tell_additional_item(const PlanNode& node, const input::Value& item);
  void tell_property_count(const PlanNode& node, const input::Value& value, std::uint64_t count);
  /// `null`: the member, where it is there and counts as absent.
  void tell_required(const PlanNode& node, const input::Value& object, std::string_view name,
                     const input::Value* null);
  void tell_dependency(const PlanNode& node, const input::Value& object,
                       const Dependency& dependency, std::string_view name);
  void tell_additional_property(const PlanNode& node, const Intruder& intruder);
  void tell_property_name(const PlanNode& node, const PlanNode& wanted, const Intruder& intruder);
  void tell_not(const PlanNode& node, const PlanNode& excluded, const input::Value& value);

 private:
  input::Observation* note_count(Code code, const input::Value& value, std::uint64_t found,
                                 std::uint64_t bound);

  const EvaluateOptions& options_;
  input::ObservationLog& log_;
  const input::Value* cause_ = nullptr;
};

}  // namespace admit::schema
