// is_request: which texts count as requests although nobody named their files. Selection: which
// files of a folder are checked.
#include "lint/selection.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "lint/temporary_folder.h"

namespace {

using admit::lint::Selection;
using admit::test::TemporaryFolder;

TEST_CASE("a request has one of its members at the root, or does not parse") {
  struct Row {
    std::string_view text;
    bool expected;
  };
  const Row rows[] = {
      {R"({"sourceType":"K8S"})", true},
      {R"({"serviceConfigs":[]})", true},
      {R"({"a":1,"sourceType":null})", true},
      {R"({"\u0073ourceType":"K8S"})", true},
      {R"({"a":{"sourceType":"K8S"}})", false},
      {R"([{"sourceType":"K8S"}])", false},
      {R"({"a":"sourceType"})", false},
      {R"({"SourceType":"K8S"})", false},
      {R"({"name":"app","version":"1"})", false},
      {"{}", false},
      {"[]", false},
      {"12", false},
      {"", true},
      {"{", true},
      {"// comment\n{}", true},
      {R"({"a":1,"a":2})", false},
      {R"({"sourceType":"K8S","sourceType":"K8S"})", true},
      {"\xff", true},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(admit::lint::is_request(row.text, {}) == row.expected);
  }
}

TEST_CASE("a text beyond the limits counts, because nobody knows what it is") {
  const std::string large = R"({"a":")" + std::string(100, 'x') + R"("})";
  CHECK(admit::lint::is_request(large, {.max_body_bytes = 50}));
  CHECK(!admit::lint::is_request(large, {.max_body_bytes = 500}));
  CHECK(admit::lint::is_request("[[[[1]]]]", {.max_depth = 3}));
}

TEST_CASE("by default a selection takes requests, wherever they lie") {
  const Selection selection;
  CHECK(selection.takes_path("anywhere.json"));
  CHECK(selection.takes(R"({"sourceType":"K8S"})", {}));
  CHECK(!selection.takes("{}", {}));
}

TEST_CASE("every file but some: files, folders, and links into and out of them") {
  const TemporaryFolder folder;
  const std::string schema = folder.write("schema.json", "{}");
  const std::string inside = folder.write("schemas/below/a.json", "{}");
  const std::string outside = folder.write("schemas.json", "{}");
  const std::string similar = folder.write("schemas-2/a.json", "{}");
  std::filesystem::create_symlink("schema.json", folder / "link.json");
  std::filesystem::create_symlink("../schemas.json", folder / "schemas/out.json");
  const std::vector<std::string> left_out = {schema, folder / "./schemas/"};
  const Selection selection = Selection::every_file_but(left_out);
  CHECK(selection.takes("{}", {}));
  CHECK(selection.takes_path(outside));
  CHECK(selection.takes_path(similar));
  CHECK(!selection.takes_path(schema));
  CHECK(!selection.takes_path(folder / "schemas-2/../schema.json"));
  CHECK(!selection.takes_path(folder / "link.json"));
  CHECK(!selection.takes_path(inside));
  CHECK(!selection.takes_path(folder / "schemas/out.json"));
  CHECK(Selection::every_file_but({}).takes_path(schema));
}

}  // namespace
