// Options: strict, severities, report_from, unknown members, null members, revisions.
#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "admit/create_service.h"
#include "engine/own_api.h"

namespace {

using namespace admit;
using namespace admit::test;

// A warning that strict raises, one that it does not, an error, and an endpoint.
constexpr std::string_view kMixed = R"({"sourceType":"VIP","serviceConfigs":[
  {"name":"a","addresses":["10.0.0.1","a_b:1","http://a"],"dnsServers":["1.1.1.1:53"]}]})";

Lines found_with(Options options, std::string_view body = kMixed) {
  return found_in(build_engine(std::move(options)), body);
}

TEST_CASE("without options: the severities of codes.def") {
  CHECK(found_with({}) == Lines{"warning service.gateway-id-missing  - gatewayId",
                                "warning address.port-missing /serviceConfigs/0/addresses/0",
                                "error address.ip-expected /serviceConfigs/0/addresses/1",
                                "warning endpoint.underscore /serviceConfigs/0/addresses/1",
                                "error endpoint.scheme /serviceConfigs/0/addresses/2",
                                "warning service.dns-servers-unused /serviceConfigs/0/dnsServers"});
}

TEST_CASE("strict raises the warnings that are marked for it, and no others") {
  CHECK(found_with({.strict = true}) ==
        Lines{"error service.gateway-id-missing  - gatewayId",
              "error address.port-missing /serviceConfigs/0/addresses/0",
              "error address.ip-expected /serviceConfigs/0/addresses/1",
              "warning endpoint.underscore /serviceConfigs/0/addresses/1",
              "error endpoint.scheme /serviceConfigs/0/addresses/2",
              "warning service.dns-servers-unused /serviceConfigs/0/dnsServers"});
}

TEST_CASE("strict raises a missing name for the source types that are marked") {
  for (const char* type : {"VIP", "DNS", "AI", "K8S", "MSE_NACOS", "SAE_K8S_SERVICE", "AGENT"}) {
    CAPTURE(type);
    const std::string body =
        R"({"sourceType":")" + std::string(type) + R"(","serviceConfigs":[{}]})";
    const bool is_marked = std::string("VIP DNS AI").find(type) != std::string::npos;
    const std::string line = " service.name-recommended /serviceConfigs/0 - name";
    const Lines found = found_with({.strict = true}, body);
    CHECK(std::count(found.begin(), found.end(), (is_marked ? "error" : "warning") + line) == 1);
  }
}

TEST_CASE("a severity for the code beats one for the family, a later one an earlier one") {
  const Severity levels[] = {Severity::ignore, Severity::info, Severity::warning, Severity::error};
  for (const Severity code : levels) {
    for (const Severity family : levels) {
      for (const bool code_first : {true, false}) {
        const SeverityOverride by_code{"endpoint.scheme", code};
        const SeverityOverride by_family{"endpoint.*", family};
        Options options{.report_from = Severity::info};
        options.severities = {{"endpoint.scheme", Severity::info},
                              {"endpoint.*", Severity::info},
                              code_first ? by_code : by_family,
                              code_first ? by_family : by_code};
        Lines expected;
        if (code != Severity::ignore) {
          expected.push_back(std::string(to_string(code)) +
                             " endpoint.scheme /serviceConfigs/0/addresses/2");
        }
        Lines found = found_with(options);
        std::erase_if(found, [](const std::string& line) {
          return line.find("endpoint.scheme") == std::string::npos;
        });
        CHECK(found == expected);
      }
    }
  }
}

TEST_CASE("a severity that is set beats strict") {
  const Lines found = found_with({.strict = true,
                                  .severities = {{"service.*", Severity::warning},
                                                 {"address.*", Severity::ignore},
                                                 {"endpoint.*", Severity::ignore}}});
  CHECK(found == Lines{"warning service.gateway-id-missing  - gatewayId",
                       "warning service.dns-servers-unused /serviceConfigs/0/dnsServers"});
}

