// The oracle for the scanner puts RapidJSON right, and where it does, RapidJSON still is wrong.
#include "oracles/json_oracle.h"

#include <doctest/doctest.h>
#include <rapidjson/document.h>

#include <string>
#include <string_view>

namespace {

using namespace std::string_view_literals;
using admit::test::judge_json;

bool rapidjson_accepts(std::string_view text) {
  rapidjson::Document document;
  document.Parse<rapidjson::kParseIterativeFlag | rapidjson::kParseValidateEncodingFlag>(
      text.data(), text.size());
  return !document.HasParseError();
}

TEST_CASE("what RapidJSON takes, and the oracle does not") {
  for (const std::string_view text : {"{}\0garbage"sv, R"("\udc00")"sv, "1e-400"sv}) {
    CAPTURE(std::string(text));
    CHECK(rapidjson_accepts(text));
    CHECK(!judge_json(text).accepted);
    CHECK(!judge_json(text).abstains);
  }
}

TEST_CASE("what RapidJSON refuses, and the oracle has no opinion on") {
  CHECK(!rapidjson_accepts("0e99999999999"));
  CHECK(judge_json("0e99999999999").abstains);
}

TEST_CASE("what is read in a document") {
  CHECK(judge_json(R"({"a":[1,18446744073709551615,true,null,"\u00e9"]})").events ==
        "{\nname a\n[\nint 1\nuint 18446744073709551615\ntrue\nnull\nstring \u00e9\n] 5\n} 1\n");
  CHECK(judge_json("0.5").events == judge_json("5e-1").events);
  CHECK(judge_json("0.0").events != judge_json("-0.0").events);
  CHECK(!judge_json("[1,]").accepted);
}

}  // namespace
