// `admit check` on YAML, on lists of files, and on standard input under another name.
#include <doctest/doctest.h>

#include <cstdint>
#include <filesystem>
#include <string>

#include "cli/process.h"
#include "cli/requests.h"
#include "lint/temporary_folder.h"

namespace {

using namespace admit::test;

constexpr const char* kYaml =
    "gatewayId: gw-cq7l5s5lhtgi6qasrdc0\nsourceType: VIP\nserviceConfigs:\n"
    "- {name: a, addresses: ['10.0.0.7:80']}\n";

TEST_CASE("a folder: JSON and YAML, requests alone, documents counted") {
  const TemporaryFolder folder;
  folder.write("a.json", kGood);
  folder.write("b.yaml", std::string(kYaml) + "---\nkind: Deployment\n---\n" + kYaml);
  folder.write("c.yml", "kind: Service\n");
  folder.write("d.yaml", "sourceType: VIPP\n");
  const Outcome outcome = run_tool({"check", folder.path()});
  CHECK(outcome.code == 1);
  CHECK(has(outcome.out, "d.yaml:1:13: error: `/sourceType` is `VIPP`"));
  CHECK(has(outcome.out, "4 documents: 3 accepted, 1 rejected"));
  CHECK(has(outcome.out, "1 file skipped"));
}

TEST_CASE("a stream that is named: each of its documents") {
  const TemporaryFolder folder;
  const std::string file =
      folder.write("b.yaml", std::string(kYaml) + "---\nsourceType: 5\n---\n" + kYaml);
  const Outcome outcome = run_tool({"check", "--format", "json", file});
  CHECK(outcome.code == 1);
  CHECK(has(outcome.out, R"("index":1,"verdict":"reject")"));
  CHECK(has(outcome.out, R"("index":2,"verdict":"accept")"));
  const std::size_t offset = std::string(kYaml).size() + std::string("---\nsourceType: ").size();
  CHECK(has(outcome.out,
            R"("start":{"offset":)" + std::to_string(offset) + R"(,"line":6,"column":13})"));
}

TEST_CASE("standard input under a name") {
  CHECK(run_tool({"check", "--stdin-filename", "x.yaml", "-"}, {.input = kYaml}).code == 0);
  CHECK(run_tool({"check", "-"}, {.input = kYaml}).code == 1);
  const Outcome outcome =
      run_tool({"check", "--stdin-filename", "deploy/x.yml", "-"}, {.input = "sourceType: 1\n"});
  CHECK(has(outcome.out, "deploy/x.yml:1:13: error: `/sourceType` must be a string"));
}

TEST_CASE("--files-from: names by lines and by NULs, others skipped") {
  const TemporaryFolder folder;
  const std::string a = folder.write("a.yaml", kYaml);
  const std::string b = folder.write("b c.json", kGood);
  const std::string text = folder.write("readme.md", "no request");
  const std::string other = folder.write("other.json", "{}");
  const std::string lines = a + "\n" + b + "\r\n" + text + "\n\n" + other;
  std::string nuls;
  for (const std::string& name : {a, b, text, other}) nuls += name + std::string(1, '\0');
  for (const std::string& list : {lines, nuls}) {
    const Outcome outcome = run_tool({"check", "--files-from", "-"}, {.input = list});
    CHECK(outcome.code == 0);
    CHECK(has(outcome.out, "2 documents: 2 accepted"));
    CHECK(has(outcome.out, "2 files skipped"));
  }
  const Outcome by_file = run_tool({"check", "--files-from", folder.write("list", lines), other});
  CHECK(has(by_file.out, "3 documents"));  // `other` is named, too
  CHECK(run_tool({"check", "--files-from", "-"}, {.input = text}).code == 0);
  CHECK(run_tool({"check", "--files-from", "-"}, {.input = folder.path() + "/gone.json"}).code ==
        3);
  CHECK(run_tool({"check", "--files-from", folder.path() + "/gone"}).code == 3);
  const std::string large = folder.write("large", "");
  std::filesystem::resize_file(large, (std::uintmax_t{64} << 20) + 1);
  const Outcome too_large = run_tool({"check", "--files-from", large});
  CHECK(too_large.code == 2);
  CHECK(has(too_large.errors, "larger than 64 MiB"));
  const Outcome twice = run_tool({"check", "--files-from", "-", "-"}, {.input = a});
  CHECK(twice.code == 2);
  CHECK(has(twice.errors, "standard input cannot be both the list of files and a document"));
}

}  // namespace
