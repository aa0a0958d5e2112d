// Report -> codes, places and severities, beside those that are expected.
#include "create_service/comparison.h"

#include <doctest/doctest.h>
#include <rapidjson/document.h>

#include <algorithm>
#include <set>

#include "text/pointer.h"

namespace admit::test {
namespace {

constexpr std::size_t kMostShown = 5;

// The member that `violation` misses; empty where it is about one that is there.
std::string missing_member(const Violation& violation) {
  const ParamValue* param = violation.param("member");
  const auto* member = param == nullptr ? nullptr : std::get_if<std::string>(param);
  if (member == nullptr) return {};
  const std::vector<std::string> tokens = text::parse_pointer(violation.pointer).value();
  return !tokens.empty() && tokens.back() == *member ? std::string() : *member;
}

std::set<Expected> codes_of(const Report& report) {
  std::set<Expected> codes;
  for (const Violation& violation : report.violations()) {
    codes.insert(
        {violation.code, violation.pointer, missing_member(violation), violation.severity});
  }
  return codes;
}

// What `codes` has and `others` lacks, one a line.
std::string listed(const std::set<Expected>& codes, const std::set<Expected>& others) {
  std::string lines;
  for (const Expected& code : codes) {
    if (others.contains(code)) continue;
    lines += "\n    " + std::string(to_string(code.severity)) + ' ' + code.code + ' ' +
             code.pointer + (code.member.empty() ? "" : " - " + code.member);
  }
  return lines.empty() ? "\n    nothing" : lines;
}

}  // namespace

Comparison::Comparison(Reading reading)
    : reading_(reading),
      engine_(build_engine({.revision = reading.newer ? "2026-08-21" : "2026-02-05",
                            .strict = reading.strict,
                            .limits = {.max_violations = 10000}})) {}

Comparison::~Comparison() {
  if (complaints_ > kMostShown) FAIL_CHECK(complaints_ << " requests differ in all");
}

void Comparison::compare(const std::string& body) {
  rapidjson::Document request;
  request.Parse(body.data(), body.size());
  REQUIRE(!request.HasParseError());
  const std::set<Expected> expected = expected_codes(request, reading_);
  const Report report = engine_.check(body, scratch_);
  const std::set<Expected> found = codes_of(report);
  const bool is_refused = std::ranges::any_of(
      expected, [](const Expected& code) { return code.severity == Severity::error; });
  const Verdict verdict = is_refused ? Verdict::reject : Verdict::accept;
  const bool is_same = found == expected && report.verdict() == verdict &&
                       report.violations().size() == expected.size();
  if (!is_same && ++complaints_ <= kMostShown) {
    FAIL_CHECK(body << (reading_.newer ? " newer" : " older") << "\n  the engine alone says"
                    << listed(found, expected) << "\n  the rules alone say"
                    << listed(expected, found));
  }
  ++compared_;
}

const std::vector<std::string> kSourceTypes = {
    "",         "null",       R"("")",         R"("XYZ")", "7",
    R"("K8S")", R"("VIP")",   R"("DNS")",      R"("FC3")", R"("SAE_K8S_SERVICE")",
    R"("AI")",  R"("AGENT")", R"("MSE_NACOS")"};

std::size_t compare_services(const std::vector<std::string>& source_types,
                             const std::vector<Tried>& members, Batch batch) {
  std::size_t compared = 0;
  for (const bool newer : {true, false}) {
    Comparison comparison({newer, batch.strict});
    std::string services;
    std::size_t waiting = 0;
    const auto compare_waiting = [&] {
      for (const std::string& source_type : source_types) {
        const std::string stated =
            source_type.empty() ? "" : R"("sourceType":)" + source_type + ',';
        comparison.compare(R"({"gatewayId":"gw-cq7l5s5lhtgi6qasrdc0",)" + stated +
                           R"("serviceConfigs":[)" + services + "]}");
      }
      compared += waiting * source_types.size();
      waiting = 0;
      services.clear();
    };
    for_every_object(members, [&](const std::string& service) {
      services += (waiting == 0 ? "" : ",") + service;
      if (++waiting == batch.services) compare_waiting();
    });
    if (waiting > 0) compare_waiting();
  }
  return compared;
}

}  // namespace admit::test
