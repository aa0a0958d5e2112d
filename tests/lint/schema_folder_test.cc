// SchemaFolder: which schemas of a folder are found under which URI.
#include "lint/schema_folder.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <string>
#include <string_view>

#include "lint/temporary_folder.h"

namespace {

using admit::lint::FoundSchema;
using admit::lint::read_root_id;
using admit::lint::SchemaFolder;
using admit::test::TemporaryFolder;

SchemaFolder read(const TemporaryFolder& folder, std::string_view base = {}) {
  auto read = SchemaFolder::read(folder.path(), base);
  REQUIRE(read.has_value());
  return std::move(read).value();
}

std::string path_of(const SchemaFolder& folder, std::string_view uri) {
  const FoundSchema* found = folder.find(uri);
  return found == nullptr ? std::string() : found->path;
}

TEST_CASE("the $id at the root, and no other, without an empty fragment") {
  struct Row {
    std::string_view text;
    std::string_view expected;  // empty: none
    bool is_json;
  };
  const Row rows[] = {
      {R"({"$id":"https://e.com/a"})", "https://e.com/a", true},
      {R"({"$id":"https://e.com/a#"})", "https://e.com/a", true},
      {R"({"type":"object","\u0024id":"a.json"})", "a.json", true},
      {R"({"$id":"https://e.com/a#name"})", "", true},
      {R"({"$id":"#name"})", "", true},
      {R"({"$id":""})", "", true},
      {R"({"$id":1})", "", true},
      {R"({"id":"https://e.com/a"})", "", true},
      {R"({"properties":{"a":{"$id":"https://e.com/a"}}})", "", true},
      {R"({"description":"\"$id\":\"https://e.com/a\""})", "", true},
      {R"([{"$id":"https://e.com/a"}])", "", true},
      {"true", "", true},
      {R"({"$id":"https://e.com/a"} x)", "", false},
      {R"({"$id":"https://e.com/a",})", "", false},
      {R"(// {"$id":"https://e.com/a"})", "", false},
      {"", "", false},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    const auto id = read_root_id(row.text);
    CHECK(id.uri.value_or("") == row.expected);
    CHECK(id.is_json == row.is_json);
  }
}

TEST_CASE("a schema that is nested as deeply as its size allows costs no stack") {
  const std::string open(1000000, '[');
  const std::string close(1000000, ']');
  CHECK(read_root_id(R"({"default":)" + open + close + R"(,"$id":"a"})").uri == "a");
}

TEST_CASE("schemas are found by $id, whatever their files are called") {
  const TemporaryFolder folder;
  const std::string a = folder.write("x.json", R"({"$id":"https://e.com/a.json"})");
  const std::string b = folder.write("below/y.json", R"({"$id":"https://e.com/s/../b.json#"})");
  folder.write("https://e.com/c.json", R"({"type":"object"})");
  folder.write(".hidden/d.json", R"({"$id":"https://e.com/d.json"})");
  folder.write("e.schema", R"({"$id":"https://e.com/e.json"})");
  const SchemaFolder schemas = read(folder);
  CHECK(path_of(schemas, "https://e.com/a.json") == a);
  CHECK(path_of(schemas, "https://e.com/b.json") == b);
  CHECK(path_of(schemas, "https://e.com/s/../b.json") == b);
  for (const char* other : {"https://e.com/c.json", "https://e.com/d.json", "https://e.com/e.json",
                            "https://E.com/a.json", "https://e.com/a", "a.json", ""}) {
    CAPTURE(other);
    CHECK(path_of(schemas, other).empty());
  }
  CHECK(schemas.find("https://e.com/a.json")->text == R"({"$id":"https://e.com/a.json"})");
}

TEST_CASE("a relative $id is relative to that of the schema that refers to it") {
  const TemporaryFolder folder;
  const std::string a = folder.write("a.json", R"({"$id":"a.json"})");
  const std::string b = folder.write("b.json", R"({"$id":"/parts/b.json"})");
  const SchemaFolder based = read(folder, "https://e.com/s/root.json");
  CHECK(path_of(based, "https://e.com/s/a.json") == a);
  CHECK(path_of(based, "https://e.com/parts/b.json") == b);
  CHECK(path_of(based, "a.json").empty());
  const SchemaFolder alone = read(folder);
  CHECK(path_of(alone, "a.json") == a);
  CHECK(path_of(alone, "/parts/b.json") == b);
}

TEST_CASE("a resolver gives what find finds") {
  const TemporaryFolder folder;
  folder.write("a.json", R"({"$id":"https://e.com/a"})");
  const SchemaFolder schemas = read(folder);
  const admit::SchemaResolver resolve = schemas.resolver();
  CHECK(resolve("https://e.com/a") == R"({"$id":"https://e.com/a"})");
  CHECK(!resolve("https://e.com/b"));
  CHECK(!SchemaFolder().resolver()("https://e.com/a"));
}

TEST_CASE("the same $id twice is a fault, the same file twice is none") {
  const TemporaryFolder folder;
  const std::string a = folder.write("a.json", R"({"$id":"https://e.com/a"})");
  std::filesystem::create_symlink("a.json", folder / "link.json");
  CHECK(SchemaFolder::read(folder.path(), {}).has_value());
  const std::string b = folder.write("b.json", R"({"$id":"https://e.com/./a#"})");
  const auto twice = SchemaFolder::read(folder.path(), {});
  REQUIRE(!twice.has_value());
  CHECK(twice.error().message ==
        '`' + a + "` and `" + b + "` have the same `$id`: `https://e.com/a`");
}

TEST_CASE("what does not parse is left out and remembered; what cannot be read is a fault") {
  const TemporaryFolder folder;
  const std::string broken = folder.write("broken.json", R"({"$id":)");
  folder.write("list.json", "[]");
  CHECK(read(folder).unparsed() == std::vector<std::string>{broken});
  std::filesystem::create_symlink("nowhere", folder / "dangling.json");
  const auto dangling = SchemaFolder::read(folder.path(), {});
  REQUIRE(!dangling.has_value());
  CHECK(dangling.error().message ==
        "cannot read `" + (folder / "dangling.json") + "`: No such file or directory");
  CHECK(!SchemaFolder::read(folder / "gone", {}).has_value());
}

}  // namespace
