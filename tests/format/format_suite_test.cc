// The JSON Schema Test Suite on formats and patterns, straight against the functions of the room: a
// `format` or a `pattern` judges strings alone, `patternProperties` the names of members.
#include <doctest/doctest.h>
#include <rapidjson/document.h>

#include <algorithm>
#include <cstddef>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "format/ecma_pattern.h"
#include "format/exact_copy.h"
#include "format/format.h"
#include "format/suite_folder.h"

namespace {

namespace fs = std::filesystem;
using admit::format::Pattern;

/// A case on which admit and the suite differ for good, in its file (without `.json`). A case that
/// passes after all must leave the list.
struct Difference {
  std::string_view file;
  std::string_view description;
  std::string_view reason;
};

const std::vector<Difference> kDifferences = {};

std::string_view text_of(const rapidjson::Value& value) {
  return {value.GetString(), value.GetStringLength()};
}

rapidjson::Document read_json(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  const std::string text{std::istreambuf_iterator<char>(file), {}};
  rapidjson::Document document;
  document.Parse(text.data(), text.size());
  REQUIRE_MESSAGE(!document.HasParseError(), path.string());
  return document;
}

Pattern compiled(std::string_view ecma) {
  auto pattern = Pattern::compile(ecma);
  REQUIRE_MESSAGE(pattern.has_value(), ecma);
  return pattern.value();
}

/// Whether this build has the functions that a group asks for. A-labels are part of `hostname` too.
bool is_judged(const rapidjson::Value& group) {
  const rapidjson::Value& schema = group["schema"];
  if (!schema.HasMember("format")) return true;
  const std::string_view name = text_of(schema["format"]);
  const bool has_a_labels =
      name == "hostname" && text_of(group["description"]).find("A-label") != std::string_view::npos;
  const auto* const row = admit::format::find_format(has_a_labels ? "idn-hostname" : name);
  return row == nullptr || row->is_available;
}

bool is_format_kept(std::string_view name, std::string_view text) {
  const auto* const row = admit::format::find_format(name);
  if (row == nullptr || row->is_valid == nullptr) return true;
  const admit::test::ExactCopy copy(text);
  return row->is_valid(copy.view());
}

/// The suite's schemas for the members that a pattern selects say nothing, or "integer".
bool are_members_kept(const rapidjson::Value& schema, const rapidjson::Value& object) {
  for (const auto& member : object.GetObject()) {
    bool is_selected = false;
    for (const auto& row : schema["patternProperties"].GetObject()) {
      if (!compiled(text_of(row.name)).matches(text_of(member.name))) continue;
      is_selected = true;
      if (row.value.IsObject() && !member.value.IsInt()) return false;
    }
    if (!is_selected && schema.HasMember("additionalProperties")) return false;
  }
  return true;
}

bool is_valid(const rapidjson::Value& schema, const rapidjson::Value& data) {
  if (data.IsString() && schema.HasMember("format") &&
      !is_format_kept(text_of(schema["format"]), text_of(data))) {
    return false;
  }
  if (data.IsString() && schema.HasMember("pattern") &&
      !compiled(text_of(schema["pattern"])).matches(text_of(data))) {
    return false;
  }
  return !data.IsObject() || !schema.HasMember("patternProperties") ||
         are_members_kept(schema, data);
}

/// Runs the files of the suite and counts.
struct SuiteRun {
  std::size_t passed = 0;
  std::size_t skipped = 0;

  void run_file(const fs::path& path) {
    const rapidjson::Document groups = read_json(path);
    for (const auto& group : groups.GetArray()) run_group(path.stem().string(), group);
  }

  void run_group(const std::string& file, const rapidjson::Value& group) {
    const auto tests = group["tests"].GetArray();
    if (!is_judged(group)) {
      skipped += tests.Size();
      return;
    }
    for (const auto& test : tests) {
      const bool is_as_expected =
          is_valid(group["schema"], test["data"]) == test["valid"].GetBool();
      settle(file, text_of(test["description"]), is_as_expected);
    }
  }

  void settle(const std::string& file, std::string_view description, bool is_as_expected) {
    const bool is_listed = std::any_of(
        kDifferences.begin(), kDifferences.end(),
        [&](const Difference& row) { return row.file == file && row.description == description; });
    if (is_as_expected) ++passed;
    CHECK_MESSAGE(is_as_expected != is_listed,
                  file << (is_listed ? ": passes after all: " : ": ") << description);
  }
};

std::vector<fs::path> suite_files(const fs::path& folder) {
  std::vector<fs::path> files;
  for (const auto& entry : fs::directory_iterator(folder / "optional/format")) {
    files.push_back(entry.path());
  }
  for (const char* name :
       {"optional/ecmascript-regex.json", "optional/non-bmp-regex.json", "pattern.json"}) {
    if (fs::exists(folder / name)) files.push_back(folder / name);
  }
  std::sort(files.begin(), files.end());
  return files;
}

}  // namespace

TEST_CASE("the JSON Schema Test Suite on formats and patterns") {
  const fs::path folder = admit::test::suite_folder();
  if (folder.empty()) {
    MESSAGE("skipped: neither conformance data nor the package json-schema-test-suite");
    return;
  }
  SuiteRun run;
  for (const fs::path& file : suite_files(folder)) run.run_file(file);
  MESSAGE(folder.string() << ": " << run.passed << " cases passed, " << run.skipped << " skipped");
  CHECK(run.passed > 100);
}
