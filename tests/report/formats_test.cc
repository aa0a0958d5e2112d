// A fixed run in every format against tests/data/formats, byte by byte. With ADMIT_UPDATE_GOLDEN=1
// in the environment those files are written anew. No format gives a secret away.
#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <random>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "engine/cases.h"
#include "engine/secret_body.h"
#include "report/sample_run.h"
#include "report/text_renderer.h"

namespace {

namespace fs = std::filesystem;
using namespace admit;
using namespace admit::test;

const fs::path kFolder = fs::path(ADMIT_TEST_DATA) / "formats";

bool is_update_wanted() {
  const char* wish = std::getenv("ADMIT_UPDATE_GOLDEN");
  return wish != nullptr && std::string(wish) == "1";
}

TEST_CASE("the sample run holds what formats may stumble over") {
  const SampleRun sample = make_sample_run();
  const report::Summary& summary = sample.run.summary;
  CHECK(summary.accepted > 1);
  CHECK(summary.rejected > 4);
  CHECK(summary.undecided == 1);
  CHECK(summary.errors > 10);
  CHECK(summary.warnings > 2);
  CHECK(sample.run.documents.size() == summary.documents);
  bool has_related = false;
  bool has_later_document = false;
  for (const report::CheckedDocument& document : sample.run.documents) {
    has_later_document = has_later_document || document.index > 0;
    for (const Violation& v : document.report.violations()) {
      has_related = has_related || !v.related.empty();
    }
  }
  CHECK(has_related);
  CHECK(has_later_document);
}

TEST_CASE("the sample run is printed in every format as in tests/data/formats") {
  const std::vector<Rendered> all = render_all(make_sample_run());
  if (is_update_wanted()) return;
  std::set<std::string> names;
  for (const Rendered& rendered : all) {
    CAPTURE(rendered.file);
    names.insert(rendered.file);
    REQUIRE(fs::exists(kFolder / rendered.file));
    CHECK(rendered.bytes == read_bytes(kFolder / rendered.file));
  }
  CHECK(names.size() == 8);
  for (const auto& entry : fs::directory_iterator(kFolder)) {
    CHECK_MESSAGE(names.contains(entry.path().filename().string()), entry.path());
  }
}

TEST_CASE("the files of tests/data/formats are written anew on demand") {
  if (!is_update_wanted()) return;
  fs::create_directories(kFolder);
  std::size_t written = 0;
  for (const Rendered& rendered : render_all(make_sample_run())) {
    const fs::path path = kFolder / rendered.file;
    if (fs::exists(path) && read_bytes(path) == rendered.bytes) continue;
    std::ofstream(path, std::ios::binary) << rendered.bytes;
    ++written;
  }
  FAIL("ADMIT_UPDATE_GOLDEN is set: wrote " << written << " files below " << kFolder
                                            << "; read them");
}

// `$` stands for a secret, `<` and `>` surround the name of its member.
const std::vector<std::string_view> kBodies = {
    R"({"sourceType":"AI","serviceConfigs":[{"aiServiceConfig":{"<apiKeys>":[{"a":"$"},["$"],1,null,true,"$"]}}]})",
    R"({"sourceType":"K8S","serviceConfigs":[{"<apiKey>":"$","<x-secret-key>":"$","<authKey>":["$"],"namespace":"A","aiServiceConfig":{"<apiKeys>":["$"]},"dnsServers":["x"]}]})",
    R"({"sourceType":"AI","serviceConfigs":[{"aiServiceConfig":{"<apiKeys>":{"$":"$","$":1,"b":{"$":null}}}}]})",
    R"({"sourceType":"AI","serviceConfigs":[{"aiServiceConfig":{"<apiKeys>":["$"],"<apiKeys>":["$"],"x":tru}}]})",
};

TEST_CASE("planted secrets appear in no format") {
  std::mt19937 random(8);
  const Engine engine = build_engine(Options{.report_from = Severity::info});
  const text::SecretNames names;
  Scratch scratch;
  std::size_t judged = 0;
  for (int round = 0; round < 400; ++round) {
    SecretBody body(kBodies[random() % kBodies.size()], random);
    if (round % 2 == 1) body.mutate(random, true);
    if (!body.are_names_whole()) continue;
    const std::string text = body.text();
    SampleRun run;
    const Report report = engine.check(text, scratch);
    REQUIRE(!report.violations().empty());
    run.run.documents.push_back({"a.json", 0, report});
    run.text = text_report(engine, text, report, "a.json");
    for (const Rendered& rendered : render_all(run)) {
      const std::string leak = body.find_leak(rendered.bytes, names);
      if (!leak.empty()) FAIL_CHECK(rendered.file << ": leak of " << leak << " from " << text);
    }
    ++judged;
  }
  CHECK(judged > 200);
}

}  // namespace
