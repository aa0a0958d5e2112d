// `admit check`: what is looked at, what is said, and the exit code.
#include <doctest/doctest.h>

#include <filesystem>
#include <string>

#include "cli/process.h"
#include "cli/requests.h"
#include "lint/temporary_folder.h"

namespace {

using namespace admit::test;

std::size_t count(const std::string& text, std::string_view part) {
  std::size_t found = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) {
    ++found;
  }
  return found;
}

std::string last_line(const std::string& text) {
  REQUIRE(text.ends_with('\n'));
  const std::size_t before = text.find_last_of('\n', text.size() - 2);
  return text.substr(before + 1, text.size() - before - 2);
}

TEST_CASE("a folder of good requests") {
  const TemporaryFolder folder;
  folder.write("a.json", kGood);
  folder.write("below/b.json", kGood);
  const Outcome outcome = run_tool({"check", folder.path()});
  CHECK(outcome.code == 0);
  CHECK(outcome.errors.empty());
  CHECK(count(outcome.out, "\n") == 1);
  CHECK(has(last_line(outcome.out), "2 documents"));
}

TEST_CASE("a folder with bad requests") {
  const TemporaryFolder folder;
  folder.write("a.json", kGood);
  const std::string bad = folder.write("b.json", kBad);
  const Outcome outcome = run_tool({"check", folder.path()});
  CHECK(outcome.code == 1);
  CHECK(outcome.errors.empty());
  CHECK(has(outcome.out, bad + ":1:"));
  CHECK(has(outcome.out, "[service.namespace-required]"));
  CHECK(has(last_line(outcome.out), "2 documents"));
}

TEST_CASE("of a folder, other JSON is skipped and counted; a named file is checked") {
  const TemporaryFolder folder;
  folder.write("a.json", kGood);
  const std::string foreign = folder.write("package.json", kForeign);
  const Outcome walked = run_tool({"check", folder.path()});
  CHECK(walked.code == 0);
  CHECK(has(last_line(walked.out), "1 document"));
  CHECK(has(last_line(walked.out), "skipped"));
  const Outcome named = run_tool({"check", foreign});
  CHECK(named.code == 1);
  CHECK(has(named.out, foreign + ":1:1: error: "));
}

TEST_CASE("malformed JSON is a finding, named or found") {
  const TemporaryFolder folder;
  folder.write("broken.json", "{\"sourceType\":");
  folder.write("empty.json", "");
  const Outcome outcome = run_tool({"check", folder.path()});
  CHECK(outcome.code == 1);
  CHECK(has(outcome.out, "[input.syntax]"));
  CHECK(has(outcome.out, "[input.empty]"));
}

TEST_CASE("standard input") {
  const Outcome bad = run_tool({"check", "-"}, {.input = kBad});
  CHECK(bad.code == 1);
  CHECK(has(bad.out, "<stdin>:1:"));
  CHECK(run_tool({"check", "-"}, {.input = kGood}).code == 0);
  const Outcome empty = run_tool({"check", "-"});
  CHECK(empty.code == 1);
  CHECK(has(empty.out, "[input.empty]"));
}

TEST_CASE("a file that cannot be read is told, the rest is checked, and the code is 3") {
  const TemporaryFolder folder;
  const std::string bad = folder.write("bad.json", kBad);
  const std::string missing = folder / "missing.json";
  const Outcome outcome = run_tool({"check", missing, bad});
  CHECK(outcome.code == 3);
  CHECK(outcome.errors == "admit: cannot read `" + missing + "`: No such file or directory\n");
  CHECK(has(outcome.out, bad + ":1:"));
}

TEST_CASE("a link that leads to itself does not pass as checked") {
  const TemporaryFolder folder;
  folder.write("good.json", kGood);
  std::filesystem::create_symlink("loop.json", folder / "loop.json");
  const Outcome outcome = run_tool({"check", folder.path()});
  CHECK(outcome.code == 3);
  CHECK(has(outcome.errors, "loop.json`: Too many levels of symbolic links"));
}

TEST_CASE("nothing to check is an error") {
  const TemporaryFolder folder;
  CHECK(run_tool({"check", folder.path()}).code == 2);
  folder.write("package.json", kForeign);
  const Outcome outcome = run_tool({"check", folder.path()});
  CHECK(outcome.code == 2);
  CHECK(has(outcome.errors, "admit: nothing to check"));
  CHECK(has(last_line(outcome.out), "skipped"));
}

TEST_CASE("--fail-on") {
  const TemporaryFolder folder;
  const std::string doubtful = folder.write("a.json", kDoubtful);
  const std::string good = folder.write("b.json", kGood);
  CHECK(run_tool({"check", doubtful}).code == 0);
  CHECK(run_tool({"check", "--fail-on", "error", doubtful}).code == 0);
  CHECK(run_tool({"check", "--fail-on", "warning", doubtful}).code == 1);
  CHECK(run_tool({"check", "--fail-on=warning", good}).code == 0);
}

