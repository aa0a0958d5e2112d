// Threads: how far the patterns of declarative rules have been followed on the way from the root of
// a schema to one of its places.
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "rules/declared_rule.h"
#include "rules/run_rules.h"

namespace admit::prove {

/// A declarative rule that is active.
struct ProvenRule {
  const rules::DeclaredRule* rule = nullptr;
  const rules::ActiveRule* active = nullptr;
  unsigned group = 0;  ///< rules with the same conditions share one
};

enum class ThreadKind : std::uint8_t {
  scope,      ///< on the way to the values that the rule is about
  member,     ///< from there to what the rule looks at
  given,      ///< the same, for `require`, which looks at every step
  condition,  ///< on the way to a value that a condition looks at
};

struct Thread {
  ThreadKind kind = ThreadKind::scope;
  std::size_t rule = 0;  ///< index into the rules
  std::size_t at = 0;    ///< tokens that have been followed
  std::size_t condition = 0;
  std::uint32_t slot = 0;

  auto operator<=>(const Thread&) const = default;
};

/// The threads at one place, and where they lead.
class Threads {
 public:
  explicit Threads(const std::vector<ProvenRule>& rules) noexcept : rules_(&rules) {}

  void add(const Thread& thread) { threads_.insert(thread); }
  [[nodiscard]] bool empty() const noexcept { return threads_.empty(); }
  [[nodiscard]] const std::set<Thread>& all() const noexcept { return threads_; }

  /// What the thread follows: tokens of its rule.
  [[nodiscard]] const rules::Pattern& path_of(const Thread& thread) const;
  [[nodiscard]] bool is_at_end(const Thread& thread) const;

  /// The names that some thread goes on with.
  [[nodiscard]] std::set<std::string> names() const;

  /// The threads at the member called `name`; or, with null, at items and at members that have no
  /// name in `names()`.
  [[nodiscard]] Threads at_member(const std::string* name) const;

 private:
  const std::vector<ProvenRule>* rules_;
  std::set<Thread> threads_;
};

}  // namespace admit::prove