TEST_CASE("warnings and less do not refuse") {
  Options options;
  for (const char* family : {"endpoint.*", "address.*", "service.*"}) {
    options.severities.push_back({family, Severity::warning});
  }
  const Engine engine = build_engine(options);
  Scratch scratch;
  CHECK(engine.accepts(kMixed, scratch));
  CHECK(engine.check(kMixed, scratch).verdict() == Verdict::accept);
  CHECK(engine.check(kMixed, scratch).counts().errors == 0);
  CHECK(engine.check(kMixed, scratch).counts().warnings == 6);
}

TEST_CASE("what is milder than report_from is neither reported nor counted") {
  struct Row {
    Severity from;
    std::size_t errors;
    std::size_t warnings;
    std::size_t infos;
  };
  const Row rows[] = {{Severity::info, 2, 3, 1},
                      {Severity::warning, 2, 3, 0},
                      {Severity::error, 2, 0, 0},
                      {Severity::ignore, 2, 3, 1}};
  for (const Row& row : rows) {
    const Engine engine = build_engine(
        {.severities = {{"endpoint.underscore", Severity::info}}, .report_from = row.from});
    Scratch scratch;
    const Report report = engine.check(kMixed, scratch);
    CHECK(report.counts().errors == row.errors);
    CHECK(report.counts().warnings == row.warnings);
    CHECK(report.counts().infos == row.infos);
    CHECK(report.violations().size() == row.errors + row.warnings + row.infos);
    CHECK(report.verdict() == Verdict::reject);
  }
}

constexpr std::string_view kUnknown =
    R"({"gatewayId":"g","sourceType":"K8S","extra":{"a":1},"serviceConfigs":[{"name":"a","namespace":"b","labels":[]}]})";

TEST_CASE("unknown members are ignored, warned of or denied") {
  CHECK(found_with({.unknown_members = UnknownMembers::ignore}, kUnknown).empty());
  CHECK(found_with({.unknown_members = UnknownMembers::warn}, kUnknown) ==
        Lines{"warning schema.unknown-member /extra",
              "warning schema.unknown-member /serviceConfigs/0/labels"});
  CHECK(found_with({.unknown_members = UnknownMembers::deny}, kUnknown) ==
        Lines{"error schema.unknown-member /extra",
              "error schema.unknown-member /serviceConfigs/0/labels"});
  CHECK(found_with({}, kUnknown) ==
        found_with({.unknown_members = UnknownMembers::warn}, kUnknown));
  CHECK(found_in(own_engine({}), R"({"kinds":1})").empty());
  CHECK(found_in(own_engine({}, {.unknown_members = UnknownMembers::deny}), R"({"kinds":1})") ==
        Lines{"error schema.unknown-member /kinds"});
}

TEST_CASE("a severity for unknown members beats the choice") {
  CHECK(found_with({.severities = {{"schema.unknown-member", Severity::error}},
                    .unknown_members = UnknownMembers::ignore},
                   kUnknown)
            .size() == 2);
  CHECK(found_with({.severities = {{"schema.*", Severity::ignore}},
                    .unknown_members = UnknownMembers::deny},
                   kUnknown)
            .empty());
}

TEST_CASE("a twin is named whatever becomes of unknown members") {
  const std::string body =
      R"({"gatewayId":"g","sourceType":"K8S","serviceConfigs":[{"name":"a","nameSpace":"b"}]})";
  for (const auto choice : {UnknownMembers::ignore, UnknownMembers::warn, UnknownMembers::deny}) {
    const Engine engine = build_engine({.unknown_members = choice});
    Scratch scratch;
    const Report report = engine.check(body, scratch);
    CHECK(list_violations(report) ==
          Lines{"error service.namespace-required /serviceConfigs/0 - namespace"});
    CHECK(report.violations()[0].hint.find("`nameSpace`") != std::string::npos);
    CHECK(report.violations()[0].related.size() == 1);
  }
}

