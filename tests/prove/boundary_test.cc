// Where blocks, windows and buffers end: the same document, moved byte by byte.
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "prove/memory.h"
#include "prove/proof_law.h"

namespace {

using namespace admit;
using namespace admit::test;

constexpr const char* kSchema = R"({
  "type": "object",
  "properties": {
    "name": {"type": "string"},
    "a-name-of-more-than-thirty-two-bytes-in-all": {"type": "integer"},
    "list": {"type": "array", "items": {"type": "object", "properties": {
      "kind": {"enum": ["x", "y"]}, "note": {"type": "string"}, "on": {"type": "boolean"},
      "tags": {"type": "array", "minItems": 1, "maxItems": 3, "items": {"type": "string"}}}}}
  }
})";

ProofLaw make_law() {
  return {kSchema,
          [] { return RuleSet(); },
          {.report_from = Severity::error, .limits = {.max_body_bytes = std::size_t{1} << 22}}};
}

bool is_proved(ProofLaw& law, const std::string& body) {
  const ProofLaw::Outcome outcome = law.judge(body);
  CHECK(outcome.breach == "");
  return outcome.is_proved;
}

// What has to be seen in every place: a name, an escape, a character of several bytes.
const std::string kTail =
    R"("list":[{"kind":"x","note":"a\\\"b\u00e4","on":true},{"kind":"y","note":"äöü𝄞"}],)"
    R"("a-name-of-more-than-thirty-two-bytes-in-all":7})";

std::string body_with(std::size_t filling, const std::string& tail) {
  return R"({"name":")" + std::string(filling, 'n') + R"(",)" + tail;
}

// Each of `others` and `faults` among items that are all alike.
void judge_among(const std::string& item, const std::vector<std::string>& others,
                 const std::vector<std::string>& faults) {
  ProofLaw law = make_law();
  for (std::size_t before = 0; before < 9; ++before) {
    for (std::size_t behind = 0; behind < 4; ++behind) {
      const auto list_with = [&](const std::string& one) {
        std::string list = R"({"list":[)";
        for (std::size_t i = 0; i < before; ++i) list += item + ",";
        list += one;
        for (std::size_t i = 0; i < behind; ++i) list += "," + item;
        return list + "]}";
      };
      for (const std::string& one : others) {
        CAPTURE(one);
        CHECK(is_proved(law, list_with(one)));
      }
      for (const std::string& one : faults) {
        CAPTURE(one);
        CHECK_FALSE(is_proved(law, list_with(one)));
      }
    }
  }
}

}  // namespace

TEST_CASE("a body is proved wherever its parts stand") {
  ProofLaw law = make_law();
  for (std::size_t filling = 0; filling < 200; ++filling) {
    CAPTURE(filling);
    CHECK(is_proved(law, body_with(filling, kTail)));
    CHECK(is_proved(law, std::string(filling, '\n') + body_with(3, kTail)));
    CHECK(is_proved(law, body_with(3, kTail) + std::string(filling, ' ')));
  }
}

TEST_CASE("across the end of a window, and of the buffer that small bodies are copied to") {
  ProofLaw law = make_law();
  for (const std::size_t around : {std::size_t{4096}, std::size_t{8192}, prove::kMaxCopied}) {
    for (std::size_t filling = around - 260; filling < around + 10; ++filling) {
      CAPTURE(filling);
      CHECK(is_proved(law, body_with(filling, kTail)));
    }
  }
}

TEST_CASE("a fault is seen wherever it stands") {
  ProofLaw law = make_law();
  const std::vector<std::string> tails = {R"("list":[{"kind":"z"}]})",
                                          R"("list":[{"kind":"x","kind":"x"}]})",
                                          "\"list\":[{\"note\":\"\x01\"}]}",
                                          "\"list\":[{\"note\":\"\xC3\"}]}",
                                          "\"list\":[{\"note\":\"\xE2\x82\"}]}",
                                          R"("list":[{"note":"\x"}]})",
                                          R"("list":[{"note":"\ud800"}]})",
                                          R"("list":[{"on":truE}]})",
                                          R"("list":[{},]})",
                                          R"("list":[{"on":true,}]})",
                                          R"("list":[{"note":"a}]})",
                                          R"("list":[{"note":"a"}}})",
                                          R"("name":"twice"})",
                                          R"("list":[1]})",
                                          R"("list":[{}]}})",
                                          R"("list":[{}])"};
  for (const std::string& tail : tails) {
    CAPTURE(tail);
    for (std::size_t filling = 0; filling < 130; ++filling) {
      CHECK_FALSE(is_proved(law, body_with(filling, tail)));
    }
    CHECK_FALSE(is_proved(law, body_with(4096 - 20, tail)));
    CHECK_FALSE(is_proved(law, body_with(prove::kMaxCopied, tail)));
  }
}

