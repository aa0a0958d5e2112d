// docs/codes: each page's head agrees with codes.def, its failing example raises its code, its
// passing example does not. `Options: name=value` above an example and a `Schema` section count.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include "admit/codes.h"
#include "engine/cases.h"

namespace {

namespace fs = std::filesystem;
using namespace admit;
using namespace admit::test;

struct Page {
  std::vector<std::string> head;                ///< the lines before the first section
  std::map<std::string, std::string> sections;  ///< by heading
  std::vector<std::string> order;               ///< of the headings
};

Page read_page(const std::string& code) {
  Page page;
  std::istringstream text(
      read_bytes(fs::path(ADMIT_SOURCE_DIR) / "docs" / "codes" / (code + ".md")));
  for (std::string line; std::getline(text, line);) {
    if (line.starts_with("## ")) {
      page.order.push_back(line.substr(3));
    } else if (page.order.empty()) {
      page.head.push_back(line);
    } else {
      page.sections[page.order.back()] += line + '\n';
    }
  }
  return page;
}

// What stands between the fences of a section, without its last line end.
std::string block_of(const std::string& section) {
  const std::size_t open = section.find("```");
  REQUIRE(open != std::string::npos);
  const std::size_t begin = section.find('\n', open) + 1;
  const std::size_t end = section.find("```", begin);
  REQUIRE(end != std::string::npos);
  return end == begin ? "" : section.substr(begin, end - begin - 1);
}

// Those of the failing example hold for the passing one too.
std::string options_of(const Page& page) {
  constexpr std::string_view kLabel = "Options: ";
  const std::string& section = page.sections.at("Fails");
  if (!section.starts_with(kLabel)) return {};
  return section.substr(kLabel.size(), section.find('\n') - kLabel.size());
}

struct Outcome {
  Report report;
  std::string text;
};

Outcome check_example(const Page& page, const std::string& heading) {
  const auto found = page.sections.find(heading);
  REQUIRE(found != page.sections.end());
  const std::string body = block_of(found->second);
  const auto schema = page.sections.find("Schema");
  const Engine engine =
      build_engine(parse_options(options_of(page)),
                   schema == page.sections.end() ? std::string() : block_of(schema->second));
  const bool is_yaml = found->second.find("```yaml\n") != std::string::npos;
  const std::size_t max_documents = engine.options().limits.max_documents;
  const Source source =
      is_yaml ? split_yaml(body, max_documents).back() : Source(body, Syntax::json);
  Scratch scratch;
  Report report = lint(engine, source, scratch);
  std::string text = text_report(engine, source, report, heading);
  return {std::move(report), std::move(text)};
}

TEST_CASE("the failing example of a page raises its code, and nothing as bad") {
  for (const CodeRow& row : code_rows()) {
    CAPTURE(row.id);
    const Outcome outcome = check_example(read_page(std::string(row.id)), "Fails");
    CAPTURE(outcome.text);
    std::size_t raised = 0;
    for (const Violation& violation : outcome.report.violations()) {
      if (violation.code == row.id) {
        ++raised;
        CHECK(violation.severity == row.severity);
      } else {
        CHECK(violation.severity < row.severity);
      }
    }
    CHECK(raised > 0);
  }
}

TEST_CASE("the passing example of a page is accepted without its code") {
  for (const CodeRow& row : code_rows()) {
    CAPTURE(row.id);
    const Outcome outcome = check_example(read_page(std::string(row.id)), "Passes");
    CAPTURE(outcome.text);
    CHECK(outcome.report.verdict() == Verdict::accept);
    for (const Violation& violation : outcome.report.violations()) CHECK(violation.code != row.id);
  }
}

std::string severity_line(const CodeRow& row) {
  return "Severity: " + std::string(to_string(row.severity)) +
         " | Since: " + std::string(row.since) + " | Provenance: " + std::string(row.provenance);
}

TEST_CASE("a page says of its code what codes.def says") {
  for (const CodeRow& row : code_rows()) {
    CAPTURE(row.id);
    const Page page = read_page(std::string(row.id));
    REQUIRE(page.head.size() == 6);
    CHECK(page.head[0] == "# " + std::string(row.id));
    CHECK(page.head[2] == row.title);
    CHECK(page.head[4] == severity_line(row));
    std::vector<std::string> order = page.order;
    order.erase(std::remove(order.begin(), order.end(), "Schema"), order.end());
    CHECK(order == std::vector<std::string>{"What", "Why", "Source", "Fails", "Passes"});
  }
}

}  // namespace