TEST_CASE("of two that see one mistake, the more severe tells it") {
  const Engine denying = build_engine({.unknown_members = UnknownMembers::deny});
  CHECK(found_in(denying,
                 R"({"gatewayID":"g","sourceType":"FC3","serviceConfigs":[{"name":"a"}]})") ==
        Lines{"error schema.unknown-member /gatewayID"});
  CHECK(
      found_in(
          denying,
          R"({"gatewayId":"g","sourceType":"K8S","serviceConfigs":[{"Name":"a","nameSpace":"b"}]})") ==
      Lines{"error service.namespace-required /serviceConfigs/0 - namespace",
            "error schema.unknown-member /serviceConfigs/0/Name"});
  const Engine strict_on_null = build_engine({.severities = {{"schema.null", Severity::error}}});
  CHECK(found_in(strict_on_null,
                 R"({"gatewayId":null,"sourceType":"FC3","serviceConfigs":[{"name":"a"}]})") ==
        Lines{"error schema.null /gatewayId"});
}

TEST_CASE("null is absent, or a value of the wrong type") {
  const std::string body =
      R"({"gatewayId":"g","sourceType":"K8S","serviceConfigs":[{"name":"a","namespace":null,"groupName":null}]})";
  CHECK(found_with({}, body) ==
        Lines{"error service.namespace-required /serviceConfigs/0/namespace",
              "warning schema.null /serviceConfigs/0/groupName"});
  CHECK(found_with({.null_is_absent = false}, body) ==
        Lines{"error schema.type /serviceConfigs/0/namespace",
              "error schema.type /serviceConfigs/0/groupName"});
  CHECK(found_in(own_engine({}), R"({"kind":null})") == Lines{"error schema.type /kind"});
  CHECK(found_in(own_engine({}, {.null_is_absent = true}), R"({"kind":null})") ==
        Lines{"warning schema.null /kind"});
}

TEST_CASE("null as an item or as the whole is no absent member") {
  CHECK(found_with({}, R"({"gatewayId":"g","sourceType":"VIP","serviceConfigs":[null]})") ==
        Lines{"error schema.type /serviceConfigs/0"});
  CHECK(found_with({}, "null") == Lines{"error schema.type "});
}

TEST_CASE("a revision leaves out what came later") {
  const std::string body =
      R"({"gatewayId":"g","sourceType":"AI","serviceConfigs":[{"name":"a","modelProviderId":"m"}]})";
  CHECK(found_with({.revision = "2026-08-21"}, body) ==
        Lines{"error service.ai-config-required /serviceConfigs/0 - aiServiceConfig"});
  CHECK(found_with({}, body) == found_with({.revision = "2026-08-21"}, body));
  CHECK(found_with({.revision = "2026-02-05"}, body) ==
        Lines{"error schema.enum /sourceType",
              "warning schema.unknown-member /serviceConfigs/0/modelProviderId"});
}

TEST_CASE("a rule speaks from one revision on, until another") {
  const auto speaks = [](const char* revision) {
    Options options;
    options.revision = revision;
    return !found_in(own_engine_of(
                         require("owner").as("acme.owner").since("2025-01-01").until("2026-01-01"),
                         options),
                     "{}")
                .empty();
  };
  CHECK(!speaks("2024-12-31"));
  CHECK(speaks("2025-01-01"));
  CHECK(speaks("2025-12-31"));
  CHECK(!speaks("2026-01-01"));
  CHECK(speaks(""));
}

TEST_CASE("members of one's own are secret") {
  const Engine engine = build_engine({.secret_members = {"group-name", "Addresses"}});
  const std::string body =
      R"({"gatewayId":"g","sourceType":"MSE_NACOS","serviceConfigs":[{"name":"a","namespace":"b","groupName":"top secret","addresses":["hidden host:1"]}]})";
  Scratch scratch;
  const Report report = engine.check(body, scratch);
  CHECK(report.violations().size() == 2);
  const std::string all = whole_report(engine, body, report);
  CHECK(all.find("secret\"") == std::string::npos);
  CHECK(all.find("top") == std::string::npos);
  CHECK(all.find("hidden") == std::string::npos);
  for (const Violation& violation : report.violations()) CHECK(violation.value == "***");
}

}  // namespace
