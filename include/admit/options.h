// Options and Limits of an engine. Library, command line and every binding share them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "admit/severity.h"

namespace admit {

/// Bounds on work and memory. Work is linear in the body, for schemas without combinators; for all
/// of them there is a budget.
struct Limits {
  std::size_t max_body_bytes = std::size_t{1} << 20;  ///< input.too-large beyond; default 1 MiB
  std::size_t max_depth = 64;           ///< open arrays and objects; input.too-deep beyond
  std::size_t max_violations = 64;      ///< reported; the rest are counted, errors kept first
  std::size_t max_array_items = 10000;  ///< of one array; input.too-many-items beyond
  std::size_t max_documents = 10000;    ///< of a YAML stream; yaml.too-many-documents beyond
  std::size_t max_schema_depth = 64;    ///< nesting of a schema; a BuildError beyond
  /// Steps of one check by the schema: about one for each keyword and value, and for every 16 bytes
  /// that are compared. Undecided beyond (`limit.work`).
  std::size_t max_work = 50'000'000;
};

/// What to do with a member that the schema does not know, where it does not forbid it.
enum class UnknownMembers : std::uint8_t { ignore, warn, deny };

/// A severity for one code (`schema.null`) or one family (`endpoint.*`). Of several that match, one
/// for the code beats one for the family, and a later one beats an earlier one.
struct SeverityOverride {
  std::string code;
  Severity severity = Severity::error;
};

/// The JSON text of the schema document with an absolute URI (without fragment), or nothing where
/// there is none. Called by Engine::build alone, in the thread that calls it.
using SchemaResolver = std::function<std::optional<std::string>(std::string_view uri)>;

/// How an engine decides. A default-constructed Options is right for most users.
struct Options {
  std::string revision;  ///< API revision, `YYYY-MM-DD`; empty: the newest
  bool strict = false;   ///< raise the warnings that are marked for it to errors
  std::vector<SeverityOverride> severities;
  Severity report_from = Severity::warning;       ///< what is milder is not looked for
  std::optional<UnknownMembers> unknown_members;  ///< unset: warn for CreateService, else ignore
  std::optional<bool> null_is_absent;             ///< unset: true for CreateService, else false
  std::vector<std::string> secret_members;  ///< names whose values are never quoted, beside the
                                            ///< built-in ones; case, `_` and `-` are ignored
  SchemaResolver resolver;  ///< finds what a schema refers to outside itself; an engine drops it
  /// Ignore keywords of other drafts, and near-misspellings, instead of refusing the schema.
  bool relaxed_keywords = false;
  Limits limits;
};

}  // namespace admit