TEST_CASE("a character of several bytes across the end of a window") {
  ProofLaw law = make_law();
  for (std::size_t filling = 4070; filling < 4100; ++filling) {
    CAPTURE(filling);
    const std::string start = R"({"name":")" + std::string(filling, 'n');
    for (const char* good : {"\xC3\xA4", "\xE2\x82\xAC", "\xF0\x9D\x84\x9E"}) {
      CHECK(is_proved(law, start + good + std::string(300, 'n') + "\"}"));
    }
    for (const char* bad : {"\xC3", "\xA4", "\xE2\x82", "\xF0\x9D\x84", "\xED\xA0\x80", "\xC0\x80",
                            "\xF4\x90\x80\x80", "\xE0\x9F\xBF", "\xF8"}) {
      CHECK_FALSE(is_proved(law, start + bad + std::string(300, 'n') + "\"}"));
    }
  }
}

TEST_CASE("items that repeat each other, until one does not") {
  const std::string item = R"({"kind":"x","note":"n","on":true})";
  const std::vector<std::string> others = {
      item,
      "{}",
      R"({"note":"n","kind":"x"})",
      R"({"kind":"x"})",
      R"({"kind":"x","note":"n"})",
      R"({ "kind":"x","note":"n","on":true})",
      R"({"kind":"x","note":"\n","on":true})",
      R"({"kind":"x","note":"n","on":true,"stranger":[{"a":1},{"b":2}]})"};
  const std::vector<std::string> faults = {R"({"kind":"z","note":"n","on":true})",
                                           R"({"kind":"x","note":"n","on":true,})",
                                           R"({"kind":"x","note":"n","on":true,"on":true})",
                                           R"({"kind":"x","note":"n","on":tru})",
                                           R"({"kind":"x","note":"n","on":true)",
                                           "1",
                                           R"({"kind":"x","note":n","on":true})"};
  judge_among(item, others, faults);
}

TEST_CASE("items with an array of one string, until one has more, or none") {
  const auto item_with = [](const std::string& tags) {
    return R"({"tags":)" + tags + R"(,"note":"n"})";
  };
  std::vector<std::string> others = {R"({"note":"n","tags":["a"]})", R"({"tags":["a"]})"};
  for (const char* tags : {R"(["b"])", R"([""])", R"(["a","b"])", R"([ "a"])", R"(["a" ])",
                           R"(["a" , "b"])", R"(["\\"])", R"(["a","b","c"])"}) {
    others.push_back(item_with(tags));
  }
  std::vector<std::string> faults = {R"({"tags":["a"]}])", R"({"tags":["a"],"tags":["a"]})"};
  for (const char* tags : {"[]", R"(["a","b","c","d"])", R"(["a",])", R"(["a" "b"])", R"(["a")",
                           R"(["a"})", R"(["a",1])", R"(["a"],)", R"("a")", R"(["\x"])",
                           "[\"a\x01\"]", R"(["a":"b"])", R"(["a"]])"}) {
    faults.push_back(item_with(tags));
  }
  judge_among(item_with(R"(["a"])"), others, faults);
  judge_among(R"({"note":"n","tags":["a"]})", others, faults);
}

TEST_CASE("escapes, of every letter, with digits that are some and some that are none") {
  ProofLaw law = make_law();
  std::vector<std::string> escapes = {"\\u0041", "\\uFFFF",        "\\u00e4x",       "\\u-041",
                                      "\\u+041", "\\u 041",        "\\u004",         "\\u",
                                      "\\u00g1", "\\ud834\\udd1e", "\\ud834",        "\\udd1e",
                                      "\\uD83D", "\\ud834\\u0041", "\\udd1e\\ud834", "\\u0000",
                                      "\\u0x41"};
  for (char letter = ' '; letter <= '~'; ++letter) escapes.push_back(std::string("\\") + letter);
  std::size_t proved = 0;
  for (const std::string& escape : escapes) {
    for (const char* behind : {"", "z", "\\n", "zzzzzz"}) {
      CAPTURE(escape);
      for (const std::string& value :
           {"\"" + escape + behind + "\"", "\"\\t" + escape + behind + "\""}) {
        proved += is_proved(law, R"({"name":)" + value + "}") ? 1 : 0;
        proved += is_proved(law, R"({"stranger":[)" + value + "]}") ? 1 : 0;
        proved += is_proved(law, R"({"list":[{"note":)" + value + "}]}") ? 1 : 0;
      }
    }
  }
  // Eight letters, and of the above five: before four texts, twice, at three places.
  CHECK(proved == (8 + 5) * 4 * 2 * 3);
}
