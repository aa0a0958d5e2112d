// admit.yaml: what it says, and what is said of a wrong one; where it is found.
#include "lint/config.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include "engine/cases.h"
#include "lint/config_finder.h"
#include "lint/temporary_folder.h"

namespace {

using namespace admit;
using namespace admit::lint;
using admit::test::TemporaryFolder;

ConfigOutcome read(std::string_view text) {
  return ConfigReader().read(Source(text, Syntax::yaml));
}

std::string text_of(const OptionList& options) {
  std::string all;
  for (const OptionSetting& one : options) all += one.name + ' ' + one.value + '\n';
  return all;
}

TEST_CASE("everything that can be set") {
  const ConfigOutcome outcome = read(R"(
revision: 2026-02-05
strict: true
severities: {schema.null: error, "endpoint.*": warning}
unknown_members: deny
secret_members: [token]
max_body_bytes: 1000
include: ["deploy/**"]
exclude: ["**/gen/**"]
overrides:
  - files: ["deploy/legacy/**"]
    strict: false
    severities: {schema.null: ignore}
)");
  REQUIRE(outcome.config.has_value());
  const Config& config = *outcome.config;
  CHECK(text_of(config.options_for("deploy/a.json")) ==
        "revision 2026-02-05\nunknown_members deny\nstrict true\nmax_body_bytes 1000\n"
        "secret_member token\nseverity schema.null=error\nseverity endpoint.*=warning\n");
  CHECK(text_of(config.options_for("deploy/legacy/b.json"))
            .ends_with("strict false\nseverity schema.null=ignore\n"));
  CHECK(config.takes("deploy/a.json"));
  CHECK(!config.takes("a.json"));
  CHECK(!config.takes("deploy/gen/a.json"));
  Options options = with({}, config.options_for("deploy/legacy/b.json"));
  CHECK(options.revision == "2026-02-05");
  CHECK(!options.strict);
  CHECK(options.limits.max_body_bytes == 1000);
}

TEST_CASE("the configuration of docs/command-line.md is a good one") {
  const std::string page = admit::test::read_bytes(ADMIT_SOURCE_DIR "/docs/command-line.md");
  const std::size_t fence = page.find("```yaml\n", page.find("### Configuration")) + 8;
  const ConfigOutcome outcome = read(page.substr(fence, page.find("```", fence) - fence));
  REQUIRE(outcome.config.has_value());
  CHECK(outcome.config->options.size() == 7);
  CHECK(outcome.config->overrides.size() == 1);
}

TEST_CASE("an empty object sets nothing") {
  const ConfigOutcome outcome = read("{}");
  REQUIRE(outcome.config.has_value());
  CHECK(outcome.config->options_for("a").empty());
  CHECK(outcome.config->takes("a"));
}

TEST_CASE("a wrong one gets a report with places") {
  struct Row {
    std::string_view text, code, pointer;
    std::size_t line;
  };
  constexpr Row kRows[] = {
      {"severties: {}", "schema.additional-properties", "/severties", 1},
      {"strict: yes", "schema.type", "/strict", 1},
      {"a: b\nrevision: 2020-01-01", "schema.enum", "/revision", 2},
      {"severities:\n  schema.null: fatal", "schema.enum", "/severities/schema.null", 2},
      {"severities:\n  schema.nul: error", "config.unknown-code", "/severities/schema.nul", 2},
      {"severities:\n  input.syntax: error", "config.unknown-code", "/severities/input.syntax", 2},
      {"overrides:\n- strict: true", "schema.required", "/overrides/0", 2},
      {"overrides:\n- files: [a]\n  severities: {x.y: info}", "config.unknown-code",
       "/overrides/0/severities/x.y", 3},
      {"include: deploy", "schema.type", "/include", 1},
      {"exclude: []", "schema.min-items", "/exclude", 1},
      {"max_body_bytes: 0", "schema.minimum", "/max_body_bytes", 1},
      {"strict: &a true", "yaml.anchor", "/strict", 1},
      {"strict: [", "input.syntax", "", 1},
      {"", "input.empty", "", 1},
      {"- a", "schema.type", "", 1},
  };
  for (const Row& row : kRows) {
    CAPTURE(row.text);
    const ConfigOutcome outcome = read(row.text);
    CHECK(!outcome.config.has_value());
    bool is_said = false;
    for (const Violation& violation : outcome.report.violations()) {
      const bool is_it = violation.code == row.code && violation.range.start.line == row.line &&
                         (row.pointer.empty() || violation.pointer == row.pointer);
      is_said = is_said || is_it;
    }
    CHECK(is_said);
  }
}

TEST_CASE("the nearest folder above counts") {
  const TemporaryFolder folder;
  folder.write("admit.yaml", "strict: true");
  folder.write("a/b/admit.yaml", "strict: false");
  folder.write("a/b/c/x.json", "{}");
  ConfigFinder finder{std::nullopt};
  const auto value = [&](const std::string& path) {
    const auto found = finder.find(folder / path);
    REQUIRE(found.has_value());
    REQUIRE(found.value() != nullptr);
    REQUIRE(found.value()->outcome.config.has_value());
    return text_of(found.value()->outcome.config->options_for("x"));
  };
  CHECK(value("x.json") == "strict true\n");
  CHECK(value("a/x.json") == "strict true\n");
  CHECK(value("a/b/c/x.json") == "strict false\n");
  CHECK(value("a/b/x.json") == "strict false\n");
  const auto found = finder.find(folder / "a/b/c/x.json");
  CHECK(ConfigFinder::path_below(*found.value(), folder / "a/b/c/x.json") == "c/x.json");

  ConfigFinder fixed(folder / "admit.yaml");
  CHECK(text_of(fixed.find(folder / "a/b/x.json").value()->outcome.config->options_for("x")) ==
        "strict true\n");
  CHECK(!ConfigFinder(folder / "none.yaml").find("x").has_value());
}

}  // namespace
