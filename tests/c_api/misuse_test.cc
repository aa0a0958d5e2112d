// The C interface: null pointers, other versions of structs, indices beyond the end.
#include <doctest/doctest.h>

#include <cstddef>
#include <cstring>
#include <string>

#include "c_api/handles.h"

namespace {

using namespace admit::test;

struct Fixture {
  Built built = build_create_service();
  CScratch scratch{admit_scratch_create()};
  CReport report = check(built.engine, scratch, R"({"serviceConfigs": 1, "x": {}})");
};

TEST_CASE("null pointers get a status") {
  const Fixture f;
  int32_t accepted = 1;
  admit_report* report = nullptr;
  const admit_engine* engine = f.built.engine.get();
  CHECK(admit_engine_accepts(nullptr, f.scratch.get(), "", 0, &accepted) == ADMIT_ERROR_ARGUMENT);
  CHECK(accepted == 0);
  CHECK(admit_engine_accepts(engine, nullptr, "", 0, &accepted) == ADMIT_ERROR_ARGUMENT);
  CHECK(admit_engine_accepts(engine, f.scratch.get(), nullptr, 1, &accepted) ==
        ADMIT_ERROR_ARGUMENT);
  CHECK(admit_engine_accepts(engine, f.scratch.get(), nullptr, 0, &accepted) == ADMIT_OK);
  CHECK(accepted == 0);  // an empty body
  CHECK(admit_engine_accepts(engine, f.scratch.get(), "", 0, nullptr) == ADMIT_ERROR_ARGUMENT);
  CHECK(admit_engine_check(engine, f.scratch.get(), "", 0, nullptr) == ADMIT_ERROR_ARGUMENT);
  CHECK(admit_engine_check(nullptr, f.scratch.get(), "", 0, &report) == ADMIT_ERROR_ARGUMENT);
  CHECK(admit_engine_create_service(nullptr, nullptr, nullptr) == ADMIT_ERROR_ARGUMENT);
  admit_engine* made = nullptr;
  CHECK(admit_engine_build(nullptr, 3, nullptr, &made, nullptr) == ADMIT_ERROR_ARGUMENT);
  CHECK(admit_engine_build("{", 1, nullptr, &made, nullptr) == ADMIT_ERROR_BUILD);
  CHECK(made == nullptr);
  CHECK(admit_options_set(nullptr, "strict", 6, "true", 4, nullptr) == ADMIT_ERROR_ARGUMENT);
  CHECK(admit_report_summary(nullptr, nullptr) == ADMIT_ERROR_ARGUMENT);
  CHECK(admit_report_summary(f.report.get(), nullptr) == ADMIT_ERROR_ARGUMENT);
  CHECK(admit_report_violation(nullptr, 0, nullptr) == ADMIT_ERROR_ARGUMENT);
  CHECK(admit_report_http_status(nullptr) == 503);
  CHECK(admit_error_report(nullptr) == nullptr);
  CHECK(str(admit_error_text(nullptr)).empty());
  CHECK(str(admit_text_view(nullptr)).empty());
  CHECK(admit_engine_retain(nullptr) == nullptr);
  CHECK(admit_engine_warning_count(nullptr) == 0);
}

TEST_CASE("null may be given back") {
  admit_error_destroy(nullptr);
  admit_options_destroy(nullptr);
  admit_engine_release(nullptr);
  admit_scratch_destroy(nullptr);
  admit_report_destroy(nullptr);
  admit_text_destroy(nullptr);
}

TEST_CASE("structs of another version of the header") {
  const Fixture f;
  auto summary = sized<admit_summary>();
  SUBCASE("an older one is filled in as far as it goes") {
    summary.size = offsetof(admit_summary, omitted);
    summary.errors = 77;
    REQUIRE(admit_report_summary(f.report.get(), &summary) == ADMIT_OK);
    CHECK(summary.size == offsetof(admit_summary, omitted));
    CHECK(summary.violations > 0);
    CHECK(summary.errors == 77);
  }
  SUBCASE("of a newer one the rest is left alone") {
    struct Newer {
      admit_summary known;
      char added[16];
    } newer{};
    std::memset(newer.added, 'x', sizeof newer.added);
    newer.known.size = sizeof newer;
    REQUIRE(admit_report_summary(f.report.get(), &newer.known) == ADMIT_OK);
    CHECK(newer.known.size == sizeof(admit_summary));
    CHECK(std::string(newer.added, sizeof newer.added) == std::string(16, 'x'));
  }
  SUBCASE("a size that nobody set is refused") {
    summary.size = 0;
    CHECK(admit_report_summary(f.report.get(), &summary) == ADMIT_ERROR_ARGUMENT);
    admit_text* text = nullptr;
    const admit_render_input input{};
    CHECK(admit_report_render(f.report.get(), "text", 4, &input, &text) == ADMIT_ERROR_ARGUMENT);
  }
}

TEST_CASE("indices beyond the end") {
  const Fixture f;
  auto summary = sized<admit_summary>();
  REQUIRE(admit_report_summary(f.report.get(), &summary) == ADMIT_OK);
  auto violation = sized<admit_violation>();
  CHECK(admit_report_violation(f.report.get(), summary.violations, &violation) ==
        ADMIT_ERROR_RANGE);
  REQUIRE(admit_report_violation(f.report.get(), 0, &violation) == ADMIT_OK);
  auto param = sized<admit_param>();
  auto related = sized<admit_related>();
  admit_string text{};
  CHECK(admit_report_param(f.report.get(), 0, violation.params, &param) == ADMIT_ERROR_RANGE);
  CHECK(admit_report_param_string(f.report.get(), 0, violation.params, 0, &text) ==
        ADMIT_ERROR_RANGE);
  CHECK(admit_report_related(f.report.get(), 0, violation.related, &related) == ADMIT_ERROR_RANGE);
  CHECK(admit_report_related(f.report.get(), static_cast<std::size_t>(-1), 0, &related) ==
        ADMIT_ERROR_RANGE);
}

TEST_CASE("every status has a text of its own") {
  std::string all;
  for (admit_status status = ADMIT_OK; status <= ADMIT_ERROR_INTERNAL + 1; ++status) {
    const std::string text = admit_status_text(status);
    CHECK(all.find('\n' + text + '\n') == std::string::npos);
    all += '\n' + text + '\n';
  }
  CHECK(all.find("an unknown status") != std::string::npos);
}

}  // namespace
