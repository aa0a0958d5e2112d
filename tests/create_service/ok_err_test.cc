// tests/data: what is accepted, and what is refused in which words. `err/x.out` is the text report
// on `err/x.json`; with ADMIT_UPDATE_GOLDEN=1 in the environment those files are written anew.
#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <string>
#include <vector>

#include "admit/codes.h"
#include "engine/cases.h"

namespace {

namespace fs = std::filesystem;
using namespace admit;
using namespace admit::test;

bool is_update_wanted() {
  const char* wish = std::getenv("ADMIT_UPDATE_GOLDEN");
  return wish != nullptr && std::string(wish) == "1";
}

// Of a folder, in both syntaxes.
std::vector<Case> every_case(const std::string& folder) {
  std::vector<Case> cases = load_cases(folder);
  std::ranges::move(load_yaml_cases(folder), std::back_inserter(cases));
  return cases;
}

std::string report_on(const Case& request) {
  Scratch scratch;
  const Engine engine = build_engine(request);
  std::string report;
  for (const Source& source : sources_of(request, engine)) {
    report += text_report(engine, source, lint(engine, source, scratch), request.name);
  }
  return report;
}

// Writes `x.out` where it would change; whether it did.
bool update(const Case& request, const std::string& report) {
  const fs::path path = fs::path(request.path).replace_extension(".out");
  if (fs::exists(path) && read_bytes(path) == report) return false;
  std::ofstream(path, std::ios::binary) << report;
  return true;
}

std::set<std::string> files_of(const fs::path& folder) {
  std::set<std::string> names;
  for (const auto& entry : fs::directory_iterator(folder)) {
    names.insert(entry.path().filename().string());
  }
  return names;
}

TEST_CASE("what is in tests/data/ok is accepted") {
  const std::vector<Case> cases = every_case("ok");
  CHECK(cases.size() > 20);
  for (const Case& request : cases) {
    CAPTURE(request.name);
    const Engine engine = build_engine(request);
    CHECK(engine.options().revision == "2026-08-21");
    Scratch scratch;
    for (const Source& source : sources_of(request, engine)) {
      const Report report = engine.check(source, scratch);
      CAPTURE(text_report(engine, source, report, request.name));
      CHECK(report.verdict() == Verdict::accept);
      CHECK(report.counts().errors == 0);
    }
  }
}

TEST_CASE("what is in tests/data/err is reported word for word") {
  const std::vector<Case> cases = every_case("err");
  CHECK(cases.size() > 100);
  if (is_update_wanted()) return;
  for (const Case& request : cases) {
    CAPTURE(request.name);
    const fs::path path = fs::path(request.path).replace_extension(".out");
    REQUIRE_MESSAGE(fs::exists(path), request.name << " has no .out beside it");
    CHECK(report_on(request) == read_bytes(path));
  }
}

TEST_CASE("the expected reports are written anew on demand") {
  if (!is_update_wanted()) return;
  std::size_t written = 0;
  for (const Case& request : every_case("err")) {
    if (update(request, report_on(request))) ++written;
  }
  FAIL("ADMIT_UPDATE_GOLDEN is set: wrote " << written << " files below tests/data/err; read them");
}

TEST_CASE("every file of tests/data/err belongs to a case") {
  const std::set<std::string> names = files_of(fs::path(ADMIT_TEST_DATA) / "err");
  for (const std::string& name : names) {
    CAPTURE(name);
    const std::string stem = name.substr(0, name.rfind('.'));
    const bool is_schema = name.ends_with(".schema.json");
    const std::string request = is_schema ? stem.substr(0, stem.rfind('.')) : stem;
    CHECK((names.contains(request + ".json") || names.contains(request + ".yaml")));
  }
}

// The code that a case is named after, `CODE` or `CODE-and-more`; empty for one of several codes.
std::string_view code_of(const std::string& name) {
  std::string_view longest;
  for (const CodeRow& row : code_rows()) {
    const std::string id(row.id);
    const bool is_named = name.starts_with(id + ".json") || name.starts_with(id + ".yaml") ||
                          name.starts_with(id + '-');
    if (is_named && id.size() > longest.size()) longest = row.id;
  }
  return longest;
}

TEST_CASE("a case that is named after a code raises it") {
  for (const Case& request : every_case("err")) {
    CAPTURE(request.name);
    const std::string_view code = code_of(request.name);
    CHECK(code.empty() == request.name.starts_with("several-"));
    const std::string report = report_on(request);
    if (!code.empty()) CHECK(report.find(" [" + std::string(code) + "]\n") != std::string::npos);
  }
}

TEST_CASE("every code has a case that raises it") {
  std::set<std::string> raised;
  for (const Case& request : every_case("err")) {
    Scratch scratch;
    const Engine engine = build_engine(request);
    const Report report = lint(engine, sources_of(request, engine).back(), scratch);
    CHECK_MESSAGE(!report.violations().empty(), request.name << " raises nothing");
    for (const Violation& violation : report.violations()) raised.insert(violation.code);
  }
  for (const CodeRow& row : code_rows())
    CHECK_MESSAGE(raised.contains(std::string(row.id)), row.id);
}

TEST_CASE("every code has a page, and every page a code") {
  const std::set<std::string> pages = files_of(fs::path(ADMIT_SOURCE_DIR) / "docs" / "codes");
  for (const CodeRow& row : code_rows()) {
    CHECK_MESSAGE(pages.contains(std::string(row.id) + ".md"), row.id);
  }
  CHECK(pages.size() == code_rows().size());
}

}  // namespace
