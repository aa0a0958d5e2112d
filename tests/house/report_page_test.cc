// docs/report.md shows what is printed: one run in every format. With ADMIT_UPDATE_GOLDEN=1 in the
// environment its examples are written anew.
#include <doctest/doctest.h>
#include <rapidjson/document.h>
#include <rapidjson/pointer.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <cstdlib>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

#include "admit/create_service.h"
#include "engine/cases.h"
#include "report/gcc_renderer.h"
#include "report/github_renderer.h"
#include "report/json_renderer.h"
#include "report/jsonl_renderer.h"
#include "report/junit_renderer.h"
#include "report/problem_renderer.h"
#include "report/sarif_renderer.h"
#include "report/text_renderer.h"

namespace admit::test {
namespace {

constexpr const char* kPage = ADMIT_SOURCE_DIR "/docs/report.md";
constexpr const char* kRequest = "examples/manifests/bad/wrong-case-member.json";
constexpr const char* kCode = "service.namespace-required";

/// The block that must stand first below a heading of the page.
struct Example {
  std::string heading;
  std::string block;
};

std::string read_source(const std::string& name) {
  return read_bytes(ADMIT_SOURCE_DIR "/" + name);
}

std::string compact(const rapidjson::Value& value) {
  rapidjson::StringBuffer buffer;
  rapidjson::Writer<rapidjson::StringBuffer> writer(buffer);
  value.Accept(writer);
  return buffer.GetString();
}

// An array or object that does not fit on the rest of its line has a line for each of its parts.
std::string layout(const rapidjson::Value& value, std::size_t indent, std::size_t before) {
  constexpr std::size_t kColumns = 100;
  std::string line = compact(value);
  if (before + line.size() <= kColumns || !(value.IsArray() || value.IsObject())) return line;
  const std::string margin(indent + 2, ' ');
  std::string lines;
  const auto add = [&](const std::string& name, const rapidjson::Value& part) {
    lines += (lines.empty() ? "\n" : ",\n") + margin + name;
    lines += layout(part, margin.size(), margin.size() + name.size());
  };
  if (value.IsArray()) {
    for (const auto& item : value.GetArray()) add("", item);
  } else {
    for (const auto& member : value.GetObject()) add(compact(member.name) + ": ", member.value);
  }
  const std::string end = '\n' + std::string(indent, ' ');
  return value.IsArray() ? '[' + lines + end + ']' : '{' + lines + end + '}';
}

// `json` for reading, what stands at `shortened` as `...`.
std::string laid_out(const std::string& json, const std::vector<const char*>& shortened = {}) {
  rapidjson::Document document;
  document.Parse(json.data(), json.size());
  REQUIRE_FALSE(document.HasParseError());
  for (const char* pointer : shortened) {
    REQUIRE(rapidjson::Pointer(pointer).Get(document) != nullptr);
    rapidjson::Pointer(pointer).Set(document, "...");
  }
  return layout(document, 0, 0) + '\n';
}

std::vector<Example> examples() {
  const std::string request = read_source(kRequest);
  const auto engine = create_service_engine();
  REQUIRE(engine);
  Scratch scratch;
  report::Run run{.revision = engine.value().options().revision};
  run.documents.push_back({kRequest, 0, engine.value().check(request, scratch)});
  const report::CheckedDocument& document = run.documents.front();
  run.summary.add(document.report);
  const std::string code_page = read_source(std::string("docs/codes/") + kCode + ".md");
  const report::CodePage pages[] = {{kCode, code_page}};
  return {
      {"Text",
       report::render_text(document, request, {}, {}) + report::render_summary(run.summary)},
      {"JSON, report version 1", laid_out(report::render_json(run, ADMIT_VERSION))},
      {"JSON Lines", report::render_jsonl(document)},
      {"SARIF", laid_out(report::render_sarif(run, {}, {ADMIT_VERSION, pages}),
                         {"/runs/0/tool/driver/rules/0/help/text",
                          "/runs/0/tool/driver/rules/0/help/markdown"})},
      {"JUnit", report::render_junit(run, {})},
      {"GitHub", report::render_github(document)},
      {"GCC", report::render_gcc(document)},
      {"Problem details", report::render_problem(document)},
  };
}

// Where the first block below a heading begins and how long it is.
std::pair<std::size_t, std::size_t> find_block(const std::string& page,
                                               const std::string& heading) {
  const std::size_t section = page.find("\n## " + heading + '\n');
  REQUIRE(section != std::string::npos);
  const std::size_t fence = page.find("\n```", section + 1);
  REQUIRE(fence != std::string::npos);
  REQUIRE(fence < page.find("\n## ", section + 1));
  const std::size_t begin = page.find('\n', fence + 1) + 1;
  return {begin, page.find("```\n", begin) - begin};
}

bool is_update_wanted() {
  const char* wish = std::getenv("ADMIT_UPDATE_GOLDEN");
  return wish != nullptr && std::string(wish) == "1";
}

TEST_CASE("the examples of docs/report.md are what is printed") {
  std::string page = read_bytes(kPage);
  for (const Example& example : examples()) {
    CAPTURE(example.heading);
    const auto [begin, size] = find_block(page, example.heading);
    if (is_update_wanted()) page.replace(begin, size, example.block);
    CHECK(page.substr(begin, example.block.size() + 4) == example.block + "```\n");
  }
  if (!is_update_wanted()) return;
  std::ofstream(kPage, std::ios::binary) << page;
  FAIL("ADMIT_UPDATE_GOLDEN is set: wrote the examples of docs/report.md; read them");
}

}  // namespace
}  // namespace admit::test
