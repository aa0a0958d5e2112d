// Checker: files, each with its engine -> every document checked, told to a Listener in order.
#pragma once

#include <cstddef>
#include <functional>
#include <span>
#include <string>
#include <vector>

#include "admit/engine.h"
#include "lint/file_checker.h"
#include "lint/listener.h"
#include "lint/selection.h"
#include "lint/targets.h"

namespace admit::lint {

/// What a run came to.
struct Outcome {
  report::Summary summary;
  std::size_t unreadable = 0;  ///< files and folders that could not be looked at
};

struct CheckerOptions {
  Selection selection;                 ///< what is checked of folders and lists
  std::string stdin_name{kStdinName};  ///< what standard input is called
  std::size_t threads = 1;             ///< that check files at the same time
  std::function<void()> on_file;       ///< called after each file, by the thread of check_all
};

/// With one thread, the memory needed is that of the largest file, not of all of them; with more,
/// that of some hundred files.
class Checker {
 public:
  /// `listener` must outlive the Checker. It is called by one thread, in the order of the files,
  /// however many there are that check.
  Checker(Listener& listener, CheckerOptions options = {});

  /// Checks `jobs`, whose engines must live as long.
  Outcome check_all(std::span<const Job> jobs);

  /// Checks with one engine what `arguments` name: files, folders, `-` for standard input; and the
  /// files of `listed`, which are taken as those of a folder.
  Outcome check_all(const Engine& engine, std::span<const std::string> arguments,
                    std::span<const std::string> listed = {});

 private:
  struct Kept;

  void check_one_by_one(std::span<const Job> jobs);
  void check_in_threads(std::span<const Job> jobs);
  bool check_batch(std::span<const Job> jobs, std::vector<FileChecker>& checkers);
  bool tell(report::CheckedDocument document, const Source& source);
  void note(const FileOutcome& file);

  Listener& listener_;
  CheckerOptions options_;
  Outcome outcome_;
};

}  // namespace admit::lint
