// Endpoints by masks against parse_endpoint, by way of rules that tell every kind apart.
#include <doctest/doctest.h>

#include <fstream>
#include <functional>
#include <string>
#include <vector>

#include "admit/conditional_rule.h"
#include "admit/endpoint.h"
#include "prove/memory.h"
#include "prove/proof_law.h"

namespace {

using namespace admit;
using namespace admit::test;

constexpr const char* kSchema =
    R"({"type": "object", "properties": {"a": {"type": "array", "items": {"type": "string"}}}})";

using MakeRule = std::function<ConditionalRule()>;

ProofLaw law_of(const MakeRule& rule) {
  const auto rules = [&] {
    RuleSet set;
    set.add(rule().as("test.endpoint"));
    return set;
  };
  return {kSchema, rules, {.report_from = Severity::warning}};
}

// Each judges by one thing that a parse has to say.
class EndpointLaws {
 public:
  void judge(const std::string& text) {
    const std::string body = R"({"a":[")" + text + R"("]})";
    const auto parsed = parse_endpoint(text);
    const bool is_clean = parsed && !parsed.value().notice;
    INFO(body);
    check(any_, body, is_clean);
    check(ip_, body, !parsed || parsed.value().kind != HostKind::name);
    check(name_, body, !parsed || parsed.value().kind == HostKind::name);
    check(port_, body, !parsed || parsed.value().port.has_value());
  }

 private:
  static void check(ProofLaw& law, const std::string& body, bool is_expected) {
    const ProofLaw::Outcome outcome = law.judge(body);
    CHECK(outcome.breach == "");
    CHECK(outcome.is_proved == is_expected);
  }

  ProofLaw any_ = law_of([] { return expect_endpoint("a/*"); });
  ProofLaw ip_ = law_of([] { return expect_ip_host("a/*"); });
  ProofLaw name_ = law_of([] { return expect_name_host("a/*"); });
  ProofLaw port_ = law_of([] { return expect_port("a/*"); });
};

}  // namespace

TEST_CASE("every string of up to four characters over those that matter") {
  EndpointLaws laws;
  const std::string alphabet = "a1.:-_0";
  std::vector<std::string> texts = {""};
  for (std::size_t begin = 0, length = 0; length < 4; ++length) {
    const std::size_t end = texts.size();
    for (; begin < end; ++begin) {
      for (const char c : alphabet) texts.push_back(texts[begin] + c);
    }
  }
  for (const std::string& text : texts) laws.judge(text);
}

TEST_CASE("addresses, ports and lengths around their limits") {
  EndpointLaws laws;
  const std::vector<std::string> octets = {"0",   "1",   "9",   "10",   "99",  "100", "199", "200",
                                           "249", "250", "255", "256",  "260", "299", "300", "999",
                                           "00",  "01",  "025", "1000", "",    "a",   "-"};
  for (const std::string& octet : octets) {
    laws.judge(octet + ".2.3.4:80");
    laws.judge("1." + octet + ".3.4");
    laws.judge("1.2.3." + octet + ":80");
    laws.judge(octet + "." + octet + "." + octet + "." + octet);
    laws.judge("1.2.3.4." + octet);
    laws.judge("1.2." + octet);
  }
  for (const char* port :
       {"",      "0",     "1",     "00",    "01",    "9",     "80",     "9999", "10000", "65534",
        "65535", "65536", "65540", "66000", "70000", "99999", "100000", "8a",   "-1",    " 80"}) {
    laws.judge(std::string("a.example:") + port);
    laws.judge(std::string("10.0.0.1:") + port);
  }
  for (std::size_t length = 1; length < 70; ++length) {
    laws.judge(std::string(length, 'a'));
    laws.judge(std::string(length, 'a') + ".b:80");
    laws.judge("b." + std::string(length, 'a') + ":65535");
    laws.judge(std::string(length, '1'));
  }
  for (const char* text :
       {"a.1",         "a.1a",  "1a",  "a-.b",  "-a.b",     "a.-b",  "a.b-", "a..b",  ".a",
        "a.",          "a_b.c", "A.Z", "xn--a", "[::1]:80", "[::1]", "::1",  "a:1:2", "a b",
        "\xC3\xA4.de", "a/b",   "a@b", "a%b",   "*.a",      "a,b",   "0x1",  "a.0x1", "1.2.3.4a"}) {
    laws.judge(text);
  }
}

TEST_CASE("an endpoint at the very end of a body that is not copied") {
  ProofLaw law = law_of([] { return expect_endpoint("a/*"); });
  const std::string start = R"({"b":")" + std::string(prove::kMaxCopied, 'n') + R"(","a":[")";
  for (std::size_t length = 40; length < 70; ++length) {
    for (const std::string port : {"", ":8", ":80", ":65535"}) {
      const std::string text = std::string(length / 2, 'a') + "." + std::string(length / 2, 'b');
      CAPTURE(text);
      const ProofLaw::Outcome outcome = law.judge(start + text + port + R"("]})");
      CHECK(outcome.breach == "");
      CHECK(outcome.is_proved);
    }
  }
}
