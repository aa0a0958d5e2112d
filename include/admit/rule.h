// Rules: what a schema says badly, as objects. Subclass Rule for an irregular one; for the common
// shapes ("this member is required when that one has this value") see conditional_rule.h.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "admit/codes.h"
#include "admit/node.h"
#include "admit/report.h"

namespace admit {

/// A code that a rule may report, with all that is known of it before any request.
struct CodeInfo {
  std::string id;  ///< `family.name`, lower-case; the families input and schema are the engine's
  Severity severity = Severity::error;
  bool raised_by_strict = false;  ///< the option `strict` makes it an error
  std::string since;              ///< first API revision in which it speaks; empty: always
  std::string until;              ///< first API revision in which it no longer speaks; empty: none
  std::string provenance;         ///< D, D2, I, S, N or a word of your own
  std::string title;              ///< one line, lower-case
  std::string source;             ///< the document that states it
};

/// The CodeInfo of one of admit's own codes.
CodeInfo code_info(Code code);

/// One thing that a rule has found, being described. Obtained from Findings; every call returns the
/// same object, so that they chain. Nodes passed must come from the request being checked.
class Finding {
 public:
  virtual ~Finding() = default;

  /// The value that made the rule apply.
  virtual Finding& because(Node cause) = 0;

  /// A further place, with a few words.
  virtual Finding& related(Node place, std::string words) = 0;

  /// A typed detail. A text taken from the request goes through `quoted_param`, so that it is
  /// masked where the value is a secret.
  virtual Finding& param(std::string name, ParamValue value) = 0;
  virtual Finding& quoted_param(std::string name, std::string_view text) = 0;

  /// The message: lower-case, no full stop. `{place}` becomes the pointer, `{value}` the offending
  /// value (masked where secret), `{NAME}` the parameter NAME, `{{` a brace. The words themselves
  /// must hold nothing that was read from the request.
  virtual Finding& message(std::string wording) = 0;

  /// The smallest repair; the same placeholders, the same care.
  virtual Finding& hint(std::string wording) = 0;

  /// Message and hint as finished text that quotes the request: used as they are, after the place,
  /// and dropped where the value is a secret.
  virtual Finding& quoting(std::string problem, std::string repair) = 0;

  /// Narrows the range to `length` bytes at `offset` of the decoded string.
  virtual Finding& within(std::size_t offset, std::size_t length) = 0;
};

/// Where a rule puts what it finds. Not thread-safe; used during Rule::check only.
class Findings {
 public:
  virtual ~Findings() = default;

  /// `value` is wrong: it is empty, malformed, a duplicate. `code` must be one that the rule
  /// declared; another one is a bug of the rule and makes the verdict undecided.
  virtual Finding& at(std::string_view code, Node value) = 0;

  /// The member whose value is `value` should not be there: the range is its name.
  virtual Finding& at_name(std::string_view code, Node value) = 0;

  /// `object` lacks `member`: the range is its `{`, the parameter `member` is set, and a misspelt
  /// twin of the member becomes the hint.
  virtual Finding& missing(std::string_view code, Node object, std::string_view member) = 0;
};

struct Declaration;

/// A requirement on a request. Immutable once it is in a RuleSet: `check` is called by many threads
/// at the same time, and must depend on nothing but the request.
///
///     class NoDefaultGroup : public admit::Rule {
///      public:
///       NoDefaultGroup() : Rule({{.id = "acme.no-default-group", .title = "..."}}) {}
///       void check(admit::Node request, admit::Findings& out) const override { ... }
///     };
class Rule {
 public:
  /// `codes`: every code that `check` may report; one at least.
  explicit Rule(std::vector<CodeInfo> codes) : codes_(std::move(codes)) {}
  virtual ~Rule() = default;
  Rule(const Rule&) = delete;
  Rule& operator=(const Rule&) = delete;

  /// Looks at the whole request (its root value) and reports into `out`. What it throws makes the
  /// verdict undecided; prefer not to. The cost should be linear in the request.
  virtual void check(Node request, Findings& out) const = 0;

  /// The declaration behind a declarative rule, null for an irregular one.
  [[nodiscard]] virtual const Declaration* declaration() const noexcept { return nullptr; }

  [[nodiscard]] const std::vector<CodeInfo>& codes() const noexcept { return codes_; }

 protected:
  std::vector<CodeInfo> codes_;
};

class ConditionalRule;

/// The rules of an engine, in the order in which they were added. Move-only.
class RuleSet {
 public:
  RuleSet() = default;

  /// Adds an irregular rule; null is ignored.
  RuleSet& add(std::unique_ptr<Rule> rule);

  /// Adds a declarative rule.
  RuleSet& add(const ConditionalRule& rule);

  /// Moves the rules of `other` to the end of this set.
  RuleSet& add(RuleSet other);

  [[nodiscard]] const std::vector<std::unique_ptr<Rule>>& rules() const noexcept { return rules_; }

 private:
  std::vector<std::unique_ptr<Rule>> rules_;
};

}  // namespace admit
