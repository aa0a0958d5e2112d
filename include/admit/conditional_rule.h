// Declarative rules: a scope, conditions on members, and what is then expected of one member. The
// whole conditional family is this one type, so that the engine can see into it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "admit/rule.h"

namespace admit {

/// What a declarative rule expects of its member, once scope and conditions hold.
enum class Expectation : std::uint8_t {
  given,      ///< the member is there, not null, not the empty string, with `min_items` items
  unused,     ///< the member is not given
  format,     ///< a string that is given satisfies `format`
  max_items,  ///< an array has at most `max_items` items
  endpoint,   ///< a string is host:port text (endpoint.h); reports the endpoint.* codes
  ip_host,    ///< a string that is an endpoint has an IP address as its host
  name_host,  ///< a string that is an endpoint has a domain name as its host
  port,       ///< a string that is an endpoint has a port
};

/// A predicate over the text of a string; must be pure and never throw.
using Format = bool (*)(std::string_view text) noexcept;

/// Text that may have been meant by one that does not satisfy a Format; empty where there is none.
using Repair = std::string (*)(std::string_view text);

/// The member that `pointer` names has one of `values`; with `negated`, a known one outside them.
/// It fails where the member is missing, not a string, or refused by the schema.
struct Condition {
  std::string pointer;
  std::vector<std::string> values;
  bool negated = false;
};

/// All that a declarative rule is. Patterns are JSON Pointers in which `*` stands for every item of
/// an array or every member of an object.
struct Declaration {
  std::string scope;   ///< pattern of the values that the rule is about; "" is the request
  std::string member;  ///< below the scope: names separated by `/`, `*` for every item
  Expectation expectation = Expectation::given;
  std::vector<Condition> conditions;  ///< all must hold
  std::size_t min_items = 0;          ///< for given: items of an array
  std::size_t max_items = 0;          ///< for max_items
  Format format = nullptr;            ///< for format
  std::string expected;               ///< for format: what is expected, in words
  std::string pattern;                ///< for format: a regular expression (ECMA 262) that says
                                      ///< the same, for other validators; empty: there is none
  bool checks_empty = false;          ///< for format: the empty string is checked, too
  Repair repair = nullptr;            ///< for format: what may have been meant
  std::string example;                ///< a good value (for port: a port), for the hint
  std::string reason;                 ///< for given: why; empty: the conditions
  std::string message;                ///< wording; empty: one is made from the declaration
  std::string hint;                   ///< wording; empty: one is made from the declaration
};

/// A declarative rule, built by one of the functions below and refined by chained calls.
///
///     rules.add(admit::require("region").in("/items/*").when("/items/*/kind", {"REGIONAL"})
///                   .as("acme.region-required"));
class ConditionalRule {
 public:
  explicit ConditionalRule(Declaration declaration);

  /// The values that the rule is about, for example `/serviceConfigs/*`. Default: the request.
  ConditionalRule& in(std::string scope);

  /// Holds where the member at `pointer` is one of `values`. A `*` in `pointer` is bound to the
  /// item of the scope: with scope `/items/*`, `/items/*/kind` is the kind of that very item.
  ConditionalRule& when(std::string pointer, std::vector<std::string> values);

  /// Holds where the member at `pointer` is a string that the schema accepts and none of `values`.
  ConditionalRule& when_not(std::string pointer, std::vector<std::string> values);

  /// The code to report. One of admit's own brings its severity, since and title along.
  ConditionalRule& as(std::string code);
  ConditionalRule& as(Code code);

  ConditionalRule& severity(Severity severity);
  ConditionalRule& raised_by_strict(bool raised = true);
  ConditionalRule& since(const std::string& revision);
  ConditionalRule& until(const std::string& revision);
  ConditionalRule& title(const std::string& title);
  ConditionalRule& source(const std::string& source);

  /// A good value of the member, for the hint; for expect_port, a port.
  ConditionalRule& example(std::string value);
  /// Why the member is required, in place of the conditions.
  ConditionalRule& reason(std::string words);
  /// Checks a format on the empty string, too; otherwise `require` is there to speak about it.
  ConditionalRule& even_if_empty();
  ConditionalRule& repair(Repair guess);
  /// A regular expression (ECMA 262) that says the same as the format of expect_format, so that a
  /// schema can say it to other validators (Engine::schema_with_rules).
  ConditionalRule& pattern(std::string expression);

  /// Wordings that replace those made from the declaration, see Finding::message. The hint of
  /// `require` is for a member that is missing, not for one that is empty.
  ConditionalRule& message(std::string wording);
  ConditionalRule& hint(std::string wording);

  [[nodiscard]] const Declaration& declaration() const noexcept { return declaration_; }
  [[nodiscard]] const std::vector<CodeInfo>& codes() const noexcept { return codes_; }

 private:
  Declaration declaration_;
  std::vector<CodeInfo> codes_;
};

/// `member` (or a path such as `config/credentials`) must be given; an array with `min_items`
/// items. Reported at the deepest object that exists on the way to it, or at the empty value.
ConditionalRule require(std::string member, std::size_t min_items = 0);

/// `member` has no meaning here and should not be given.
ConditionalRule forbid(std::string member);

/// The string `member`, where it is given, satisfies `format`; `expected` says so in words, as in
/// "a DNS label of at most 63 characters".
ConditionalRule expect_format(std::string member, Format format, std::string expected);

/// The array `member` has at most `max_items` items.
ConditionalRule expect_at_most(std::string member, std::size_t max_items);

/// Every string that `member` (often `list/*`) selects is host:port text. Its codes are endpoint.*.
ConditionalRule expect_endpoint(std::string member);

/// Every endpoint that `member` selects has a host of that sort, or a port. Text that is no
/// endpoint is left to expect_endpoint.
ConditionalRule expect_ip_host(std::string member);
ConditionalRule expect_name_host(std::string member);
ConditionalRule expect_port(std::string member);

}  // namespace admit
