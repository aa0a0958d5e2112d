// Tests of text/mask on text that is not JSON: nothing of a secret may be left, and where the text
// is broken far from the secret, what surrounds the secret stays readable.
#include <doctest/doctest.h>

#include <random>
#include <string>
#include <vector>

#include "planted.h"
#include "text/mask.h"

namespace {

using namespace admit::test;
using namespace std::string_view_literals;
using admit::text::find_secrets;
using admit::text::SecretNames;

// `$` stands for the secret.
const std::vector<std::string_view> kBroken = {
    // quotes
    R"({"apiKey":"$)",
    R"({"apiKey":"$})",
    R"({"apiKey":"$,"x":1})",
    R"({"apiKey":$","x":1})",
    R"({"apiKey":$,"x":1})",
    R"({"apiKey:"$","x":1})",
    R"({"apiKey:$","x":1})",
    R"({apiKey":"$","x":1})",
    R"({apiKey:"$","x":1})",
    R"({apiKey:$})",
    R"({'apiKey':'$','x':1})",
    R"({`apiKey`:`$`})",
    "{\xE2\x80\x9C"
    "apiKey\xE2\x80\x9D: \xE2\x80\x9C$\xE2\x80\x9D}",
    R"({"apiKey":""$"","x":1})",
    R"({"apiKey":"a"$","x":1})",
    R"({"apiKey":"a","$","x":1})",
    R"({"apiKey":"a"$"b"$"c","x":1})",
    R"({"apiKey":"a\\"$","x":1})",
    R"({"apiKey":"a"},"$","x":1})",
    R"({"apiKey":"a"}$"}})",
    R"({"apiKey":"a":"$"})",
    R"({"a":"b,"apiKey":"$"})",
    R"({"a":b","apiKey":"$"})",
    R"({"a:"b","apiKey":"$"})",
    R"({"a":"b,apiKey:"$"})",
    R"({"a":"b,apiKey":"$"})",
    R"({"a":"bapiKey":"$"})",
    R"({"a":"b\","apiKey":"$"})",
    R"({"apiKey$","x":1})",
    R"({"apiKey $","x":1})",
    R"({"a":"{\"apiKey\":\"$\"}",})",
    R"({"a":'{"apiKey":"$"}'})",
    // colons and commas
    R"({"apiKey" "$","x":1})",
    R"({"apiKey""$","x":1})",
    R"({"apiKey"="$","x":1})",
    R"({"apiKey"::"$","x":1})",
    R"({"apiKey":,"$","x":1})",
    R"({"apiKey",:"$","x":1})",
    R"({"apiKey","$","x":1})",
    R"({"apiKey","":"$","x":1})",
    R"({"apiKey"}:"$","x":1})",
    R"({"apiKey"]:"$","x":1})",
    R"({"apiKey":"$" "x":1})",
    R"({"apiKey":}"$","x":1})",
    R"({"apiKey":]"$"})",
    R"({"kind":"apiKey":"$"})",
    R"({:"apiKey","x":"$"})",
    R"(apiKey=$)",
    R"(apiKey: $)",
    "name: x\napiKey:\n  $\nother: y\n",
    R"(https://host/?apiKey=$&x=1)",
    // brackets
    R"({"apiKeys":["$","$")",
    R"({"apiKeys":["$","$","x":1})",
    R"({"apiKeys":"$","$"],"x":1})",
    R"({"apiKeys":["$"],"$"],"x":1})",
    R"({"apiKeys":["$"]"$"],"x":1})",
    R"({"apiKeys":[]"$","$"],"x":1})",
    R"({"apiKeys":[["$","$"],"x":1})",
    R"({"apiKeys":["$",,"$"],"x":1})",
    R"({"apiKeys":["$,"$"],"x":1})",
    R"({"apiKeys":[$","$"],"x":1})",
    R"({"apiKeys":["$":"$"],"x":1})",
    R"({"apiKeys":["$"},"x":"$"})",
    R"({"apiKeys":[{"a":"$"}],{"a":"$"}],"x":1})",
    R"({"apiKey":{"a":"$"},"b":"$"},"x":1}})",
    R"({"apiKey":{"a":"$","b":"$","x":1})",
    R"({"apiKey":["$"],"x":1}],"y":)",
    R"({"apiKeys":"$","a":],"x":1})",
    // control characters, comments, names cut in pieces
    "{\"apiKey\":\"$\n$\",\"x\":1}",
    "{\"apiKey\":\"$\r\n$\",\"x\":1}",
    "{\"apiKey\":\"$\0$\",\"x\":1}"sv,
    "{\"apiKey\0\":\"$\"}"sv,
    "{\"api\0Key\":\"$\"}"sv,
    "\0{\"apiKey\":\"$\" x}"sv,
    "{\"api\n   Key\":\"$\"}",
    "{\"apiKey\n\":\"$\"}",
    "{\"apiKey\"\n\n:\n\n\"$\" x}",
    R"({"apiKey": /* the key */ "$"})",
    R"({"apiKey" /* the key */ : "$"})",
    "{\"apiKey\": // don't\n\"$\"}",
    R"({"apiKey":"$" /* "x":1, */ ,"x":1})",
    "{// isn't\n\"apiKey\":\"$\" // \"\n}",
    "{# \"\n\"apiKey\":\"$\"x}",
    R"({"api\u004bey":"$"x})",
    R"({"api\u004bey:"$"})",
    R"({"\ud83d\ude00apiKey":"$"x})",
    R"({"\ud83dapiKey":"$"x})",
    R"({"\apiKey":"$"})",
    R"({"apiKey\":"$"})",
    R"({\"apiKey\":\"$\"})",
    R"({"\uaccessKey":"$",})",
    R"({"\qapi_key":"$"})",
    "{\"apiKey\":\"\xFF$\xFF\"x}",
    "{\"apiKey\":\"\\x$\"}",
    "\xFF\xFE{\"apiKey\":\"$\"\xFF}",
    R"(}}}}]]]] "apiKey":"$")",
    R"(,,,{"apiKey":"$";"x":1})",
    R"({"my-token":"$" "x"})",
    R"({"x":"y"my_token":"$"})",
    R"({"x":"ymytoken":"$"})",
    R"({"MYTOKEN$"})",
};

