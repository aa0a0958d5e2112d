// Engine: a schema and rules made ready to decide requests.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "admit/options.h"
#include "admit/report.h"
#include "admit/result.h"
#include "admit/rule.h"
#include "admit/source.h"

namespace admit {

/// A fault of schema, rules or options: no engine could be made.
struct BuildError {
  /// build.schema-syntax (no JSON), build.schema-draft (another draft than draft-07),
  /// build.schema-invalid (refused by the metaschema, see `report`), build.keyword (of another
  /// draft, or misspelt), build.pattern, build.format, build.reference, build.loop, build.depth,
  /// build.size, build.option, build.rule, build.internal (a guard of admit's own fired),
  /// build.memory.
  std::string code;
  std::string message;               ///< one line, names the keyword, option or rule
  std::string pointer;               ///< JSON Pointer into the schema; empty also for other faults
  std::optional<Position> position;  ///< in the schema's text, where that is the culprit
  std::string hint;                  ///< the nearest known name, or the smallest repair
  std::string document;              ///< URI of the schema document; empty: the one that was passed
  Report report;  ///< of build.schema-invalid: what the metaschema refuses, if any
};

/// Working memory of one thread, reused from request to request so that checking allocates little.
/// A Scratch may serve any number of engines, one call at a time.
class Scratch {
 public:
  Scratch() noexcept;
  ~Scratch();
  Scratch(Scratch&&) noexcept;
  Scratch& operator=(Scratch&&) noexcept;

  /// What has been decided with this Scratch, by how.
  struct Counters {
    std::uint64_t proved = 0;     ///< accepted in one pass over the bytes
    std::uint64_t explained = 0;  ///< decided over a document
    std::uint64_t undecided = 0;  ///< ended without a verdict
  };
  [[nodiscard]] const Counters& counters() const noexcept { return counters_; }

 private:
  friend class Engine;
  struct Memory;
  bool prepare() noexcept;  // false where memory runs out
  std::unique_ptr<Memory> memory_;
  Counters counters_;
};

/// A code that an engine may report, at the severity that it has in this engine.
struct EngineCode {
  CodeInfo info;
  Severity severity = Severity::error;
};

/// What an engine checks, as a JSON Schema for other validators and for editors.
struct SchemaText {
  std::string json;                   ///< one draft-07 document, indented; ends in a line feed
  std::vector<std::string> left_out;  ///< codes of errors that it does not say
};

/// Whether a valid request can be accepted in one pass over its bytes, without a document.
struct Proof {
  std::vector<std::string> obstacles;  ///< rules, and keywords with their place; empty: it can
  std::string_view kernel;  ///< for which processor that pass is made: avx512, avx2, sse2,
                            ///< portable; empty where there are obstacles
};

/// Decides requests. Immutable: share one with every thread; copies share the same data. A
/// moved-from Engine may only be destroyed or assigned to.
///
///     admit::Scratch scratch;                       // one per thread
///     if (!engine.accepts(body, scratch)) {
///       admit::Report report = engine.check(body, scratch);
///       for (const admit::Violation& v : report.violations()) log(v.code, v.pointer, v.message());
///     }
class Engine {
 public:
  /// Makes an engine for any API.
  ///
  /// `schema`: JSON text of a JSON Schema, draft-07. `rules`: what it cannot say; may be empty.
  /// `options`: how to decide. Nothing that is passed needs to outlive the call. Fails with a
  /// BuildError, never with an exception.
  static Result<Engine, BuildError> build(std::string_view schema, RuleSet rules,
                                          Options options = {}) noexcept;

  /// True exactly when `check` would say accept. `body`: the bytes of one JSON document.
  [[nodiscard]] bool accepts(std::string_view body, Scratch& scratch) const noexcept;

  /// Everything that is wrong with `body`, in document order. A text is a document in JSON; a
  /// Source may be one in YAML, for manifests. Its verdict is that of the same document in JSON,
  /// and what JSON has not (aliases, anchors, merge keys, tags, names that are no strings) is never
  /// resolved but refused (yaml.*).
  [[nodiscard]] Report check(const Source& body, Scratch& scratch) const noexcept;

  /// The options in force, with `revision`, `unknown_members` and `null_is_absent` filled in.
  [[nodiscard]] const Options& options() const noexcept;

  /// What the schema says and the engine does not enforce (build.format: a format that it does not
  /// know), each with its place.
  [[nodiscard]] std::span<const BuildError> warnings() const noexcept;

  /// The schema alone, without what came after this engine's revision. Fails with build.reference
  /// where it refers to other documents, with build.memory where memory runs out.
  [[nodiscard]] Result<SchemaText, BuildError> schema() const noexcept;

  /// The schema that refuses what this engine refuses: with its declarative rules at error as
  /// `if`/`then`, with null where it counts as absent, and closed to unknown members where they are
  /// errors. What it cannot say is in `left_out`: irregular rules, formats without a pattern. What
  /// is wrong with the bytes themselves (input.*) is no matter of schemas; a keyword refuses, even
  /// where the engine has its code (schema.*) below error. Fails as `schema` does.
  [[nodiscard]] Result<SchemaText, BuildError> schema_with_rules() const noexcept;

  /// What keeps requests from being proved by one pass over their bytes, if anything: each of them
  /// is then explained, which gives the same verdicts and reports, and takes longer. Rules below
  /// `Options::report_from` are no obstacle.
  [[nodiscard]] const Proof& proof() const noexcept;

  /// Every code that this engine may report, in the order of codes.def, then of the rules.
  [[nodiscard]] std::span<const EngineCode> codes() const noexcept;

 private:
  friend Result<Engine, BuildError> create_service_engine(Options options) noexcept;
  friend struct EngineAccess;  // for tests of what is inside

  // `is_judged`: the schema is known to be valid, and is not judged against the metaschema.
  static Result<Engine, BuildError> build(std::string_view schema, bool is_judged, RuleSet rules,
                                          Options options) noexcept;

  struct Parts;
  explicit Engine(std::shared_ptr<const Parts> parts) noexcept : parts_(std::move(parts)) {}

  // True where it is known that there is nothing to report; false where one cannot say.
  [[nodiscard]] bool proves(const Source& body, Scratch& scratch) const noexcept;
  [[nodiscard]] Report explain(const Source& body, Scratch& scratch) const noexcept;

  std::shared_ptr<const Parts> parts_;
};

}  // namespace admit
