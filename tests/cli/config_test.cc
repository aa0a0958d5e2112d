// `admit check` under a configuration, with chosen codes, and in threads.
#include <doctest/doctest.h>

#include <string>

#include "cli/process.h"
#include "cli/requests.h"
#include "lint/temporary_folder.h"

namespace {

using namespace admit::test;

constexpr const char* kZeroPort =
    "sourceType: VIP\nserviceConfigs: [{name: a, addresses: ['10.0.0.7:0']}]\n";

TEST_CASE("admit.yaml: severities, overrides, and what is left out") {
  const TemporaryFolder folder;
  folder.write("admit.yaml",
               "severities: {service.gateway-id-missing: ignore}\nexclude: [gen]\n"
               "overrides:\n- files: ['legacy/**']\n  severities: {'endpoint.*': info}\n");
  const std::string own = folder.write("a.yaml", kZeroPort);
  const std::string legacy = folder.write("legacy/b.yaml", kZeroPort);
  const std::string generated = folder.write("gen/c.yaml", kZeroPort);
  const Outcome all = run_tool({"check", folder.path()});
  CHECK(all.code == 1);
  CHECK(has(all.out, "a.yaml:2:50: error"));
  CHECK(has(all.out, "legacy/b.yaml:2:50: info"));
  CHECK(has(all.out, "2 documents: 1 accepted, 1 rejected; 1 error; 2 files skipped"));
  CHECK(has(run_tool({"check", generated}).out, "error"));  // named, so that it is checked
  CHECK(run_tool({"check", legacy}).code == 0);
  CHECK(run_tool({"check", legacy, "--no-config"}).code == 1);
  // What the command line says counts more.
  CHECK(run_tool({"check", legacy, "--severity", "endpoint.port-range=error"}).code == 1);
  CHECK(run_tool({"check", own, "--severity", "endpoint.*=ignore"}).code == 0);
}

TEST_CASE("--config, and configurations that cannot be used") {
  const TemporaryFolder folder;
  const std::string file = folder.write("a.yaml", kZeroPort);
  const std::string config = folder.write("c.yaml", "severities: {endpoint.port-range: ignore}\n");
  CHECK(run_tool({"check", file, "--config", config}).code == 0);
  const std::string wrong = folder.write("w.yaml", "strict: maybe\n");
  const Outcome refused = run_tool({"check", file, "--config", wrong});
  CHECK(refused.code == 2);
  CHECK(refused.out.empty());
  CHECK(has(refused.errors, "w.yaml:1:9: error: `/strict` must be true or false, not a string"));
  CHECK(run_tool({"check", file, "--config", folder / "none.yaml"}).code == 3);
  CHECK(run_tool({"check", "--response", file, "--config", config}).code == 2);
  CHECK(run_tool({"check", file, "--config", config, "--no-config"}).code == 2);
}

TEST_CASE("--select and --ignore take codes and families") {
  const TemporaryFolder folder;
  const std::string file = folder.write("a.yaml", kZeroPort);
  const Outcome endpoint = run_tool({"check", "--select", "endpoint", file});
  CHECK(endpoint.code == 1);
  CHECK(has(endpoint.out, "1 error\n"));
  CHECK(!has(endpoint.out, "gateway-id"));
  CHECK(run_tool({"check", "--select", "service.gateway-id-missing", file}).code == 0);
  CHECK(run_tool({"check", "--ignore", "endpoint", file}).code == 0);
  CHECK(run_tool({"check", "--ignore", "endpoint.port-range", file}).code == 0);
  const Outcome unknown = run_tool({"check", "--select", "endpoint.port-rang", file});
  CHECK(unknown.code == 2);
  CHECK(has(unknown.errors, "did you mean `endpoint.port-range`?"));
  const std::string schema = folder.write("s.json", R"({"type": "object", "required": ["x"]})");
  CHECK(run_tool({"check", "--schema", schema, file}).code == 1);
  CHECK(run_tool({"check", "--schema", schema, "--select", "schema.type", file}).code == 0);
  CHECK(run_tool({"check", "--schema", schema, "--select", "endpoint", file}).code == 2);
  // What cannot be read stays an error, whatever is selected.
  CHECK(run_tool({"check", "--select", "endpoint", folder.write("b.yaml", "a: [")}).code == 1);
  CHECK(run_tool({"check", "--ignore", "input", file}).code == 2);
}

TEST_CASE("threads print what one alone prints") {
  const TemporaryFolder folder;
  for (int i = 0; i < 40; ++i) {
    folder.write("f" + std::to_string(i) + ".yaml", i % 2 == 0 ? kZeroPort : "sourceType: 1\n");
  }
  const Outcome alone = run_tool({"check", folder.path()});
  const Outcome several = run_tool({"check", "-j", "4", folder.path()});
  CHECK(several.out == alone.out);
  CHECK(several.code == alone.code);
  CHECK(run_tool({"check", "--jobs", "0", folder.path()}).code == 2);
  CHECK(run_tool({"check", "--jobs", "257", folder.path()}).code == 2);
}

}  // namespace
