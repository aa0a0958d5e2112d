// Identifiers of Nacos and Function Compute by rows.
#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

#include "format/exact_copy.h"
#include "format/identifiers.h"

namespace {

struct Row {
  bool (*is_valid)(std::string_view) noexcept;
  std::string text;
  bool valid;
};

using namespace admit::format;

const std::vector<Row> kRows = {
    {is_nacos_namespace, "PUBLIC", true},
    {is_nacos_namespace, "f7a1-_9", true},
    {is_nacos_namespace, std::string(128, 'a'), true},
    {is_nacos_namespace, std::string(129, 'a'), false},
    {is_nacos_namespace, "", false},
    {is_nacos_namespace, "cn-hangzhou:test", false},
    {is_nacos_namespace, "a\n", false},
    {is_nacos_group, "DEFAULT_GROUP", true},
    {is_nacos_group, "a.b:c-d_e", true},
    {is_nacos_group, std::string(128, ':'), true},
    {is_nacos_group, std::string(129, ':'), false},
    {is_nacos_group, "", false},
    {is_nacos_group, "a b", false},
    {is_nacos_group, "\xc3\xbc", false},
    {is_nacos_service_name, "providers:com.x.Svc:1.0.0:", true},
    {is_nacos_service_name, "12345", true},
    {is_nacos_service_name, "a@b", true},
    {is_nacos_service_name, "a@@b", false},
    {is_nacos_service_name, "@a", false},
    {is_nacos_service_name, "a b", false},
    {is_nacos_service_name, "a\tb", false},
    {is_nacos_service_name, "", false},
    {is_nacos_service_name, std::string(512, 'a'), true},
    {is_nacos_service_name, std::string(513, 'a'), false},
    {is_function_name, "_f-1", true},
    {is_function_name, "1f", false},
    {is_function_name, "-f", false},
    {is_function_name, "f.g", false},
    {is_function_name, "", false},
    {is_function_name, std::string(128, 'f'), true},
    {is_function_name, std::string(129, 'f'), false},
    {is_function_qualifier, "LATEST", true},
    {is_function_qualifier, "42", true},
    {is_function_qualifier, "canary_1", true},
    {is_function_qualifier, "4a", false},
    {is_function_qualifier, "", false},
    {is_printable_ascii, "", true},
    {is_printable_ascii, " ~", true},
    {is_printable_ascii, "\x1f", false},
    {is_printable_ascii, "\x7f", false},
    {is_printable_ascii, "\xc3\xbc", false},
    {is_printable_ascii, std::string(1, '\0'), false},
};

}  // namespace

TEST_CASE("identifiers") {
  for (const Row& row : kRows) {
    CAPTURE(row.text);
    const admit::test::ExactCopy copy(row.text);
    CHECK(row.is_valid(copy.view()) == row.valid);
  }
}
