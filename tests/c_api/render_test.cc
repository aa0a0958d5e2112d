// The C interface: reports and refusals as text, and the answers that clients get.
#include <doctest/doctest.h>
#include <rapidjson/document.h>

#include <string>
#include <string_view>

#include "c_api/handles.h"

namespace {

using namespace admit::test;

constexpr std::string_view kBad = R"({"sourceType": "MSE_NACOS", "serviceConfigs": [
  {"name": "a", "unknown": 1, "aiServiceConfig": {"apiKeys": ["hunter2"], "address": 5}}]})";

admit_render_input input_of(std::string_view body) {
  auto input = sized<admit_render_input>();
  input.body = {body.data(), body.size()};
  input.file = {"a.json", 6};
  input.request_id = {"r-\"1\"", 5};
  return input;
}

CReport report_of(std::string_view body, const COptions& options = nullptr) {
  const Built built = build_create_service(options.get());
  const CScratch scratch(admit_scratch_create());
  return check(built.engine, scratch, body);
}

rapidjson::Document parsed(const std::string& text) {
  rapidjson::Document document;
  document.Parse(text.c_str());
  REQUIRE(!document.HasParseError());
  return document;
}

TEST_CASE("problem: RFC 9457, with the members of the API's own shape") {
  const admit_render_input input = input_of(kBad);
  const CReport report = report_of(kBad);
  const rapidjson::Document answer = parsed(render(report, "problem", &input));
  CHECK(answer["type"].GetString() == std::string("about:blank"));
  CHECK(answer["title"].GetString() == std::string("Bad Request"));
  CHECK(answer["status"].GetInt() == 400);
  CHECK(admit_report_http_status(report.get()) == 400);
  CHECK(answer["requestId"].GetString() == std::string("r-\"1\""));
  CHECK(answer["code"].GetString() == std::string("InvalidParameter"));
  CHECK(answer["message"] == answer["detail"]);

  auto summary = sized<admit_summary>();
  admit_report_summary(report.get(), &summary);
  REQUIRE(summary.warnings > 0);  // which a client is not told
  REQUIRE(answer["errors"].Size() == summary.errors);
  std::size_t next = 0;
  for (const auto& error : answer["errors"].GetArray()) {
    auto violation = sized<admit_violation>();
    do {
      REQUIRE(admit_report_violation(report.get(), next++, &violation) == ADMIT_OK);
    } while (violation.severity != ADMIT_SEVERITY_ERROR);
    CHECK(error["code"].GetString() == str(violation.code));
    CHECK(error["pointer"].GetString() == str(violation.pointer));
    CHECK(error["detail"].GetString() == str(violation.message));
    CHECK(error.HasMember("hint") == (violation.hint.size > 0));
  }
}

TEST_CASE("api: requestId, code and message alone") {
  const admit_render_input input = input_of(kBad);
  const rapidjson::Document answer = parsed(render(report_of(kBad), "api", &input));
  CHECK(answer.MemberCount() == 3);
  CHECK(answer["requestId"].GetString() == std::string("r-\"1\""));
  CHECK(answer["code"].GetString() == std::string("InvalidParameter"));
  CHECK(std::string(answer["message"].GetString()).find("more)") != std::string::npos);
}

TEST_CASE("errors beyond the cap are counted") {
  const COptions options(admit_options_create());
  REQUIRE(set(options, "max_violations", "1") == ADMIT_OK);
  const CReport report = report_of(kBad, options);
  auto summary = sized<admit_summary>();
  admit_report_summary(report.get(), &summary);
  const rapidjson::Document answer = parsed(render(report, "problem"));
  CHECK(answer["errors"].Size() == 1);
  CHECK(answer["omitted"].GetUint64() == summary.errors - 1);
  CHECK(!answer.HasMember("requestId"));
}

