// Judges: one schema in the hands of the engine and of both oracles.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "admit/engine.h"
#include "schema/direct_compiler.h"
#include "schema/oracle_input.h"
#include "schema/valijson_oracle.h"

namespace admit::test {

/// Whether each would take a body; nothing where it has no verdict.
struct Verdicts {
  std::optional<bool> engine;
  std::optional<bool> direct;
  std::optional<bool> valijson;
  bool abstains = false;  ///< valijson, for the sake of what it is known to get wrong
};

/// What the three say, in words.
std::string to_text(const Verdicts& verdicts);

class Judges {
 public:
  /// Throws std::runtime_error where the schema makes no engine.
  explicit Judges(std::string_view schema, const SchemaResolver& resolver = {});

  [[nodiscard]] const rapidjson::Document& form() const noexcept { return form_.document(); }
  Verdicts judge(std::string_view body);

  /// Checks `body` in every way that there is, and tells what does not fit together: an engine that
  /// should say the same and does not, a report that is another one the second time, a reject
  /// without an error, a pointer to nowhere.
  std::vector<std::string> find_faults(std::string_view body);

 private:
  HoistedText form_;
  DirectCompiler direct_;
  // With default options, with `unknown_members` warn, with `report_from` error, and one for the
  // schema denied twice.
  std::vector<Engine> engines_;
  std::unique_ptr<ValijsonOracle> valijson_;  ///< null where valijson refuses the schema
  Scratch scratch_;
};

}  // namespace admit::test
