// The JSON Schema Test Suite: its cases of draft-07 and the remote schemas that they refer to.
#include "schema/suite.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <stdexcept>

#include "format/suite_folder.h"
#include "input/document.h"
#include "input/place_finder.h"

namespace admit::test {
namespace {

namespace fs = std::filesystem;
using input::Value;

std::string read_text(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

// One file of the suite. Schemas and bodies are taken as they are written, since no number type
// holds all of their numbers.
class SuiteFile {
 public:
  explicit SuiteFile(const fs::path& path) : text_(read_text(path)), document_(memory_) {
    const input::ReadOutcome outcome = document_.read(text_, kLimits, 1);
    if (outcome.error || outcome.duplicate_count > 0) throw std::runtime_error(path.string());
    for (const Value& group : document_.root().GetArray()) {
      places_.want(&group["schema"]);
      for (const Value& test : group["tests"].GetArray()) places_.want(&test["data"]);
    }
    places_.search(document_, [](std::string_view) { return false; });
  }

  void append_groups(const std::string& name, std::vector<SuiteGroup>& groups) const {
    for (const Value& source : document_.root().GetArray()) {
      SuiteGroup group{name, words_of(source["description"]), source_of(source["schema"]), {}};
      for (const Value& test : source["tests"].GetArray()) {
        group.tests.push_back(
            {words_of(test["description"]), source_of(test["data"]), test["valid"].GetBool()});
      }
      groups.push_back(std::move(group));
    }
  }

 private:
  static constexpr Limits kLimits{
      .max_body_bytes = std::size_t{16} << 20, .max_depth = 256, .max_array_items = 100000};

  static std::string words_of(const Value& string) { return std::string(input::text_of(string)); }
  [[nodiscard]] std::string source_of(const Value& value) const {
    return std::string(places_.find(&value)->value.of(text_));
  }

  std::string text_;
  input::DocumentMemory memory_;
  input::Document document_;
  input::PlaceFinder places_;
};

}  // namespace

std::vector<SuiteGroup> load_suite(bool recursive) {
  const fs::path folder = suite_folder();
  std::vector<fs::path> files;
  if (folder.empty()) return {};
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    const bool is_optional = entry.path().parent_path() != folder;
    if (entry.path().extension() == ".json" && (recursive || !is_optional)) {
      files.push_back(entry.path());
    }
  }
  std::ranges::sort(files);
  std::vector<SuiteGroup> groups;
  for (const fs::path& file : files) {
    const std::string name = fs::relative(file, folder).replace_extension().string();
    SuiteFile(file).append_groups(name, groups);
  }
  return groups;
}

std::optional<std::string> find_remote(std::string_view uri) {
  constexpr std::string_view kServer = "http://localhost:1234/";
  if (!uri.starts_with(kServer)) return std::nullopt;
  const fs::path path =
      suite_folder().parent_path().parent_path() / "remotes" / uri.substr(kServer.size());
  if (!fs::is_regular_file(path)) return std::nullopt;
  return read_text(path);
}

}  // namespace admit::test
