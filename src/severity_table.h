// SeverityTable: the severity that each code has under the options of an engine.
#pragma once

#include <optional>
#include <span>

#include "admit/engine.h"

namespace admit {

/// Default severity, then `strict`, then `unknown_members`, then the overrides; the order of
/// Options::severities decides among equals, and a code beats its family.
class SeverityTable {
 public:
  explicit SeverityTable(const Options& options) : options_(options) {}

  [[nodiscard]] Severity resolve(const CodeInfo& code) const;

  /// An override that names no code of `codes`, or one that cannot be changed.
  [[nodiscard]] std::optional<BuildError> find_fault(std::span<const EngineCode> codes) const;

 private:
  const Options& options_;
};

}  // namespace admit
