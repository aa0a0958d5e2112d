// What the tool writes where: JSON, the list of rules, pages, colours, and streams that fail.
#include <doctest/doctest.h>
#include <fcntl.h>
#include <rapidjson/document.h>
#include <unistd.h>

#include <cstdlib>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "admit/codes.h"
#include "cli/process.h"
#include "cli/requests.h"
#include "lint/temporary_folder.h"

namespace {

using namespace admit::test;

rapidjson::Document parsed(const std::string& text) {
  rapidjson::Document document;
  document.Parse(text.data(), text.size());
  REQUIRE(!document.HasParseError());
  return document;
}

TEST_CASE("--format json is one document that says what the text says") {
  const TemporaryFolder folder;
  const std::string bad = folder.write("bad.json", kBad);
  folder.write("good.json", kGood);
  folder.write("package.json", kForeign);
  const Outcome outcome = run_tool({"check", "--format", "json", folder.path()});
  CHECK(outcome.code == 1);
  CHECK(outcome.errors.empty());
  const rapidjson::Document report = parsed(outcome.out);
  CHECK(report["report_version"].GetInt() == 1);
  CHECK(report["revision"].GetString() == std::string("2026-08-21"));
  CHECK(report["summary"]["documents"].GetInt() == 2);
  CHECK(report["summary"]["skipped"].GetInt() == 1);
  CHECK(report["summary"]["errors"].GetInt() == 1);
  REQUIRE(report["documents"].Size() == 2);
  const auto& document = report["documents"][0];
  CHECK(document["file"].GetString() == bad);
  CHECK(document["verdict"].GetString() == std::string("reject"));
  REQUIRE(document["violations"].Size() == 1);
  const auto& violation = document["violations"][0];
  CHECK(violation["code"].GetString() == std::string("service.namespace-required"));
  CHECK(violation["pointer"].GetString() == std::string("/serviceConfigs/0"));
}

TEST_CASE("--format json when nothing could be checked is still a document") {
  const Outcome outcome = run_tool({"check", "--format", "json", "/no/such/file"});
  CHECK(outcome.code == 3);
  CHECK(has(outcome.errors, "cannot read `/no/such/file`"));
  CHECK(parsed(outcome.out)["summary"]["documents"].GetInt() == 0);
}

TEST_CASE("rules lists every code") {
  const Outcome table = run_tool({"rules"});
  CHECK(table.code == 0);
  const Outcome json = run_tool({"rules", "--format", "json"});
  CHECK(json.code == 0);
  const rapidjson::Document document = parsed(json.out);
  CHECK(document["rules"].Size() >= admit::code_rows().size());
  for (const admit::CodeRow& row : admit::code_rows()) {
    CAPTURE(row.id);
    CHECK(has(table.out, '\n' + std::string(row.id) + ' '));
    CHECK(has(json.out, "{\"code\":\"" + std::string(row.id) + "\",\"severity\":"));
  }
}

TEST_CASE("rules shows severities as the options make them") {
  const std::string_view name = R"({"code":"service.gateway-id-missing","severity":)";
  const auto severity = [name](std::vector<std::string> options) {
    options.insert(options.begin(), {"rules", "--format", "json"});
    const std::string out = run_tool(options).out;
    const std::size_t at = out.find(name);
    REQUIRE(at != std::string::npos);
    return out.substr(at + name.size() + 1,
                      out.find('"', at + name.size() + 1) - at - name.size() - 1);
  };
  CHECK(severity({}) == "warning");
  CHECK(severity({"--strict"}) == "error");
  CHECK(severity({"--severity", "service.*=info"}) == "info");
}

TEST_CASE("explain prints the page of a code") {
  const Outcome outcome = run_tool({"explain", "service.namespace-required"});
  CHECK(outcome.code == 0);
  CHECK(outcome.errors.empty());
  CHECK(has(outcome.out, "service.namespace-required"));
}

TEST_CASE("every code can be explained") {
  for (const admit::CodeRow& row : admit::code_rows()) {
    CAPTURE(row.id);
    CHECK(run_tool({"explain", std::string(row.id)}).code == 0);
  }
}

// A terminal of the test's own; what is written to it can be read back.
class Terminal {
 public:
  Terminal() : master_(::posix_openpt(O_RDWR | O_NOCTTY)) {
    if (master_ < 0 || ::grantpt(master_) != 0 || ::unlockpt(master_) != 0) {
      throw std::runtime_error("no pseudo-terminal");
    }
    // Held open, because what is still unread goes when the last writer leaves.
    slave_ = ::open(::ptsname(master_), O_RDWR | O_NOCTTY);
  }
  ~Terminal() {
    ::close(slave_);
    ::close(master_);
  }
  Terminal(const Terminal&) = delete;
  Terminal& operator=(const Terminal&) = delete;

  [[nodiscard]] std::string path() const { return ::ptsname(master_); }
  [[nodiscard]] std::string read() const {
    char buffer[4096];
    const ssize_t size = ::read(master_, buffer, sizeof buffer);
    return std::string(buffer, size < 0 ? 0 : static_cast<std::size_t>(size));
  }

 private:
  int master_;
  int slave_ = -1;
};

TEST_CASE("colours on a terminal, unless the user or the terminal wants none") {
  struct Row {
    std::vector<std::string> environment;
    bool expected;
  };
  const Row rows[] = {
      {{"TERM=xterm-256color"}, true},
      {{"TERM=xterm-256color", "NO_COLOR="}, true},
      {{"TERM=xterm-256color", "NO_COLOR=1"}, false},
      {{"TERM=dumb"}, false},
  };
  for (const Row& row : rows) {
    const Terminal terminal;
    const Outcome outcome =
        run_tool({"check", "-"},
                 {.input = kBad, .environment = row.environment, .out_path = terminal.path()});
    CHECK(outcome.code == 1);
    CHECK(has(terminal.read(), "\x1b[") == row.expected);
  }
}

TEST_CASE("no colours outside a terminal, whatever the environment says") {
  const Setting settings[] = {
      {.input = kBad, .environment = {"TERM=xterm-256color"}},
      {.input = kBad, .environment = {"TERM=xterm-256color", "NO_COLOR=1"}},
      {.input = kBad, .environment = {"TERM=dumb"}},
      {.input = kBad},
  };
  for (const Setting& setting : settings) {
    const Outcome outcome = run_tool({"check", "-"}, setting);
    CHECK(outcome.code == 1);
    CHECK(!has(outcome.out, "\x1b"));
  }
}

TEST_CASE("output that cannot be written is a failure, never a crash") {
  const std::vector<std::string> commands[] = {{"check", "-"},
                                               {"check", "--format", "json", "-"},
                                               {"rules"},
                                               {"explain", "service.namespace-required"},
                                               {"schema", "--check", "-"},
                                               {"schema", "--check", "-", "--format", "json"},
                                               {"--help"},
                                               {"--version"}};
  for (const std::vector<std::string>& command : commands) {
    CAPTURE(command[0]);
    const Outcome full = run_tool(command, {.input = kGood, .out_path = "/dev/full"});
    CHECK(full.code == 3);
    CHECK(has(full.errors, "admit: cannot write to standard output: No space left on device"));
    const Outcome orphan = run_tool(command, {.input = kGood, .has_no_reader = true});
    CHECK(orphan.code == 3);
    CHECK(has(orphan.errors, "admit: cannot write to standard output: Broken pipe"));
  }
}

}  // namespace
