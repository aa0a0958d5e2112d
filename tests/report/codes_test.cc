// Tests of the table of codes.
#include "admit/codes.h"

#include <doctest/doctest.h>

#include <string>

namespace {

using namespace admit;

TEST_CASE("every code is found by its id and stands at its place") {
  CHECK(code_rows().size() > 50);
  for (const CodeRow& row : code_rows()) {
    REQUIRE(find_code(row.id) != nullptr);
    CHECK(find_code(row.id)->code == row.code);
    CHECK(&code_row(row.code) == find_code(row.id));
  }
  CHECK(code_row(Code::service_namespace_required).id == "service.namespace-required");
  CHECK(code_row(Code::schema_null).severity == Severity::warning);
  CHECK(code_row(Code::input_syntax).strictness == Strictness::fixed);
}

TEST_CASE("what is no code is not found") {
  for (const std::string_view id : {"", "service", "service.", "service.namespace-require",
                                    "service.namespace-required ", "SCHEMA.NULL", "zzz.zzz"}) {
    CHECK(find_code(id) == nullptr);
  }
}

TEST_CASE("what the bytes come to is always an error") {
  for (const CodeRow& row : code_rows()) {
    const bool is_of_bytes =
        row.id.starts_with("input.") ||
        (row.id.starts_with("yaml.") && row.code != Code::yaml_ambiguous_scalar);
    CHECK((row.strictness == Strictness::fixed) == is_of_bytes);
  }
}

}  // namespace
