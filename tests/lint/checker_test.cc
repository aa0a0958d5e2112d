// Checker: what a listener hears of, in which order, and what is counted.
#include "lint/checker.h"

#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <vector>

#include "admit/create_service.h"
#include "lint/temporary_folder.h"

namespace {

using admit::test::TemporaryFolder;

constexpr const char* kRequest = R"({"sourceType":"K8S","serviceConfigs":[{"name":"a"}]})";

// Notes "FILE VERDICT" and "FILE unreadable"; ends the run after `most` documents.
class Log final : public admit::lint::Listener {
 public:
  explicit Log(std::size_t most = 1000) : most_(most) {}

  bool on_document(admit::report::CheckedDocument document, const admit::Source& source) override {
    lines.push_back(document.file + ' ' + std::string(to_string(document.report.verdict())));
    sources.emplace_back(source.text);
    return --most_ > 0;
  }
  void on_unreadable(const admit::lint::Unreadable& what) override {
    lines.push_back(what.path + " unreadable");
  }

  std::vector<std::string> lines;
  std::vector<std::string> sources;

 private:
  std::size_t most_;
};

admit::lint::Outcome check(const std::vector<std::string>& arguments, Log& log,
                           std::size_t threads = 1) {
  const auto engine = admit::create_service_engine();
  REQUIRE(engine.has_value());
  return admit::lint::Checker(log, {.threads = threads}).check_all(engine.value(), arguments);
}

TEST_CASE("a listener hears of documents and of what cannot be read, with the text of each") {
  const TemporaryFolder folder;
  const std::string good = folder.write("m/good.json", "{\"serviceConfigs\":[{\"name\":\"a\"}]}");
  const std::string bad = folder.write("m/bad.json", kRequest);
  folder.write("m/other.json", "{}");
  Log log;
  const auto outcome = check({folder / "gone.json", folder / "m"}, log);
  CHECK(log.lines == std::vector<std::string>{folder / "gone.json" + " unreadable", bad + " reject",
                                              good + " accept"});
  CHECK(log.sources ==
        std::vector<std::string>{kRequest, "{\"serviceConfigs\":[{\"name\":\"a\"}]}"});
  CHECK(outcome.unreadable == 1);
  CHECK(outcome.summary.documents == 2);
  CHECK(outcome.summary.accepted == 1);
  CHECK(outcome.summary.rejected == 1);
  CHECK(outcome.summary.skipped == 1);
  CHECK(outcome.summary.errors == 1);
}

TEST_CASE("a listener that has had enough ends the run") {
  const TemporaryFolder folder;
  for (const char* name : {"a.json", "b.json", "c.json"}) folder.write(name, kRequest);
  Log log(2);
  const auto outcome = check({folder.path()}, log);
  CHECK(log.lines.size() == 2);
  CHECK(outcome.summary.documents == 2);
}

TEST_CASE("threads tell the same, in the same order, as one alone") {
  const TemporaryFolder folder;
  for (int i = 0; i < 600; ++i) {
    const std::string name = "f" + std::to_string(i);
    if (i % 3 == 0) folder.write(name + ".json", kRequest);
    if (i % 3 == 1) folder.write(name + ".yaml", "sourceType: K8S\n---\nsourceType: 1\n");
    if (i % 3 == 2) folder.write(name + ".json", "{\"kind\": 1}");
  }
  std::vector<std::string> arguments = {folder / "gone.json", folder.path()};
  Log alone;
  const auto expected = check(arguments, alone);
  Log several;
  const auto outcome = check(arguments, several, 4);
  CHECK(several.lines == alone.lines);
  CHECK(outcome.summary.documents == expected.summary.documents);
  CHECK(outcome.summary.skipped == expected.summary.skipped);
  CHECK(outcome.unreadable == expected.unreadable);
  Log impatient(5);
  CHECK(check(arguments, impatient, 4).summary.documents == 5);
}

}  // namespace
