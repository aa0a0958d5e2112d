// Tests of text/mask on text that is JSON, where masking is exact, and of the names.
#include "text/mask.h"

#include <doctest/doctest.h>

#include <random>
#include <string>
#include <vector>

#include "planted.h"

namespace {

using namespace admit::text;
using namespace std::string_view_literals;
using admit::test::masked;

TEST_CASE("names match whatever their case and joiners, built-in ones at the end of a name too") {
  const SecretNames names({"Session-Token", "", "_-", "gr\xC3\xBC\xC3\x9F"});
  for (const std::string_view name :
       {"apiKey", "APIKEY", "api_key", "api-key", "_api__key-", "apiKeys", "accessKey", "SecretKey",
        "authkey", "awsAccessKey", "awsSecretKey", "vertexAuthKey", "X-Api-Key", "api key",
        "config.apiKey", "session_token", "SESSIONTOKEN", "gr\xC3\xBC\xC3\x9F"}) {
    CAPTURE(name);
    CHECK(names.matches(name));
  }
  for (const std::string_view name :
       {"", "_", "key", "apiKeyId", "apikeyss", "api", "mySessionToken", "sessionTokens", "secret",
        "accessKeyId", "gr\xC3\xBC", "\xC3\x9F"}) {
    CAPTURE(name);
    CHECK_FALSE(names.matches(name));
  }
  CHECK_FALSE(SecretNames().matches("sessionToken"));
}

TEST_CASE("in JSON the values of secrets are masked and nothing else") {
  struct Row {
    std::string_view text, shown;
  };
  for (const Row& row : std::vector<Row>{
           {R"({"apiKey":"s3cr3t","x":1})", R"({"apiKey":"***","x":1})"},
           {R"({"x":"y","API_KEY" : "s3cr3t" , "z":[1]})",
            R"({"x":"y","API_KEY" : "***" , "z":[1]})"},
           {"{\"apiKey\"\r\n\t:\n\"s3cr3t\"\n}", "{\"apiKey\"\r\n\t:\n\"***\"\n}"},
           {R"({"api\u004bey":"s3cr3t"})", R"({"api\u004bey":"***"})"},
           {R"({"\u0061pi\u005fKey":"s3cr3t"})", R"({"\u0061pi\u005fKey":"***"})"},
           {R"({"apiKey":"s\"3\\c\u0041"})", R"({"apiKey":"***"})"},
           {R"({"apiKey":"s3\",\"x\":\"cr3t","y":2})", R"({"apiKey":"***","y":2})"},
           {R"({"apiKey":""})", R"({"apiKey":""})"},
           {R"({"apiKey":12345.6e7,"x":1})", R"({"apiKey":***,"x":1})"},
           {R"({"apiKey":null,"x":true})", R"({"apiKey":***,"x":true})"},
           {R"({"apiKeys":["s1","s2"],"x":["y"]})", R"({"apiKeys":[***],"x":["y"]})"},
           {R"({"apiKeys":[],"x":{}})", R"({"apiKeys":[],"x":{}})"},
           {R"({"apiKeys":[["a]"],{"b":"}"}],"x":1})", R"({"apiKeys":[***],"x":1})"},
           {R"({"secretKey":{"a":{"apiKey":"b"},"c":"d"},"x":1})", R"({"secretKey":{***},"x":1})"},
           {R"([{"authKey":"a"},{"authKey":"b"},"c"])",
            R"([{"authKey":"***"},{"authKey":"***"},"c"])"},
           {R"({"kind":"apiKey","name":"x"})", R"({"kind":"apiKey","name":"x"})"},
           {R"({"list":["apiKey","x","secretKey"]})", R"({"list":["apiKey","x","secretKey"]})"},
           {R"({"text":"the apiKey: 'x', apiKey=y"})", R"({"text":"the apiKey: 'x', apiKey=y"})"},
           {R"({"apiKeyId":"x","keys":["y"]})", R"({"apiKeyId":"x","keys":["y"]})"},
           {R"({"my.token":"s3cr3t","token":"x"})", R"({"my.token":"***","token":"x"})"},
           {"\xEF\xBB\xBF{\"apiKey\":\"s3cr3t\",\"x\":1}",
            "\xEF\xBB\xBF{\"apiKey\":\"***\",\"x\":1}"},
           {"{\"apiKey\":\"\xE4\xBD\xA0\xFF\",\"x\":\"\xFF\"}",
            "{\"apiKey\":\"***\",\"x\":\"\xFF\"}"},
           {R"("apiKey")", R"("apiKey")"},
           {R"( {"apiKey":"a","apiKey":"b"} )", R"( {"apiKey":"***","apiKey":"***"} )"}}) {
    CHECK(masked(row.text, find_secrets(row.text, SecretNames({"my_token"}))) == row.shown);
  }
}

