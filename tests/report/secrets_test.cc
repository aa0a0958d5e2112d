// Planted secrets against whole text reports: for texts broken in many ways, at every offset a
// violation could have, no 4 bytes of a secret are shown, in whatever escaped form.
#include <doctest/doctest.h>

#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "report/text_renderer.h"
#include "samples.h"
#include "text/mask.h"
#include "text/planted.h"

namespace {

using namespace admit;

// `$` stands for the secret.
const std::vector<std::string_view> kTexts = {
    // JSON
    R"({"apiKey":"$","x":1})",
    "{\n  \"apiKeys\": [\n    \"$\",\n    \"$\"\n  ],\n  \"x\": 1\n}\n",
    "{\"secretKey\": {\n  \"a\": \"$\",\r\n  \"b\": [\"$\"]\r} }",
    R"({"api\u004bey":"$","API-KEY":"$","x":"y"})",
    // broken in the value
    R"({"apiKey":"$)",
    R"({"apiKey":"$,"x":1})",
    R"({"apiKey":$","x":1})",
    R"({"apiKey":$})",
    R"({"apiKey":"a"$","x":1})",
    R"({"apiKey":"a","$","x":1})",
    R"({"apiKey":"a":"$"})",
    R"({"apiKey":""$"})",
    "{\"apiKey\":\"$\n$\",\n\"x\":1}",
    "{\"apiKey\":\"$\r\n$\r\n$\"\r\n}",
    "{\"apiKey\":\"\n$\n\",\"x\":1}",
    "{\"apiKey\":\"\t$\",\"x\":1}",
    "{\"apiKey\":\"\xFF$\xFF\"x}",
    R"({"apiKey":"\q$","x":1})",
    // broken in the name
    R"({"apiKey:"$","x":1})",
    R"({apiKey":"$","x":1})",
    R"({apiKey:"$"})",
    R"({'apiKey':'$'})",
    R"({"a":"b,"apiKey":"$"})",
    R"({"a":"b,apiKey:"$"})",
    R"({"apiKey$","x":1})",
    "{\"api\nKey\":\"$\"}",
    R"({"a":"{\"apiKey\":\"$\"}",})",
    // broken between
    R"({"apiKey" "$","x":1})",
    R"({"apiKey"::"$","x":1})",
    R"({"apiKey":,"$","x":1})",
    R"({"apiKey",:"$","x":1})",
    R"({"apiKey","$","x":1})",
    R"({"apiKey"}:"$","x":1})",
    "{\"apiKey\"\n\n\n\"$\"\n}",
    "{\"apiKey\": // it's\n\"$\"\n}",
    R"({"apiKey": /* " */ "$"})",
    // broken brackets
    R"({"apiKeys":["$","$")",
    R"({"apiKeys":"$","$"],"x":1})",
    R"({"apiKeys":["$"],"$"],"x":1})",
    R"({"apiKeys":["$"]"$"],"x":1})",
    R"({"apiKeys":[["$","$"],"x":1})",
    R"({"apiKeys":["$",,"$"],"x":1})",
    R"({"apiKeys":["$","$"},"x":1})",
    "{\"apiKeys\":[\n\"$\n,\n\"$\"\n]}",
    R"({"accessKey":{"a":"$"},"b":"$"},"x":1}})",
    R"({"accessKey":{"a":"$","x":1)",
    // broken elsewhere
    R"({"apiKey":"$","x":1,})",
    R"({"apiKey":"$","x":1}})",
    R"({"apiKey":"$"}{"apiKey":"$"})",
    R"(["x" "y",{"apiKey":"$"}])",
    R"({"x":"y"z","apiKey":"$","x":'})",
    "apiKey: $\nname: x\n",
    "apiKey=$\n",
    R"("apiKey":"$")",
};

report::CheckedDocument document_at_every_offset(std::string_view text) {
  const text::LineIndex lines(text);
  std::vector<Violation> violations;
  for (std::size_t offset = 0; offset <= text.size(); ++offset) {
    const Range range{lines.position(offset), lines.position(offset + offset % 9)};
    violations.push_back(test::make_violation("a.b", "", range));
  }
  return test::make_document("f", std::move(violations));
}

TEST_CASE("no report shows a secret") {
  std::mt19937 random(99);
  const auto plain = test::letters_of("ABCDEFGHJKLMNPQRSTUVWXYZ3456789");
  const auto nasty = test::letters_of("ABCDEFGHJKLMNPQRST,,::{}[]' =/_");
  CHECK(kTexts.size() >= 40);
  for (const std::string_view row : kTexts) {
    for (int round = 0; round < 6; ++round) {
      const std::string secret = test::make_secret(random, 20, round % 2 == 0 ? plain : nasty);
      const std::string text = test::plant(row, secret);
      const auto secrets = text::find_secrets(text, text::SecretNames());
      const std::string shown =
          report::render_text(document_at_every_offset(text), text, secrets, {});
      CAPTURE(text);
      CHECK(shown.find("***") != std::string::npos);
      CHECK(test::find_leak(shown, secret, test::plant(row, std::string(1, '\0')) + "    |") == "");
    }
  }
}

// A long line is cut, and the cut goes through secrets.
TEST_CASE("no cut shows a secret") {
  std::mt19937 random(5);
  const auto plain = test::letters_of("ABCDEFGHJKLMNPQRSTUVWXYZ3456789");
  const std::string secret = test::make_secret(random, 300, plain);
  const std::string text =
      test::plant(R"({"x":"y","apiKey":"$","list":["a","b"],"authKey":"$"})", secret);
  const auto secrets = text::find_secrets(text, text::SecretNames());
  const std::string shown = report::render_text(document_at_every_offset(text), text, secrets, {});
  CHECK(test::find_leak(shown, secret, "") == "");
}

}  // namespace
