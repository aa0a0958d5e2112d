// The law under every single edit of bodies whose items repeat each other.
#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include "admit/create_service.h"
#include "prove/proof_law.h"

namespace {

using namespace admit;
using namespace admit::test;

constexpr std::string_view kBytes = "\"\\,:[]{} \n0na\x01\xC3";

struct Tally {
  std::size_t judged = 0;
  std::size_t proved = 0;
};

void judge(ProofLaw& law, const std::string& body, Tally& tally) {
  const ProofLaw::Outcome outcome = law.judge(body);
  ++tally.judged;
  tally.proved += outcome.is_proved ? 1 : 0;
  if (outcome.breach.empty()) return;
  INFO(body);
  CHECK(outcome.breach == "");
}

// Every byte left out, written twice, replaced, and every byte put in front of it.
Tally judge_edits(ProofLaw& law, const std::string& body) {
  Tally tally;
  for (std::size_t at = 0; at < body.size(); ++at) {
    judge(law, body.substr(0, at) + body.substr(at + 1), tally);
    judge(law, body.substr(0, at + 1) + body.substr(at), tally);
    for (const char byte : kBytes) {
      judge(law, body.substr(0, at) + byte + body.substr(at), tally);
      judge(law, body.substr(0, at) + byte + body.substr(at + 1), tally);
    }
  }
  return tally;
}

std::string request_of(const std::string& service, const std::string& between) {
  std::string services = service;
  for (int i = 0; i < 4; ++i) services += between + service;
  return R"({"sourceType":"VIP","serviceConfigs":[)" + services + "]}";
}

}  // namespace

TEST_CASE("items in one line") {
  ProofLaw law = create_service_law({.report_from = Severity::error});
  const Tally tally = judge_edits(
      law, request_of(R"({"name":"n","addresses":["10.0.0.1:8"],"sourceId":"s"})", ","));
  CHECK(tally.judged > 10000);
  CHECK(tally.proved > 1000);
}

TEST_CASE("items over several lines, an array at their end") {
  ProofLaw law = create_service_law({.report_from = Severity::error});
  const Tally tally = judge_edits(
      law, request_of("{\n \"name\": \"n\",\n \"addresses\": [\n \"a.b:1\"\n ]\n}", ",\n"));
  CHECK(tally.judged > 8000);
  CHECK(tally.proved > 200);
}

TEST_CASE("members that are not all strings") {
  ProofLaw law(
      R"({"items":{"type":"object","properties":{"a":{"type":"integer"},"b":{"type":"string"},
                "c":{"type":["string","null"]},"d":{"type":"array","maxItems":2,
                "items":{"type":"string"}},"e":{"type":"object"}}}})",
      [] { return RuleSet(); }, {.report_from = Severity::error});
  std::string body;
  for (int i = 0; i < 5; ++i) {
    body += body.empty() ? "[" : ",";
    body += R"({"d":["x"],"a":7,"b":"","c":"y","e":{"f":["g"]}})";
  }
  const Tally tally = judge_edits(law, body + "]");
  CHECK(tally.judged > 5000);
  CHECK(tally.proved > 500);
}