// Writes random JSON, and what it must look like once masked.
class RandomJson {
 public:
  explicit RandomJson(unsigned seed) : random_(seed) {}

  std::string text;
  std::string shown;

  void write_value(int depth, bool is_secret) {
    const unsigned kind = pick(depth > 0 ? 6 : 4);
    if (kind >= 4) return write_container(kind == 4, depth, is_secret);
    const std::vector<std::string> scalars =
        kind == 0 ? std::vector<std::string>{"true", "null", "0", "-1.5E+3", "12345678"}
                  : std::vector<std::string>{R"(\"},{)", "", R"(apiKey\":\")", R"(\\)", "a:b,c"};
    const std::string scalar = scalars[pick(scalars.size())];
    const std::string quote = kind == 0 ? "" : "\"";
    put(quote);
    put(scalar, is_secret && !scalar.empty() ? "***" : scalar);
    put(quote);
  }

 private:
  unsigned pick(std::size_t count) { return static_cast<unsigned>(random_() % count); }

  void put(const std::string& bytes) { put(bytes, bytes); }
  void put(const std::string& bytes, const std::string& seen) {
    text += bytes;
    if (!is_hidden_) shown += seen;
  }
  void put_space() { put(std::string(pick(3), " \n\t\r"[pick(4)])); }

  void write_container(bool is_object, int depth, bool is_secret) {
    put(is_object ? "{" : "[");
    const bool hides = is_secret && !is_hidden_;
    const std::size_t begin = text.size();
    if (hides) is_hidden_ = true;
    put_space();
    const unsigned count = pick(4);
    for (unsigned i = 0; i < count; ++i) {
      if (i > 0) put(",");
      put_space();
      write_item(is_object, depth);
      put_space();
    }
    if (hides) is_hidden_ = false;
    if (hides && text.size() > begin) shown += "***";
    put(is_object ? "}" : "]");
  }

  void write_item(bool is_object, int depth) {
    static const std::vector<std::string> names = {"x", "", "apiKeyX", "key"};
    static const std::vector<std::string> secrets = {"apiKey", R"(\u0061pi-key)", "awsSecretKey"};
    const bool is_secret = is_object && pick(3) == 0;
    if (is_object) {
      put('"' + (is_secret ? secrets[pick(secrets.size())] : names[pick(names.size())]) + '"');
      put_space();
      put(":");
      put_space();
    }
    write_value(depth - 1, is_secret);
  }

  std::mt19937 random_;
  bool is_hidden_ = false;
};

TEST_CASE("in random JSON exactly the secrets are masked") {
  for (unsigned seed = 0; seed < 5000; ++seed) {
    RandomJson json(seed);
    json.write_value(5, false);
    CAPTURE(json.text);
    CHECK(masked(json.text, find_secrets(json.text, SecretNames())) == json.shown);
  }
}

TEST_CASE("deep nesting costs no stack") {
  std::string text;
  for (int i = 0; i < 200000; ++i) text += R"({"apiKey":)";
  CHECK(find_secrets(text, SecretNames()).size() == 1);
  text += "1" + std::string(200000, '}');
  const std::vector<Span> spans = find_secrets(text, SecretNames());
  REQUIRE(spans.size() == 1);
  CHECK(spans[0] == Span{11, text.size() - 2});
}

}  // namespace
