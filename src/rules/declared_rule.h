// DeclaredRule: a ConditionalRule made ready to run.
#pragma once

#include <string>
#include <vector>

#include "admit/conditional_rule.h"
#include "admit/rule.h"
#include "rules/pattern.h"

namespace admit::rules {

/// A Declaration, evaluated over a request. Malformed patterns make `fault()` say so and the rule
/// silent; the engine refuses such a rule when it is built.
class DeclaredRule : public Rule {
 public:
  explicit DeclaredRule(const ConditionalRule& rule);

  void check(Node request, Findings& out) const override;
  [[nodiscard]] const Declaration* declaration() const noexcept override { return &declaration_; }

  /// Why this rule cannot work, in words; empty when it can.
  [[nodiscard]] const std::string& fault() const noexcept { return fault_; }

  /// A condition, with where it starts: the value `from` tokens down the scope's pattern.
  struct BoundCondition {
    std::size_t from = 0;
    Pattern rest;
  };

  // The declaration, taken apart.
  [[nodiscard]] const Declaration& declared() const noexcept { return declaration_; }
  [[nodiscard]] const Pattern& scope() const noexcept { return scope_; }
  [[nodiscard]] const Pattern& member() const noexcept { return member_; }
  [[nodiscard]] const std::vector<BoundCondition>& conditions() const noexcept {
    return conditions_;
  }

 private:
  using Trail = std::vector<Node>;

  // What made the rule apply to one scope.
  struct Cause {
    const Trail* trail = nullptr;
    Node node;  ///< the value of the last condition; absent where there is none
  };

  void bind(const Condition& condition);
  void walk_scope(Node node, std::size_t at, Trail& trail, Findings& out) const;
  void check_scope(const Trail& trail, Findings& out) const;
  [[nodiscard]] Node condition_value(Node node, std::size_t index) const;
  [[nodiscard]] Node condition_value(const Trail& trail, std::size_t index) const;
  [[nodiscard]] bool conditions_hold(Node node, std::size_t from) const;
  [[nodiscard]] bool holds(const Condition& condition, Node value) const;
  [[nodiscard]] std::string when_words(const Cause& cause) const;

  void check_given(Node scope, const Cause& cause, Findings& out) const;
  void check_unused(Node value, const Cause& cause, Findings& out) const;
  void check_format(Node value, const Cause& cause, Findings& out) const;
  void check_max_items(Node value, const Cause& cause, Findings& out) const;
  void check_endpoint(Node value, Findings& out) const;
  void check_host(Node value, const Cause& cause, Findings& out) const;
  void check_port(Node value, const Cause& cause, Findings& out) const;
  void note_unfilled(Node value, const std::string& member, const std::string& state,
                     const std::string& hint, const Cause& cause, Findings& out) const;

  [[nodiscard]] const std::string& code() const noexcept { return codes_.front().id; }
  // Wordings made from the declaration.
  struct Words {
    std::string message;
    std::string hint;
  };
  Finding& describe(Finding& finding, const Cause& cause, const Words& words) const;
  [[nodiscard]] std::string required_words(const Cause& cause) const;

  Declaration declaration_;
  Pattern scope_;
  Pattern member_;
  std::vector<BoundCondition> conditions_;
  std::string unless_;  ///< negated conditions in words, " unless `sourceType` is `AI`"
  std::string fault_;
};

}  // namespace admit::rules