TEST_CASE("in a broken text nothing of a secret is left") {
  std::mt19937 random(7);
  const auto plain = letters_of("ABCDEFGHJKLMNPQRSTUVWXYZ23456789");
  const auto nasty = letters_of("ABCDEFGHJKLMNPQRST:,:,{}[]' =/-_");
  const SecretNames names({"my_token"});
  CHECK(kBroken.size() >= 40);
  for (const std::string_view row : kBroken) {
    for (int round = 0; round < 20; ++round) {
      const std::string secret = make_secret(random, 24, round % 2 == 0 ? plain : nasty);
      const std::string text = plant(row, secret);
      const std::string shown = masked(text, find_secrets(text, names));
      CAPTURE(text);
      CAPTURE(shown);
      CHECK(find_leak(shown, secret, plant(row, "")) == "");
    }
  }
}

TEST_CASE("a secret that holds JSON is not freed by the loss of its escapes") {
  for (const std::string_view text :
       {R"({"apiKey":"a","SECRET\":\"b","x":1})", R"({"apiKey":"a\",\"SECRET":"b","x":1})",
        R"({"apiKey":"a","SECRET":\"b","x":1})", R"({"apiKey":"a"},{"SECRET\":1","x":1})",
        R"({"apiKey":"a"},{"SECRET":1","x":1})", R"({"apiKey":"a","SECRET":[[1","x":1})",
        R"({"apiKey":"a","SECRET":{\"b\":1","x":1})", R"({"apiKey":"a","SECRET":bcd,e","x":1})"}) {
    CAPTURE(text);
    CHECK(masked(text, find_secrets(text, SecretNames())).find("SECRET") == std::string::npos);
  }
}

TEST_CASE("a mistake far from the secret leaves its surroundings readable") {
  struct Row {
    std::string_view text, shown;
  };
  for (const Row& row : std::vector<Row>{
           {R"({"apiKey":"s3cr3t","x":"y",})", R"({"apiKey":"***","x":"y",})"},
           {R"({"apiKey":"s3cr3t",})", R"({"apiKey":"***",})"},
           {R"({"apiKey":"s3cr3t","x":y})", R"({"apiKey":"***","x":y})"},
           {R"({"apiKey":"s3cr3t","x":"y","z" 1})", R"({"apiKey":"***","x":"y","z" 1})"},
           {R"({"apiKey":"s3cr3t"})"
            "x",
            R"({"apiKey":***)"},
           {R"({"apiKey":"s3cr3t")", R"({"apiKey":"***")"},
           {R"({"apiKeys":["s1" , "s2"],"x":{"y":[1,2,}})", R"({"apiKeys":[***],"x":{"y":[1,2,}})"},
           {R"([{"apiKey":"s3cr3t"},{"x":1,"y"}])", R"([{"apiKey":"***"},{"x":1,"y"}])"},
           {R"({"a":{"apiKey":12},"x":1,"y":2 "z":3})",
            R"({"a":{"apiKey":***},"x":1,"y":2 "z":3})"},
           {R"({"a":{"apiKey":"s1","secretKey":"s2","x":1},})",
            R"({"a":{"apiKey":"***","secretKey":"***","x":1},})"},
           {R"({"kind":"apiKey","name":"x",})", R"({"kind":"apiKey","name":"x",})"},
           {R"({"name":"apikey-service","x":1,})", R"({"name":"apikey-service","x":1,})"},
           {R"({"apiKeyId":"x","y":1,})", R"({"apiKeyId":"x","y":1,})"},
           {R"({"x":[1,2)", R"({"x":[1,2)"},
           {"", ""}}) {
    CHECK(masked(row.text, find_secrets(row.text, SecretNames())) == row.shown);
  }
}

TEST_CASE("spans are ascending, apart, and within the text") {
  std::mt19937 random(11);
  const auto pieces = std::vector<std::string>{"\"",
                                               "apiKey",
                                               ":",
                                               "{",
                                               "}",
                                               "[",
                                               "]",
                                               ",",
                                               "\"x\"",
                                               "1",
                                               " ",
                                               "\n",
                                               "\\",
                                               "\\u004b",
                                               "\xFF",
                                               "\"apiKey\":\"",
                                               "\"secretKey\":1,"};
  for (int round = 0; round < 20000; ++round) {
    const std::string text = make_secret(random, 12, pieces);
    std::size_t end = 0;
    for (const admit::text::Span& span : find_secrets(text, SecretNames())) {
      CHECK(span.begin >= end);
      CHECK(span.end > span.begin);
      end = span.end;
    }
    CHECK(end <= text.size());
  }
}

// Each is long enough that work beyond linear would not end.
TEST_CASE("the work is linear whatever the text") {
  for (const std::string_view piece :
       {R"("apiKey":1,"b":)", R"(apiKey:1,")", R"("apiKey":1,"b":2,)", R"("apiKey":1,"b":{)",
        R"("x":"apiKey",)", R"("x" :        "apiKey" )", "apiKey", "[", R"({"apiKey":)", "\"", "\\",
        "   ", R"("apiKey":"a",)", R"("apiKeyX":)", R"("b":"apiKey" ,"c":)", "\\u004"}) {
    std::string text;
    while (text.size() < 1 << 20) text += piece;
    CHECK(find_secrets(text + "!", SecretNames({"aaaa", "token"})).size() <= text.size());
  }
}

}  // namespace
