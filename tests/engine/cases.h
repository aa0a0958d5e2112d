// Case: a request of tests/data with the engine that it is meant for, and reports as text.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "admit/engine.h"
#include "admit/source.h"

namespace admit::test {

/// `x.json` with `x.options` and `x.schema.json` beside it, each empty where there is none.
struct Case {
  std::filesystem::path path;
  std::string name;  ///< of the file, with its `.json`
  std::string body;
  std::string options;
  std::string schema;
};

/// The bytes of a file. Throws std::runtime_error.
std::string read_bytes(const std::filesystem::path& path);

/// The cases of a folder of tests/data, `ok` or `err`, by name.
std::vector<Case> load_cases(const std::string& folder);

/// Those in YAML, streams perhaps: `x.yaml`.
std::vector<Case> load_yaml_cases(const std::string& folder);

/// The documents of a case, as its engine wants them.
std::vector<Source> sources_of(const Case& request, const Engine& engine);

/// Those of both folders.
std::vector<Case> load_all_cases();

/// What the linter says of a document: the engine's report without what comments suppress.
Report lint(const Engine& engine, const Source& source, Scratch& scratch);

/// Options written as `name=value`, one a line or with spaces between; `severity=CODE=LEVEL` and
/// `secret_member=NAME` may be repeated. Throws std::runtime_error for what it does not know.
Options parse_options(std::string_view text);

/// The engine of CreateService, or one for `schema` without rules where that is not empty. Throws
/// std::runtime_error where there is none.
Engine build_engine(Options options, std::string_view schema = {});
Engine build_engine(const Case& request);

/// One line per violation: severity, code, pointer, and the missing member.
std::vector<std::string> list_violations(const Report& report);

/// What the linter prints for `body` as the file `file`, without colour and summary.
std::string text_report(const Engine& engine, const Source& source, const Report& report,
                        const std::string& file);

/// The JSON report of a run over that one document.
std::string json_report(const Engine& engine, const Report& report, const std::string& file);

/// Everything that a report says, ranges and details included, to tell two reports apart.
std::string whole_report(const Engine& engine, std::string_view body, const Report& report);

}  // namespace admit::test