TEST_CASE("options that change severities") {
  const Setting doubtful = {.input = kDoubtful};
  CHECK(run_tool({"check", "--unknown-members", "deny", "-"}, doubtful).code == 1);
  const Outcome ignored = run_tool({"check", "--unknown-members=ignore", "-"}, doubtful);
  CHECK(ignored.code == 0);
  CHECK(!has(ignored.out, "schema.unknown-member"));

  CHECK(run_tool({"check", "--severity", "schema.unknown-member=error", "-"}, doubtful).code == 1);
  const Outcome informed = run_tool(
      {"check", "--fail-on=warning", "--severity=schema.unknown-member=info", "-"}, doubtful);
  CHECK(informed.code == 0);
  CHECK(has(informed.out, "info: "));

  const Setting bad = {.input = kBad};
  CHECK(run_tool({"check", "--severity", "service.*=warning", "-"}, bad).code == 0);
  CHECK(run_tool({"check", "--severity", "service.*=ignore", "--severity",
                  "service.namespace-required=error", "-"},
                 bad)
            .code == 1);
}

TEST_CASE("--max-body-bytes") {
  const Outcome outcome = run_tool({"check", "--max-body-bytes", "20", "-"}, {.input = kGood});
  CHECK(outcome.code == 1);
  CHECK(has(outcome.out, "[input.too-large]"));
  CHECK(run_tool({"check", "--max-body-bytes", "2000", "-"}, {.input = kGood}).code == 0);
}

TEST_CASE("--max-work") {
  const Outcome outcome = run_tool({"check", "--max-work", "1", "-"}, {.input = kGood});
  CHECK(outcome.code == 3);
  CHECK(has(outcome.out, "<stdin>: undecided: "));
  CHECK(run_tool({"check", "--max-work", "100000", "-"}, {.input = kGood}).code == 0);
}

TEST_CASE("a file is checked once, however often it is named") {
  const TemporaryFolder folder;
  const std::string bad = folder.write("bad.json", kBad);
  const Outcome outcome = run_tool({"check", bad, folder.path(), bad});
  CHECK(count(outcome.out, "[service.namespace-required]") == 1);
  CHECK(has(last_line(outcome.out), "1 document"));
}

TEST_CASE("names that look like something else") {
  const TemporaryFolder folder;
  folder.write("[slug]/a.json", kBad);
  CHECK(run_tool({"check", folder / "[slug]"}).code == 1);
  for (const char* name : {"[a,b]", "++", "{}", "%%", "check", "rules", "/", ""}) {
    CAPTURE(name);
    const Outcome outcome = run_tool({"check", std::string(name) + (*name == '/' ? "no" : "")});
    CHECK(outcome.code == 3);
    CHECK(has(outcome.errors, std::string("cannot read `") + name));
  }
  const Outcome dashed = run_tool({"check", "--", "--json.json", "-x"});
  CHECK(dashed.code == 3);
  CHECK(has(dashed.errors, "cannot read `--json.json`"));
  CHECK(has(dashed.errors, "cannot read `-x`"));
}

TEST_CASE("a name cannot write lines of its own") {
  const Outcome outcome = run_tool({"check", "a\nadmit: all is well\x1b[2J"});
  CHECK(count(outcome.errors, "\n") == 1);
  CHECK(!has(outcome.errors, "\x1b"));
}

TEST_CASE("the largest bodies cost no more than the limit allows") {
  const TemporaryFolder folder;
  const std::string path = folder.write("large.json", "{");
  std::filesystem::resize_file(path, std::uintmax_t{1} << 40);
  const Outcome outcome = run_tool({"check", path});
  CHECK(outcome.code == 1);
  CHECK(has(outcome.out, "[input.too-large]"));
  CHECK(run_tool({"check", "/dev/zero"}).code == 1);
}

TEST_CASE("--quiet: findings alone") {
  const Outcome good = run_tool({"check", "-q", "-"}, {.input = kGood});
  CHECK(good.code == 0);
  CHECK(good.out.empty());
  CHECK(good.errors.empty());
  const Outcome bad = run_tool({"check", "--quiet", "-"}, {.input = kBad});
  CHECK(bad.code == 1);
  CHECK(has(bad.out, "[service.namespace-required]"));
  CHECK(!has(bad.out, "1 document"));
}

TEST_CASE("--statistics: each code with its count, the most frequent first") {
  const TemporaryFolder folder;
  folder.write("a.json", kBad);
  folder.write("b.json", kBad);
  folder.write("c.json", R"({"sourceType": 5})");
  const Outcome outcome = run_tool({"check", "--statistics", folder.path()});
  CHECK(outcome.code == 1);
  CHECK(has(outcome.out, "\n       2  error    service.namespace-required\n"));
  CHECK(has(outcome.out, "\n       1  error    schema.type\n"));
  CHECK(outcome.out.find("       2  error") < outcome.out.find("       1  error"));
  CHECK(has(last_line(outcome.out), "3 documents"));
}

TEST_CASE("--statistics is refused where a program reads") {
  const Outcome outcome = run_tool({"check", "--statistics", "--format", "json", "-"}, {});
  CHECK(outcome.code == 2);
  CHECK(outcome.out.empty());
  CHECK(has(outcome.errors, "--format text"));
}

}  // namespace
