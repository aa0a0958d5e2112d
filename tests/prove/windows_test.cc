// Requests of more than one window, and such as end too early: what is known of quotes moves on,
// what stands behind the end is not theirs, and nobody walks on in a text that is known to be bad.
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "prove/memory.h"
#include "prove/proof_law.h"

namespace {

using namespace admit;
using namespace admit::test;

ProofLaw make_law() {
  return {R"({"type":"array","items":{"type":"object","properties":{
              "b":{"type":"string"},"c":{"type":["string","null"]},"n":{"type":"integer"},
              "d":{"type":"array","items":{"type":"string"}}}}})",
          [] { return RuleSet(); },
          {.report_from = Severity::error}};
}

bool is_proved(ProofLaw& law, const std::string& body) {
  const ProofLaw::Outcome outcome = law.judge(body);
  CHECK(outcome.breach == "");
  return outcome.is_proved;
}

std::string repeated(const std::string& item, std::size_t times) {
  std::string items;
  for (std::size_t i = 0; i < times; ++i) items += ',' + item;
  return items;
}

// Leaves bytes in the memory that would be good to go on with.
void plant(ProofLaw& law, const std::string& bytes) {
  std::string body = "[\"";
  while (body.size() + bytes.size() + 1 < prove::kMaxCopied) body += bytes;
  (void)is_proved(law, body + ']');
}

}  // namespace

TEST_CASE("lessons across the ends of windows, whatever stands there") {
  ProofLaw law = make_law();
  for (const char* text :
       {R"({"b":"xyz"})", R"({"c":"xyz"})", R"({"d":["x"]})", R"({"n":1,"b":""})"}) {
    const std::string item = text;
    for (std::size_t shift = 0; shift < 80; shift += 1 + shift % 3) {
      CAPTURE(item);
      CAPTURE(shift);
      const std::string first = R"([{"b":")" + std::string(shift, 'n') + R"("})";
      CHECK(is_proved(law, first + repeated(item, 900) + "]"));
      const std::string before = first + repeated(item, 4100 / (item.size() + 1));
      const std::string behind = repeated(item, 400) + "]";
      for (const char* fault : {"{\"b\":\"\x01yz\"}", "{\"b\":\"\xFF\"}", "{\"\x01\":\"v\"}",
                                "{\"b\":\"\\x\"}", "{\"b\":\"}"}) {
        CHECK_FALSE(is_proved(law, before + "," + fault + behind));
      }
    }
  }
}

TEST_CASE("names that begin with a control character, behind the first window") {
  ProofLaw law = make_law();
  const std::string before = R"([{"b":")" + std::string(4200, 'n') + "\"},{\"";
  for (char fill = 'a'; fill <= 'z'; ++fill) {
    for (std::size_t size = 0; size < 12; ++size) {
      CHECK_FALSE(is_proved(law, before + '\x01' + std::string(size, fill) + R"(":"v"}])"));
    }
  }
}

TEST_CASE("requests that are cut off, small ones with another behind them in the memory") {
  ProofLaw law = make_law();
  for (const std::size_t filling : {std::size_t{0}, std::size_t{3900}, std::size_t{4200}}) {
    for (const char* text : {R"({"d":["x"]})", R"({"b":"x","d":["y"]})", "{\"d\": [\n\"x\"\n ]}"}) {
      const std::string whole =
          R"([{"b":")" + std::string(filling, 'n') + R"("})" + repeated(text, 9) +
          R"(,{"d":["yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy"]}])";
      CHECK(is_proved(law, whole));
      for (std::size_t size = whole.size() - 1; size > whole.size() - 250; --size) {
        CAPTURE(size);
        const char last = whole[size - 1];
        if (last != ']' && last != '}') continue;
        for (const char* bytes : {"\",", "}]", "\"]}", ",{"}) {
          plant(law, bytes);
          CHECK_FALSE(is_proved(law, whole.substr(0, size)));
        }
      }
    }
  }
}

TEST_CASE("a text of several windows without a quote at its end") {
  ProofLaw law(R"({"type":"array"})", [] { return RuleSet(); }, {.report_from = Severity::error});
  for (const std::size_t count : {2000, 2050, 4000, 9000}) {
    std::string numbers;
    for (std::size_t i = 0; i < count; ++i) numbers += ",1";
    CHECK(is_proved(law, R"(["x")" + numbers + "]"));
    CHECK_FALSE(is_proved(law, R"(["x")" + numbers + ",\"]"));
    CHECK_FALSE(is_proved(law, R"(["x")" + numbers + "\x01]"));
  }
}
