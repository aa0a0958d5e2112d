// Checker: an engine and the names of files -> every document checked, told to a Listener.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

#include "admit/engine.h"
#include "lint/file_source.h"
#include "lint/listener.h"
#include "lint/selection.h"
#include "lint/targets.h"

namespace admit::lint {

/// What a run came to.
struct Outcome {
  report::Summary summary;
  std::size_t unreadable = 0;  ///< files and folders that could not be looked at
};

/// Checks files with one engine, one Scratch and one buffer: the memory needed is that of the
/// largest document, not of all of them.
class Checker {
 public:
  /// `engine` and `listener` must outlive the Checker. `selection`: what is checked of folders.
  /// `stdin_name`: what standard input is called, and takes its syntax from.
  Checker(const Engine& engine, Listener& listener, Selection selection = {},
          std::string stdin_name = std::string(kStdinName));

  /// Checks what `arguments` name: files, folders, `-` for standard input; and the files of
  /// `listed`, which are taken as those of a folder.
  Outcome check_all(std::span<const std::string> arguments,
                    std::span<const std::string> listed = {});

 private:
  bool check_target(const Target& target);
  bool check_documents(const std::string& file, std::string_view text, bool is_named);
  [[nodiscard]] std::size_t max_bytes_of(Syntax syntax) const noexcept;
  bool skip();
  void note_unreadable(const Unreadable& what);

  const Engine& engine_;
  Listener& listener_;
  Scratch scratch_;
  FileSource source_;
  Selection selection_;
  std::string stdin_name_;
  Outcome outcome_;
};

}  // namespace admit::lint
