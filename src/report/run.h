// Run: what one invocation of the linter has found, document by document; what renderers read.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "admit/report.h"

namespace admit::report {

/// One document that was looked at.
struct CheckedDocument {
  std::string file;       ///< as the user named it; "<stdin>" for `-`
  std::size_t index = 0;  ///< position in its file, from 0
  Report report;
};

/// What a run came to. Severity counts include what was found and not reported.
struct Summary {
  std::size_t documents = 0;
  std::size_t accepted = 0;
  std::size_t rejected = 0;
  std::size_t undecided = 0;
  std::size_t skipped = 0;  ///< files of a directory that are none of ours
  std::size_t errors = 0;
  std::size_t warnings = 0;

  /// Counts one more document.
  void add(const Report& report) noexcept;
};

struct Run {
  std::string revision;
  Summary summary;
  std::vector<CheckedDocument> documents;
};

}  // namespace admit::report
