// The C interface: what it says is what the C++ one says, and misuse gets a status.
#include <doctest/doctest.h>

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <thread>
#include <variant>
#include <vector>

#include "admit/engine.h"
#include "c_api/handles.h"
#include "engine/cases.h"
#include "report/json_renderer.h"

namespace {

using namespace admit;
using namespace admit::test;

std::string json_of(const Engine& engine, std::string_view body) {
  Scratch scratch;
  report::Run run;
  run.revision = engine.options().revision;
  run.documents.push_back({"<stdin>", 0, engine.check(body, scratch)});
  run.summary.add(run.documents.front().report);
  return report::render_json(run, ADMIT_VERSION);
}

constexpr std::string_view kBad = R"({"sourceType": "MSE_NACOS", "serviceConfigs": [
  {"name": "a", "addresses": ["10.0.0.8:99999"], "qualifier": ""}]})";

TEST_CASE("all cases: the report in C is that in C++, in every byte") {
  const Engine engine = build_engine(Options{});
  const Built built = build_create_service();
  REQUIRE(built.status == ADMIT_OK);
  const CScratch scratch(admit_scratch_create());
  for (const Case& one : load_all_cases()) {
    INFO(one.body);
    const CReport report = check(built.engine, scratch, one.body);
    CHECK(render(report, "json") == json_of(engine, one.body));
    int32_t accepted = -1;
    CHECK(admit_engine_accepts(built.engine.get(), scratch.get(), one.body.data(), one.body.size(),
                               &accepted) == ADMIT_OK);
    auto summary = sized<admit_summary>();
    REQUIRE(admit_report_summary(report.get(), &summary) == ADMIT_OK);
    CHECK(accepted == (summary.verdict == ADMIT_ACCEPT ? 1 : 0));
  }
}

// The parameters and related places of a violation are those in C++.
void check_params(const CReport& report, std::size_t i, const Violation& want) {
  auto got = sized<admit_violation>();
  REQUIRE(admit_report_violation(report.get(), i, &got) == ADMIT_OK);
  REQUIRE(got.params == want.params.size());
  REQUIRE(got.related == want.related.size());
  for (std::size_t p = 0; p < got.params; ++p) {
    auto param = sized<admit_param>();
    REQUIRE(admit_report_param(report.get(), i, p, &param) == ADMIT_OK);
    CHECK(str(param.name) == want.params[p].name);
    const ParamValue& value = want.params[p].value;
    CHECK(param.kind == static_cast<int32_t>(value.index()));
    if (const auto* integer = std::get_if<std::int64_t>(&value)) {
      CHECK(param.int64_value == *integer);
    } else if (const auto* count = std::get_if<std::uint64_t>(&value)) {
      CHECK(param.uint64_value == *count);
    } else if (const auto* number = std::get_if<double>(&value)) {
      CHECK(param.double_value == *number);
    } else if (const auto* words = std::get_if<std::string>(&value)) {
      CHECK(str(param.string_value) == *words);
    } else {
      CHECK(param.strings == std::get<std::vector<std::string>>(value).size());
    }
    for (std::size_t s = 0; s < param.strings; ++s) {
      admit_string text{};
      REQUIRE(admit_report_param_string(report.get(), i, p, s, &text) == ADMIT_OK);
      CHECK(str(text) == std::get<std::vector<std::string>>(value)[s]);
    }
  }
  for (std::size_t r = 0; r < got.related; ++r) {
    auto related = sized<admit_related>();
    REQUIRE(admit_report_related(report.get(), i, r, &related) == ADMIT_OK);
    CHECK(str(related.pointer) == want.related[r].pointer);
    CHECK(str(related.message) == want.related[r].message);
  }
}

TEST_CASE("violations can be walked, with parameters and related places") {
  const Built built = build_create_service();
  const CScratch scratch(admit_scratch_create());
  const CReport report = check(built.engine, scratch, kBad);
  auto summary = sized<admit_summary>();
  REQUIRE(admit_report_summary(report.get(), &summary) == ADMIT_OK);
  CHECK(summary.verdict == ADMIT_REJECT);
  REQUIRE(summary.violations > 0);
  CHECK(summary.errors + summary.warnings + summary.infos == summary.violations);

  const Engine engine = build_engine(Options{});
  Scratch own;
  const Report expected = engine.check(kBad, own);
  REQUIRE(summary.violations == expected.violations().size());
  for (std::size_t i = 0; i < summary.violations; ++i) {
    const Violation& want = expected.violations()[i];
    auto got = sized<admit_violation>();
    REQUIRE(admit_report_violation(report.get(), i, &got) == ADMIT_OK);
    CHECK(str(got.code) == want.code);
    CHECK(got.severity == static_cast<int32_t>(want.severity));
    CHECK(str(got.pointer) == want.pointer);
    CHECK(str(got.message) == want.message());
    CHECK(got.message.data[got.message.size] == '\0');
    CHECK(str(got.hint) == want.hint);
    CHECK(str(got.source) == want.source);
    CHECK((got.has_because == 1) == want.because.has_value());
    if (want.because) CHECK(str(got.because) == *want.because);
    CHECK(got.range.start.offset == want.range.start.offset);
    CHECK(got.range.end.column == want.range.end.column);
    check_params(report, i, want);
  }
}

