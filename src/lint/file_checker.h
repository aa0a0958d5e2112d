// FileChecker: one file at a time -> the reports on its documents; what one thread needs for it.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "admit/engine.h"
#include "admit/source.h"
#include "lint/file_source.h"
#include "lint/selection.h"
#include "lint/targets.h"
#include "report/run.h"

namespace admit::lint {

/// A file, and the engine that it is checked with; without one it is left out.
struct Job {
  Target target;
  const Engine* engine = nullptr;
};

/// What became of a file.
struct FileOutcome {
  std::optional<Unreadable> unreadable;
  bool is_skipped = false;  ///< none of its documents is one of ours
  bool is_stopped = false;  ///< by who hears of the documents
};

class FileChecker {
 public:
  /// Hears of each document; `source` is valid during the call. False ends the file.
  using Hear = std::function<bool(report::CheckedDocument document, const Source& source)>;

  /// `selection` must outlive it. `stdin_name`: what standard input is called, and takes its syntax
  /// from.
  FileChecker(const Selection& selection, std::string stdin_name)
      : selection_(selection), stdin_name_(std::move(stdin_name)), source_(0) {}

  FileOutcome check(const Job& job, const Hear& hear);

 private:
  FileOutcome check_text(const Job& job, const std::string& file, std::string_view text,
                         const Hear& hear);

  const Selection& selection_;
  std::string stdin_name_;
  Scratch scratch_;
  FileSource source_;
};

}  // namespace admit::lint
