// The doors of the house: which room may include which, and where third-party headers may stand.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace {

namespace fs = std::filesystem;

/// One #include line of a file of ours.
struct Include {
  std::string file;    ///< relative to the root, `src/text/utf8.cc`
  std::string target;  ///< what stands between the delimiters
};

// Rooms of src/ and the rooms that each may open. "engine" is what stands in src/ itself; the
// generated headers of embedded/ belong to whoever embeds them.
const std::map<std::string, std::set<std::string>> kDoors = {
    {"text", {}},
    {"format", {"text"}},
    {"input", {"text", "format"}},
    {"schema", {"text", "format", "input", "embedded"}},
    {"rules", {"text", "format", "input"}},
    {"create_service", {"text", "format", "input", "schema", "rules", "embedded"}},
    {"prove", {"text", "format", "input", "schema", "rules"}},
    {"report", {"text", "format", "input"}},
    {"engine",
     {"text", "format", "input", "schema", "rules", "create_service", "prove", "report",
      "embedded"}},
    {"c_api", {"text", "format", "report", "engine"}},
    {"lint", {"text", "format", "input", "report", "engine", "embedded"}},
    {"cli", {"text", "format", "report", "engine", "lint", "embedded"}},
};

// Third-party libraries and the only rooms of src/ that may know them.
const std::map<std::string, std::set<std::string>> kLibraries = {
    {"valijson", {"schema"}},
    {"rapidjson", {"input", "schema", "report", "cli", "engine", "lint"}},
    {"CLI", {"cli"}},
    {"idn2.h", {"format"}},
    {"yaml.h", {"input"}},
    {"fmt",
     {"text", "format", "input", "schema", "rules", "create_service", "report", "engine", "c_api",
      "lint", "cli"}},
};

// The part of `path` before its first slash; empty where there is none.
std::string first_folder(std::string_view path) {
  const std::size_t slash = path.find('/');
  return slash == std::string_view::npos ? std::string() : std::string(path.substr(0, slash));
}

// The room of a file below src/, nothing for a file elsewhere.
std::optional<std::string> room_of_file(std::string_view file) {
  constexpr std::string_view kSources = "src/";
  if (!file.starts_with(kSources)) return std::nullopt;
  const std::string room = first_folder(file.substr(kSources.size()));
  return room.empty() ? "engine" : room;
}

// The room that a header belongs to; nothing for headers of the standard, the system, the face.
std::optional<std::string> room_of_header(std::string_view header) {
  const std::string folder = first_folder(header);
  if (folder == "embedded" || kDoors.contains(folder)) return folder;
  const bool is_own = folder.empty() && fs::exists(fs::path(ADMIT_SOURCE_DIR) / "src" / header);
  return is_own ? std::optional<std::string>("engine") : std::nullopt;
}

std::optional<std::string> library_of(std::string_view header) {
  for (const auto& [library, rooms] : kLibraries) {
    if (header == library || first_folder(header) == library) return library;
  }
  return std::nullopt;
}

// Of C++, or what the C interface has of C99.
bool is_standard(std::string_view header) {
  return header.find_first_of("/.") == std::string_view::npos || header == "stddef.h" ||
         header == "stdint.h";
}

// What is wrong with one line; empty where nothing is.
std::string complaint_about(const Include& line) {
  const std::string words = line.file + " includes " + line.target;
  if (line.file.starts_with("include/")) {
    const bool is_allowed = is_standard(line.target) || line.target.starts_with("admit/");
    return is_allowed ? "" : words + ": public headers know the standard library and admit alone";
  }
  const auto room = room_of_file(line.file);
  if (!room) return "";
  if (!kDoors.contains(*room)) return words + ": unknown room " + *room;
  const auto other = room_of_header(line.target);
  if (other && *other != *room && !kDoors.at(*room).contains(*other)) {
    return words + ": no door leads from " + *room + " to " + *other;
  }
  const auto library = library_of(line.target);
  if (library && !kLibraries.at(*library).contains(*room)) {
    return words + ": " + *library + " has no business in " + *room;
  }
  if (library == "valijson" && !line.file.ends_with(".cc")) return words + ": not from a header";
  return "";
}

std::vector<std::string> complaints_about(const std::vector<Include>& lines) {
  std::vector<std::string> complaints;
  std::set<std::string> valijson_files;
  for (const Include& line : lines) {
    std::string complaint = complaint_about(line);
    if (!complaint.empty()) complaints.push_back(std::move(complaint));
    if (room_of_file(line.file) && library_of(line.target) == "valijson") {
      valijson_files.insert(line.file);
    }
  }
  if (valijson_files.size() > 1) complaints.push_back("valijson is included by several files");
  return complaints;
}

