// The JSON Schema Test Suite: its cases of draft-07 and the remote schemas that they refer to.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace admit::test {

struct SuiteTest {
  std::string description;
  std::string body;
  bool is_valid = false;
};

struct SuiteGroup {
  std::string file;  ///< below draft7/, without `.json`
  std::string description;
  std::string schema;
  std::vector<SuiteTest> tests;
};

/// All groups below the folder of draft-07, by file; `recursive`: the optional ones too.
std::vector<SuiteGroup> load_suite(bool recursive);

/// The remote schema that the suite serves under `uri`, http://localhost:1234/...
std::optional<std::string> find_remote(std::string_view uri);

}  // namespace admit::test
