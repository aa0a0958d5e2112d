// `admit check --schema` and `--response`: documents that are no requests, and schemas that are
// bad.
#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

#include "cli/process.h"
#include "cli/requests.h"
#include "cli/schemas.h"
#include "lint/temporary_folder.h"

namespace {

using namespace admit::test;

// A folder with the orders' schema and the files that it refers to.
class Shop {
 public:
  Shop() {
    folder_.write("schemas/item.json", kItem);
    folder_.write("schemas/parts/unit.json", kUnit);
  }
  [[nodiscard]] const std::string& schema() const noexcept { return schema_; }
  [[nodiscard]] std::string operator/(std::string_view name) const { return folder_ / name; }
  std::string write(std::string_view name, std::string_view content) const {
    return folder_.write(name, content);
  }
  [[nodiscard]] Outcome check(std::vector<std::string> more) const {
    more.insert(more.begin(), {"check", "--schema", schema_, "--schema-dir", *this / "schemas"});
    return run_tool(more);
  }

 private:
  TemporaryFolder folder_;
  std::string schema_ = folder_.write("order.schema.json", kOrder);
};

TEST_CASE("a schema of one's own, with what it refers to") {
  const Shop shop;
  const std::string good = shop.write("orders/good.json", R"({"item":{"count":1,"unit":"kg"}})");
  const std::string bad = shop.write("orders/bad.json", R"({"item":{"count":0,"unit":"mile"}})");
  CHECK(shop.check({good}).code == 0);
  const Outcome outcome = shop.check({shop / "orders"});
  CHECK(outcome.code == 1);
  CHECK(outcome.errors.empty());
  CHECK(has(outcome.out, bad + ":1:"));
  CHECK(has(outcome.out, "[schema.minimum]"));
  CHECK(has(outcome.out, "[schema.enum]"));
  CHECK(outcome.out.ends_with("2 documents: 1 accepted, 1 rejected; 2 errors\n"));
}

TEST_CASE("of a folder every *.json file is checked, but for the schemas") {
  const Shop shop;
  const std::string list = shop.write("list.json", "[]");
  shop.write("orders/good.json", R"({"item":{}})");
  const Outcome outcome = shop.check({shop / ""});
  CHECK(outcome.code == 1);
  CHECK(has(outcome.out, list + ":1:1: error: "));
  CHECK(has(outcome.out, "2 documents: 1 accepted, 1 rejected"));
  CHECK(outcome.out.ends_with("; 3 files skipped\n"));
  const Outcome named = shop.check({shop.schema(), shop / "schemas/item.json"});
  CHECK(named.code == 1);
  CHECK(has(named.out, "2 documents: 2 rejected"));
}

TEST_CASE("nothing beside the schemas is nothing to check") {
  const Shop shop;
  const Outcome outcome = shop.check({shop / ""});
  CHECK(outcome.code == 2);
  CHECK(has(outcome.errors,
            "admit: nothing to check: there is no JSON or YAML file beside the schemas"));
}

TEST_CASE("neither rules nor defaults of requests apply") {
  const TemporaryFolder folder;
  const std::string schema = folder.write("plain.json", kPlain);
  const auto check = [&](std::string_view document, std::vector<std::string> more = {}) {
    more.insert(more.begin(), {"check", "--schema", schema, "-"});
    return run_tool(more, {.input = document});
  };
  const Outcome unknown = check(R"({"name":"a","serviceConfigs":1})");
  CHECK(unknown.code == 0);
  CHECK(!has(unknown.out, "schema.unknown-member"));
  CHECK(check(R"({"name":"a","b":1})", {"--unknown-members", "deny"}).code == 1);
  const Outcome null = check(R"({"name":null})");
  CHECK(null.code == 1);
  CHECK(has(null.out, "[schema.type]"));
}

TEST_CASE("--format json has no revision") {
  const TemporaryFolder folder;
  const std::string schema = folder.write("plain.json", kPlain);
  const Outcome outcome =
      run_tool({"check", "--schema", schema, "--format", "json", "-"}, {.input = "{}"});
  CHECK(outcome.code == 1);
  CHECK(has(outcome.out, "\"revision\":\"\""));
  CHECK(has(outcome.out, "\"code\":\"schema.required\""));
}

TEST_CASE("the schema from standard input") {
  const TemporaryFolder folder;
  const std::string document = folder.write("a.json", R"({"name":1})");
  const Outcome outcome = run_tool({"check", "--schema", "-", document}, {.input = kPlain});
  CHECK(outcome.code == 1);
  CHECK(has(outcome.out, document + ":1:"));
}

TEST_CASE("a bad schema is told on standard error, and nothing is checked") {
  const TemporaryFolder folder;
  const std::string misspelt = folder.write("misspelt.json", kMisspelt);
  const Outcome one = run_tool({"check", "--schema", misspelt, "-"}, {.input = "{}"});
  CHECK(one.code == 2);
  CHECK(one.out.empty());
  CHECK(one.errors.starts_with(misspelt + ":2:2: error: "));
  CHECK(has(one.errors, "[build.keyword]\n  2 |  \"requierd\":[\"name\"]}\n    |  ^~~~~~~~~~\n"));
  CHECK(has(one.errors, "`required`"));
  const Outcome relaxed =
      run_tool({"check", "--schema", misspelt, "--relaxed-keywords", "-"}, {.input = "{}"});
  CHECK(relaxed.code == 0);

  const std::string refused = folder.write("refused.json", kRefused);
  const Outcome all = run_tool({"check", "--schema", refused, "-"}, {.input = "{}"});
  CHECK(all.code == 2);
  CHECK(has(all.errors, refused + ":2:18: error: "));
  CHECK(has(all.errors, refused + ":3:13: error: "));
}

TEST_CASE("a fault in a file of --schema-dir names that file") {
  const Shop shop;
  const std::string item =
      shop.write("schemas/item.json", "{\"$id\":\"item.json\",\n \"requierd\":[\"a\"]}");
  const Outcome outcome = shop.check({"-"});
  CHECK(outcome.code == 2);
  CHECK(outcome.errors.starts_with(item + ":2:2: error: "));
}

TEST_CASE("a schema that is missing, or there twice") {
  const Shop shop;
  const Outcome missing =
      run_tool({"check", "--schema", shop.schema(), "-"}, {.input = R"({"item":{}})"});
  CHECK(missing.code == 2);
  CHECK(missing.errors.starts_with(shop.schema() + ":1:"));
  CHECK(has(missing.errors, "[build.reference]"));

  const std::string copy = shop.write("schemas/z.json", kItem);
  const Outcome twice = shop.check({"-"});
  CHECK(twice.code == 2);
  CHECK(has(twice.errors, "schemas/item.json` and `" + copy + "` have the same `$id`"));

  const Outcome no_folder =
      run_tool({"check", "--schema", shop.schema(), "--schema-dir", "/no/such", "-"});
  CHECK(no_folder.code == 2);
  CHECK(no_folder.errors == "admit: cannot read `/no/such`: No such file or directory\n");
}

TEST_CASE("warnings about the schema go to standard error and fail nothing") {
  const TemporaryFolder folder;
  const std::string schema = folder.write("unknown.json", kUnknownFormat);
  const Outcome outcome =
      run_tool({"check", "--schema", schema, "--fail-on", "warning", "-"}, {.input = "{}"});
  CHECK(outcome.code == 0);
  CHECK(outcome.errors.starts_with("admit: warning: " + schema + ":2:"));
  CHECK(has(outcome.errors, "[build.format]\n"));
  CHECK(outcome.out == "1 document: 1 accepted\n");
}

TEST_CASE("a code that the engine does not have is named, whatever the schema") {
  const TemporaryFolder folder;
  const std::string schema = folder.write("plain.json", kPlain);
  const Outcome outcome = run_tool(
      {"check", "--schema", schema, "--severity", "schema.nul=error", "-"}, {.input = "{}"});
  CHECK(outcome.code == 2);
  CHECK(outcome.errors.starts_with("admit: "));
  CHECK(has(outcome.errors, "`schema.null`"));
}

TEST_CASE("--response") {
  const TemporaryFolder folder;
  const std::string good = folder.write(
      "good.json",
      R"({"requestId":"C67D","code":"Ok","message":"success","data":{"serviceIds":["svc-1"]},"x":1})");
  const std::string bad = folder.write(
      "bad.json", R"({"requestId":"C67D","code":200,"data":{"serviceIds":["svc-1"]}})");
  const Outcome accepted = run_tool({"check", "--response", good});
  CHECK(accepted.code == 0);
  CHECK(accepted.out == "1 document: 1 accepted\n");
  const Outcome both = run_tool({"check", "--response", folder.path()});
  CHECK(both.code == 1);
  CHECK(has(both.out, bad + ":1:"));
  CHECK(has(both.out, "[schema.type]"));
  CHECK(has(both.out, "2 documents: 1 accepted, 1 rejected; 1 error\n"));
  CHECK(run_tool({"check", "--response", "--unknown-members", "deny", good}).code == 1);
  CHECK(run_tool({"check", "--response", "-"}, {.input = kGood}).code == 1);
  const TemporaryFolder empty;
  CHECK(has(run_tool({"check", "--response", empty.path()}).errors,
            "there is no JSON or YAML file\n"));
}

}  // namespace
