// run_tool: the built command line tool, run as a user would, with all that it says.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace admit::test {

/// How to run it.
struct Setting {
  std::string_view input;                ///< standard input
  std::vector<std::string> environment;  ///< NAME=VALUE, all there is
  std::string out_path;                  ///< where standard output goes; empty: into Outcome::out
  bool has_no_reader = false;            ///< standard output is a pipe that nobody reads
};

/// What came of it.
struct Outcome {
  int code = -1;  ///< exit code; -1 where a signal ended the process
  std::string out;
  std::string errors;
};

/// Whether the tool has said `part`.
inline bool has(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

Outcome run_tool(const std::vector<std::string>& arguments, const Setting& setting = {});

}  // namespace admit::test
