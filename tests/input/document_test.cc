// Document, duplicate names, Node and PlaceFinder over real texts.
#include "input/document.h"

#include <doctest/doctest.h>

#include <string>

#include "admit/node.h"
#include "input/document_view.h"
#include "input/place_finder.h"
#include "input/probe.h"

namespace admit::input {
namespace {

TEST_CASE("duplicate names are found in small and large objects, escaped or not") {
  DocumentMemory memory;
  const auto duplicates = [&](const std::string& text) {
    Document document(memory);
    ReadOutcome outcome = document.read(text, {}, 8);
    CHECK_FALSE(outcome.error);
    return outcome.duplicates;
  };
  CHECK(duplicates(R"({"a":1,"b":2})").empty());
  CHECK(duplicates(R"([{"a":1},{"a":2}])").empty());
  CHECK(duplicates(R"({"a":{"a":{"a":1}}})").empty());

  const auto small = duplicates(R"({"a":1,"\u0061":2})");
  REQUIRE(small.size() == 1);
  CHECK(small[0].first == text::Span{1, 4});
  CHECK(small[0].later == text::Span{7, 15});

  std::string text = "{";
  for (int i = 0; i < 40; ++i) text += '"' + std::to_string(i % 39) + "\":0,";
  text += "\"x\":{\"0\":1}}";
  const auto large = duplicates(text);
  REQUIRE(large.size() == 1);
  CHECK(large[0].later.of(text) == "\"0\"");
  CHECK(large[0].later.begin > large[0].first.begin);
}

TEST_CASE("duplicates are counted beyond those kept") {
  DocumentMemory memory;
  Document document(memory);
  const auto outcome = document.read(R"({"a":1,"a":2,"a":3,"a":4})", {}, 2);
  CHECK(outcome.duplicates.size() == 2);
  CHECK(outcome.duplicate_count == 3);
}

TEST_CASE("a Node reads what is there and nothing else") {
  DocumentMemory memory;
  Document document(memory);
  const std::string text =
      R"({"s":"x","e":"","n":null,"b":true,"i":7,"d":1.0,"f":1.5,"u":18446744073709551615,)"
      R"("a":[1,"2"],"s2":"y","s2":"z"})";
  REQUIRE_FALSE(document.read(text, {}, 1).error);
  const DocumentView view;
  const Node root(&document.root(), &view);

  CHECK(root.kind() == Node::Kind::object);
  CHECK(root["s"].string() == "x");
  CHECK_FALSE(root["s"].integer());
  CHECK_FALSE(root["e"].is_given());
  CHECK_FALSE(root["n"].is_given());
  CHECK(root["n"].exists());
  CHECK(root["b"].boolean() == true);
  CHECK(root["i"].integer() == 7);
  CHECK(root["d"].integer() == 1);
  CHECK_FALSE(root["f"].integer());
  CHECK(root["f"].number() == 1.5);
  CHECK_FALSE(root["u"].integer());
  CHECK(root["a"].size() == 2);
  CHECK(root["a"].at(1).string() == "2");
  CHECK_FALSE(root["a"].at(2).exists());
  CHECK(root["s2"].string() == "z");
  CHECK(root.name_at(0) == "s");
  CHECK_FALSE(root["none"]["deeper"].exists());
  CHECK(root["s"]["x"].kind() == Node::Kind::absent);

  int items = 0;
  for (const Node item : root["a"].items()) items += item.exists() ? 1 : 0;
  CHECK(items == 2);

  CHECK(root["s"] == root["s"]);
  CHECK_FALSE(root["s"] == root["e"]);
  CHECK(root["none"] == Node());
}

TEST_CASE("a refused value has no content") {
  DocumentMemory memory;
  Document document(memory);
  REQUIRE_FALSE(document.read(R"({"s":"","t":"x"})", {}, 1).error);
  DocumentView view;
  const Node root(&document.root(), &view);
  view.refuse(value_of(root["s"]));
  view.refuse(value_of(root["t"]));
  CHECK(root["s"].is_given());
  CHECK_FALSE(root["t"].string());
}

TEST_CASE("PlaceFinder finds pointers, ranges, names and secrets") {
  DocumentMemory memory;
  Document document(memory);
  const std::string text = R"({"a/b": [10, {"key": {"x": "deep"}}], "~": 1})";
  REQUIRE_FALSE(document.read(text, {}, 1).error);
  const DocumentView view;
  const Node root(&document.root(), &view);
  const Node ten = root["a/b"].at(0);
  const Node deep = root["a/b"].at(1)["key"]["x"];
  PlaceFinder finder;
  for (const Node node : {root, ten, deep, root["~"]}) finder.want(node.id());
  const auto is_secret = [](std::string_view name) { return name == "key"; };
  finder.search(document, is_secret);

  CHECK(finder.find(root.id())->pointer.empty());
  CHECK(finder.find(root.id())->value == text::Span{0, text.size()});
  CHECK(finder.find(ten.id())->pointer == "/a~1b/0");
  CHECK(finder.find(ten.id())->value.of(text) == "10");
  CHECK(finder.find(deep.id())->pointer == "/a~1b/1/key/***");
  CHECK(finder.find(deep.id())->value.of(text) == "\"deep\"");
  CHECK(finder.find(deep.id())->name.of(text) == "\"x\"");
  CHECK(finder.find(deep.id())->is_secret);
  CHECK_FALSE(finder.find(ten.id())->is_secret);
  CHECK(finder.find(root["~"].id())->pointer == "/~0");
}

TEST_CASE("the probe knows requests from other documents") {
  constexpr std::string_view kMembers[] = {"sourceType", "serviceConfigs"};
  const auto probe = [&](std::string_view text) { return probe_document(text, {}, kMembers); };
  CHECK(probe(R"({"sourceType":1})") == Probe::has_member);
  CHECK(probe(R"({"a":{"sourceType":1}})") == Probe::other);
  CHECK(probe(R"([{"sourceType":1}])") == Probe::other);
  CHECK(probe(R"("sourceType")") == Probe::other);
  CHECK(probe(R"({"sourceType":1)") == Probe::unreadable);
  CHECK(probe("") == Probe::unreadable);
}

}  // namespace
}  // namespace admit::input
