// The C interface: options by name, builds and their errors.
#include <doctest/doctest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstddef>
#include <string>
#include <string_view>

#include "c_api/handles.h"

namespace {

using namespace admit::test;

admit_fault fault_of(const CError& error) {
  auto fault = sized<admit_fault>();
  REQUIRE(admit_error_fault(error.get(), &fault) == ADMIT_OK);
  return fault;
}

TEST_CASE("every option can be set, and a wrong value names the option") {
  struct Row {
    std::string_view name, good, bad, message;
  };
  constexpr Row kRows[] = {
      {"revision", "2026-02-05", "", ""},
      {"strict", "true", "yes", "`yes` is none of false, true"},
      {"severity", "schema.null=error", "schema.null", "is not of the form CODE=LEVEL"},
      {"report_from", "error", "ignore", "`ignore` is none of error, warning, info"},
      {"unknown_members", "deny", "refuse", "`refuse` is none of ignore, warn, deny"},
      {"null_is_absent", "false", "0", "`0` is none of"},
      {"secret_member", "token", "", ""},
      {"relaxed_keywords", "true", "TRUE", "`TRUE` is none of"},
      {"max_body_bytes", "4096", "4k", "`4k` is not a positive whole number"},
      {"max_depth", "9", "0", "`0` is not a positive whole number"},
      {"max_violations", "3", "-1", "`-1` is not"},
      {"max_array_items", "18446744073709551615", "18446744073709551616", "is not"},
      {"max_schema_depth", "8", " 8", "is not"},
      {"max_work", "1000", "", "is not"},
  };
  const COptions options(admit_options_create());
  for (const Row& row : kRows) {
    CAPTURE(row.name);
    CHECK(set(options, row.name, row.good) == ADMIT_OK);
    if (row.message.empty()) continue;
    CError error;
    CHECK(set(options, row.name, row.bad, &error) == ADMIT_ERROR_OPTION);
    const std::string message = str(fault_of(error).message);
    CHECK(message.find(row.message) != std::string::npos);
    CHECK(message.find(row.name) != std::string::npos);
    CHECK(str(fault_of(error).code) == "build.option");
  }
  CError error;
  CHECK(set(options, "max_dept", "1", &error) == ADMIT_ERROR_OPTION);
  CHECK(str(fault_of(error).hint) == "did you mean `max_depth`?");
}

TEST_CASE("options have their effect") {
  const COptions options(admit_options_create());
  REQUIRE(set(options, "max_body_bytes", "10") == ADMIT_OK);
  REQUIRE(set(options, "severity", "service.*=ignore") == ADMIT_OK);
  REQUIRE(set(options, "report_from", "error") == ADMIT_OK);
  const Built built = build_create_service(options.get());
  REQUIRE(built.status == ADMIT_OK);
  const CScratch scratch(admit_scratch_create());
  int32_t accepted = 0;
  CHECK(admit_engine_accepts(built.engine.get(), scratch.get(), "{}", 2, &accepted) == ADMIT_OK);
  CHECK(accepted == 1);
  CHECK(admit_report_http_status(check(built.engine, scratch, "{        }").get()) == 0);
  CHECK(admit_report_http_status(check(built.engine, scratch, "{         }").get()) == 413);
}

TEST_CASE("what no engine can be made of") {
  const COptions options(admit_options_create());
  REQUIRE(set(options, "revision", "2020-01-01") == ADMIT_OK);
  const Built old = build_create_service(options.get());
  CHECK(old.status == ADMIT_ERROR_BUILD);
  CHECK(old.engine == nullptr);
  CHECK(str(fault_of(old.error).code) == "build.option");
  CHECK(admit_error_report(old.error.get()) == nullptr);

  const Built misspelt = build_own(R"({"requird": ["a"]})");
  REQUIRE(misspelt.status == ADMIT_ERROR_BUILD);
  const admit_fault fault = fault_of(misspelt.error);
  CHECK(fault.has_position == 1);
  CHECK(fault.position.column == 2);
  CHECK(str(admit_error_text(misspelt.error.get())).starts_with("1:2: the keyword `requird`"));

  const Built invalid = build_own(R"({"type": 1, "minimum": "2"})");
  REQUIRE(invalid.status == ADMIT_ERROR_BUILD);
  auto summary = sized<admit_summary>();
  REQUIRE(admit_report_summary(admit_error_report(invalid.error.get()), &summary) == ADMIT_OK);
  CHECK(summary.violations == 2);
  CHECK(str(admit_error_text(invalid.error.get())).find("(and 1 more)") != std::string::npos);
}

TEST_CASE("documents of other URIs, and warnings") {
  constexpr std::string_view kSchema = R"({"$ref": "https://example.com/a.json"})";
  CHECK(str(fault_of(build_own(kSchema).error).code) == "build.reference");

  const COptions options(admit_options_create());
  constexpr std::string_view kUri = "https://example.com/a.json";
  constexpr std::string_view kOther = R"({"type": "string", "format": "zip"})";
  REQUIRE(admit_options_add_schema(options.get(), kUri.data(), kUri.size(), kOther.data(),
                                   kOther.size()) == ADMIT_OK);
  const Built built = build_own(kSchema, options.get());
  REQUIRE(built.status == ADMIT_OK);
  const CScratch scratch(admit_scratch_create());
  CHECK(admit_report_http_status(check(built.engine, scratch, "1").get()) == 400);
  REQUIRE(admit_engine_warning_count(built.engine.get()) == 1);
  auto warning = sized<admit_fault>();
  REQUIRE(admit_engine_warning(built.engine.get(), 0, &warning) == ADMIT_OK);
  CHECK(str(warning.code) == "build.format");
  CHECK(str(warning.document) == kUri);
  CHECK(admit_engine_warning(built.engine.get(), 1, &warning) == ADMIT_ERROR_RANGE);
}

TEST_CASE("an engine made before a fork works in parent and child") {
  const Built built = build_create_service();
  const auto works = [&] {
    const CScratch scratch(admit_scratch_create());
    return admit_report_http_status(check(built.engine, scratch, "[]").get()) == 400 &&
           admit_report_http_status(check(built.engine, scratch, kAcceptedBody).get()) == 0;
  };
  const pid_t child = fork();
  REQUIRE(child >= 0);
  if (child == 0) _exit(works() ? 0 : 1);
  CHECK(works());
  int status = -1;
  REQUIRE(waitpid(child, &status, 0) == child);
  CHECK(WIFEXITED(status));
  CHECK(WEXITSTATUS(status) == 0);
}

}  // namespace