std::optional<std::string> target_of(std::string_view line) {
  constexpr std::string_view kBlanks = " \t";
  line.remove_prefix(std::min(line.find_first_not_of(kBlanks), line.size()));
  if (!line.starts_with('#')) return std::nullopt;
  line.remove_prefix(1);
  line.remove_prefix(std::min(line.find_first_not_of(kBlanks), line.size()));
  if (!line.starts_with("include")) return std::nullopt;
  const std::size_t begin = line.find_first_of("<\"");
  if (begin == std::string_view::npos) return std::nullopt;
  const std::size_t end = line.find_first_of(">\"", begin + 1);
  if (end == std::string_view::npos) return std::nullopt;
  return std::string(line.substr(begin + 1, end - begin - 1));
}

bool is_source(const fs::path& path) {
  const fs::path extension = path.extension();
  return extension == ".cc" || extension == ".h" || extension == ".def";
}

std::vector<Include> includes_of_tree() {
  const fs::path root = ADMIT_SOURCE_DIR;
  std::vector<Include> lines;
  for (const char* folder : {"include", "src"}) {
    for (const auto& entry : fs::recursive_directory_iterator(root / folder)) {
      if (!entry.is_regular_file() || !is_source(entry.path())) continue;
      std::ifstream file(entry.path());
      for (std::string line; std::getline(file, line);) {
        if (const auto target = target_of(line)) {
          lines.push_back({entry.path().lexically_relative(root).generic_string(), *target});
        }
      }
    }
  }
  return lines;
}

TEST_CASE("the tree keeps the doors") {
  const std::vector<Include> lines = includes_of_tree();
  std::set<std::string> rooms;
  for (const Include& line : lines) rooms.insert(room_of_file(line.file).value_or("include"));
  CHECK(rooms.size() == kDoors.size() + 1);  // every room and the public face have been read
  for (const std::string& complaint : complaints_about(lines)) FAIL_CHECK(complaint);
}

TEST_CASE("valijson is used by exactly one file") {
  std::set<std::string> files;
  for (const Include& line : includes_of_tree()) {
    if (library_of(line.target) == "valijson") files.insert(line.file);
  }
  CHECK(files.size() == 1);
}

TEST_CASE("a line that breaks a door is caught") {
  const Include planted[] = {
      {"include/admit/engine.h", "rapidjson/document.h"},
      {"include/admit/engine.h", "fmt/format.h"},
      {"include/admit/engine.h", "text/utf8.h"},
      {"include/admit/engine.h", "unistd.h"},
      {"src/text/utf8.cc", "format/ip.h"},
      {"src/format/ip.cc", "input/document.h"},
      {"src/input/document.cc", "schema/plan.h"},
      {"src/schema/plan.cc", "rules/evaluator.h"},
      {"src/rules/evaluator.cc", "schema/plan.h"},
      {"src/rules/evaluator.cc", "create_service/names.h"},
      {"src/report/run.cc", "schema/plan.h"},
      {"src/engine.cc", "lint/checker.h"},
      {"src/lint/checker.cc", "cli/options.h"},
      {"src/lint/checker.cc", "schema/plan.h"},
      {"src/cli/options.cc", "create_service/names.h"},
      {"src/attic/old.cc", "vector"},
      {"src/text/utf8.cc", "rapidjson/document.h"},
      {"src/format/ip.cc", "rapidjson/document.h"},
      {"src/rules/evaluator.cc", "rapidjson/document.h"},
      {"src/create_service/names.cc", "rapidjson/document.h"},
      {"src/input/document.cc", "valijson/schema.hpp"},
      {"src/schema/plan.h", "valijson/schema.hpp"},
      {"src/lint/checker.cc", "CLI/CLI.hpp"},
      {"src/text/utf8.cc", "idn2.h"},
  };
  for (const Include& line : planted) {
    CAPTURE(line.file);
    CAPTURE(line.target);
    CHECK(complaints_about({line}).size() == 1);
  }
  CHECK(complaints_about({{"src/schema/a.cc", "valijson/schema.hpp"},
                          {"src/schema/b.cc", "valijson/schema.hpp"}})
            .size() == 1);
}

TEST_CASE("a line that keeps the doors is not") {
  const Include fine[] = {
      {"include/admit/engine.h", "admit/options.h"}, {"include/admit/engine.h", "string_view"},
      {"src/format/ip.cc", "text/utf8.h"},           {"src/format/ip.cc", "format/ip.h"},
      {"src/text/utf8.cc", "admit/report.h"},        {"src/schema/front.cc", "valijson/schema.hpp"},
      {"src/engine.cc", "create_service/names.h"},   {"src/cli/main.cc", "unistd.h"},
      {"src/cli/options.cc", "CLI/CLI.hpp"},         {"tests/main.cc", "valijson/schema.hpp"},
  };
  for (const Include& line : fine) {
    CAPTURE(line.file);
    CHECK(complaints_about({line}).empty());
  }
}

TEST_CASE("every way to write an include is read") {
  CHECK(target_of("#include <vector>") == "vector");
  CHECK(target_of("#include \"text/utf8.h\"") == "text/utf8.h");
  CHECK(target_of("  #  include  <vector>  // why") == "vector");
  CHECK(!target_of("// #include <vector>"));
  CHECK(!target_of("#define A <vector>"));
}

}  // namespace