TEST_CASE("a body over the limit is 413, no verdict is 503") {
  const COptions options(admit_options_create());
  REQUIRE(set(options, "max_body_bytes", "2") == ADMIT_OK);
  const CReport large = report_of("{ }", options);
  CHECK(admit_report_http_status(large.get()) == 413);
  CHECK(parsed(render(large, "problem"))["title"].GetString() == std::string("Content Too Large"));

  REQUIRE(set(options, "max_body_bytes", "1000") == ADMIT_OK);
  REQUIRE(set(options, "max_work", "1") == ADMIT_OK);
  const CReport undecided = report_of(kBad, options);
  CHECK(admit_report_http_status(undecided.get()) == 503);
  auto summary = sized<admit_summary>();
  admit_report_summary(undecided.get(), &summary);
  CHECK(summary.verdict == ADMIT_UNDECIDED);
  CHECK(str(summary.undecided_reason).starts_with("limit.work"));
  const rapidjson::Document answer = parsed(render(undecided, "problem"));
  CHECK(answer["status"].GetInt() == 503);
  CHECK(!answer.HasMember("errors"));
}

TEST_CASE("secrets are in no format, the user's own included") {
  const COptions options(admit_options_create());
  REQUIRE(set(options, "secret_member", "unknown") == ADMIT_OK);
  constexpr std::string_view kBody =
      R"({"sourceType": "K8S", "serviceConfigs": [{"apiKey": "hunter2", "unknown": "cave5"}]})";
  const CReport report = report_of(kBody, options);
  const admit_render_input input = input_of(kBody);
  for (const std::string_view format :
       {"text", "json", "jsonl", "sarif", "junit", "github", "gcc", "problem", "api"}) {
    const std::string text = render(report, format, &input);
    CAPTURE(text);
    REQUIRE(!text.empty());
    CHECK(text.find("hunter2") == std::string::npos);
    CHECK(text.find("cave5") == std::string::npos);
  }
  // Each is a rendering of this report.
  for (const std::string_view format :
       {"text", "json", "jsonl", "sarif", "junit", "github", "gcc"}) {
    CHECK(render(report, format, &input).find("service.namespace-required") != std::string::npos);
  }
  CHECK(render(report, "text", &input).find("***") != std::string::npos);
}

TEST_CASE("refusals of what nobody looked at") {
  struct Row {
    int32_t reason;
    int32_t status;
    std::string_view code;
  };
  for (const Row& row : {Row{ADMIT_REFUSAL_MEDIA_TYPE, 415, "UnsupportedMediaType"},
                         Row{ADMIT_REFUSAL_CONTENT_ENCODING, 415, "UnsupportedMediaType"},
                         Row{ADMIT_REFUSAL_TOO_LARGE, 413, "RequestBodyTooLarge"},
                         Row{ADMIT_REFUSAL_UNDECIDED, 503, "ServiceUnavailable"}}) {
    CHECK(admit_refusal_http_status(row.reason) == row.status);
    for (const std::string_view format : {"problem", "api"}) {
      admit_text* text = nullptr;
      REQUIRE(admit_render_refusal(row.reason, format.data(), format.size(), nullptr, &text) ==
              ADMIT_OK);
      const CText owned(text);
      const rapidjson::Document answer = parsed(str(admit_text_view(text)));
      CHECK(answer["code"].GetString() == row.code);
      CHECK(answer.HasMember("status") == (format == "problem"));
    }
  }
  admit_text* text = nullptr;
  CHECK(admit_render_refusal(0, "text", 4, nullptr, &text) == ADMIT_ERROR_FORMAT);
  CHECK(admit_render_refusal(9, "api", 3, nullptr, &text) == ADMIT_ERROR_ARGUMENT);
  CHECK(admit_refusal_http_status(-1) == 0);
}

TEST_CASE("formats that do not fit") {
  admit_text* text = nullptr;
  const CReport good = report_of(kAcceptedBody);
  CHECK(admit_report_render(good.get(), "problem", 7, nullptr, &text) == ADMIT_ERROR_ARGUMENT);
  CHECK(admit_report_render(good.get(), "html", 4, nullptr, &text) == ADMIT_ERROR_FORMAT);
  CHECK(text == nullptr);
  CHECK(admit_report_http_status(good.get()) == 0);
}

}  // namespace