TEST_CASE("parameters of every kind") {
  constexpr std::string_view kSchema = R"({"required": ["word"], "properties": {
    "integer": {"minimum": 3}, "number": {"maximum": 1.5}, "large": {"minimum": 1e30},
    "several": {"oneOf": [{"title": "one"}, {"title": "other"}]}}})";
  constexpr std::string_view kBody =
      R"({"integer": 1, "number": 2, "large": 18446744073709551615, "several": 1, "several": 1})";
  const Built built = build_own(kSchema);
  auto own = Engine::build(kSchema, {});
  REQUIRE(built.status == ADMIT_OK);
  REQUIRE(own.has_value());
  const CScratch scratch(admit_scratch_create());
  const CReport report = check(built.engine, scratch, kBody);
  Scratch own_scratch;
  const Report expected = own.value().check(kBody, own_scratch);
  std::set<std::size_t> kinds;
  std::size_t related = 0;
  for (std::size_t i = 0; i < expected.violations().size(); ++i) {
    const Violation& want = expected.violations()[i];
    check_params(report, i, want);
    for (const Param& param : want.params) kinds.insert(param.value.index());
    related += want.related.size();
  }
  CHECK(kinds == std::set<std::size_t>{0, 1, 2, 3, 4});
  CHECK(related > 0);
}

TEST_CASE("a report outlives body, scratch and engine") {
  CReport report;
  {
    const std::string body(kBad);
    const Built built = build_create_service();
    const CScratch scratch(admit_scratch_create());
    report = check(built.engine, scratch, body);
  }
  CHECK(render(report, "text").find("service.namespace-required") != std::string::npos);
}

TEST_CASE("a scratch in use says so, and is free again afterwards") {
  const Built built = build_create_service();
  const CScratch scratch(admit_scratch_create());
  // A body that takes a while, so that the other thread meets it.
  std::string body = "[";
  for (int i = 0; i < 9000; ++i) body += R"({"a":"0123456789012345678901234567890123456789"},)";
  body.back() = ']';
  const auto accepts = [&](std::string_view text, int32_t& accepted) {
    return admit_engine_accepts(built.engine.get(), scratch.get(), text.data(), text.size(),
                                &accepted);
  };
  bool met = false;
  for (int round = 0; round < 50 && !met; ++round) {
    std::atomic<bool> is_done = false;
    std::thread other([&] {
      int32_t accepted = 0;
      while (accepts(body, accepted) == ADMIT_ERROR_BUSY) std::this_thread::yield();
      is_done = true;
    });
    while (!is_done && !met) {
      int32_t accepted = 1;
      met = accepts("1", accepted) == ADMIT_ERROR_BUSY;
      CHECK(accepted == 0);
    }
    other.join();
  }
  CHECK(met);
  int32_t accepted = 0;
  CHECK(accepts("1", accepted) == ADMIT_OK);
}

TEST_CASE("threads share one engine by references") {
  Built built = build_create_service();
  const admit_engine* engine = built.engine.get();
  std::vector<std::thread> threads;
  std::vector<std::size_t> wrong(4);
  for (std::size_t t = 0; t < wrong.size(); ++t) {
    threads.emplace_back([&, t, mine = CEngine(admit_engine_retain(engine))] {
      const CScratch scratch(admit_scratch_create());
      for (int i = 0; i < 50; ++i) {
        const CReport report = check(mine, scratch, kBad);
        auto summary = sized<admit_summary>();
        admit_report_summary(report.get(), &summary);
        if (summary.verdict != ADMIT_REJECT) ++wrong[t];
      }
    });
  }
  built.engine.reset();
  for (std::thread& thread : threads) thread.join();
  CHECK(wrong == std::vector<std::size_t>(4));
}

TEST_CASE("counters") {
  const Built built = build_create_service();
  const CScratch scratch(admit_scratch_create());
  check(built.engine, scratch, kBad);
  check(built.engine, scratch, "{}");
  auto counters = sized<admit_counters>();
  REQUIRE(admit_scratch_counters(scratch.get(), &counters) == ADMIT_OK);
  CHECK(counters.proved + counters.explained == 2);
  CHECK(counters.undecided == 0);
}

TEST_CASE("versions") {
  CHECK(admit_abi_version() == ADMIT_ABI_VERSION);
  CHECK(std::string(admit_version()) == ADMIT_VERSION);
}

}  // namespace
