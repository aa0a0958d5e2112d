// is_request: which texts count as requests although nobody named their files.
#include "lint/selection.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

namespace {

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

}  // namespace
