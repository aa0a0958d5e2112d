// The manual page and the completion know every command and option that --help shows.
#include <doctest/doctest.h>

#include <cstdio>
#include <regex>
#include <string>
#include <vector>

#include "cli/process.h"
#include "lint/temporary_folder.h"

namespace {

using namespace admit::test;

std::vector<std::string> options_in(const std::string& help) {
  std::vector<std::string> names;
  const std::regex option(R"(\n +(?:-\w,)?--([a-z-]+))");
  for (std::sregex_iterator at(help.begin(), help.end(), option), end; at != end; ++at) {
    names.push_back((*at)[1]);
  }
  return names;
}

std::string without_escapes(std::string text) {
  for (std::size_t at = text.find("\\-"); at != std::string::npos; at = text.find("\\-", at)) {
    text.erase(at, 1);
  }
  return text;
}

TEST_CASE("man page and completion have every option of every command") {
  const Outcome man = run_tool({"generate", "man"});
  const Outcome completion = run_tool({"generate", "bash-completion"});
  CHECK(man.code == 0);
  CHECK(completion.code == 0);
  const std::string page = without_escapes(man.out);
  CHECK(page.find("admit generate") == std::string::npos);
  for (const std::string command : {"check", "schema", "rules", "explain"}) {
    CHECK(page.find(".SH \"ADMIT " + command + "\"") != std::string::npos);
    const std::vector<std::string> options = options_in(run_tool({command, "--help"}).out);
    CHECK(!options.empty());
    for (const std::string& option : options) {
      CAPTURE(option);
      CHECK(page.find("--" + option) != std::string::npos);
      CHECK(completion.out.find("--" + option) != std::string::npos);
    }
  }
  CHECK(run_tool({"generate", "zsh"}).code == 2);
}

// What bash offers for a line, its words joined.
std::string offered(const std::string& script, const std::string& words, int at) {
  const std::string command = "bash -c 'source " + script + "; COMP_WORDS=(" + words +
                              "); COMP_CWORD=" + std::to_string(at) +
                              "; compopt() { :; }; _admit; echo \"${COMPREPLY[*]}\"'";
  std::string said;
  FILE* pipe = popen(command.c_str(), "r");
  REQUIRE(pipe != nullptr);
  char buffer[4096];
  while (fgets(buffer, sizeof buffer, pipe) != nullptr) said += buffer;
  REQUIRE(pclose(pipe) == 0);
  return said;
}

TEST_CASE("bash completes commands, options and values") {
  const TemporaryFolder folder;
  const std::string script =
      folder.write("admit.bash", run_tool({"generate", "bash-completion"}).out);
  CHECK(offered(script, "admit ch", 1) == "check\n");
  CHECK(offered(script, "admit check --stri", 2) == "--strict\n");
  CHECK(offered(script, "admit check --fail-on w", 3) == "warning\n");
  CHECK(offered(script, "admit check " + folder.path() + "/adm", 2) == script + '\n');
}

}  // namespace
