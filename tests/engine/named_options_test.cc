// Options by name, beyond what the C interface and the command line test.
#include <doctest/doctest.h>

#include "admit/engine.h"
#include "named_options.h"

namespace {

using namespace admit;

TEST_CASE("options by name reach their fields") {
  Options options;
  CHECK(!set_option(options, "revision", "2026-02-05"));
  CHECK(!set_option(options, "strict", "true"));
  CHECK(!set_option(options, "severity", "schema.*=info"));
  CHECK(!set_option(options, "severity", "schema.null=ignore"));
  CHECK(!set_option(options, "report_from", "error"));
  CHECK(!set_option(options, "unknown_members", "deny"));
  CHECK(!set_option(options, "null_is_absent", "true"));
  CHECK(!set_option(options, "secret_member", "token"));
  CHECK(!set_option(options, "relaxed_keywords", "true"));
  CHECK(!set_option(options, "max_body_bytes", "1"));
  CHECK(!set_option(options, "max_depth", "2"));
  CHECK(!set_option(options, "max_violations", "3"));
  CHECK(!set_option(options, "max_array_items", "4"));
  CHECK(!set_option(options, "max_schema_depth", "5"));
  CHECK(!set_option(options, "max_work", "6"));

  CHECK(options.revision == "2026-02-05");
  CHECK(options.strict);
  REQUIRE(options.severities.size() == 2);
  CHECK(options.severities[0].code == "schema.*");
  CHECK(options.severities[0].severity == Severity::info);
  CHECK(options.severities[1].severity == Severity::ignore);
  CHECK(options.report_from == Severity::error);
  CHECK(options.unknown_members == UnknownMembers::deny);
  CHECK(options.null_is_absent == true);
  CHECK(options.secret_members == std::vector<std::string>{"token"});
  CHECK(options.relaxed_keywords);
  CHECK(options.limits.max_body_bytes == 1);
  CHECK(options.limits.max_depth == 2);
  CHECK(options.limits.max_violations == 3);
  CHECK(options.limits.max_array_items == 4);
  CHECK(options.limits.max_schema_depth == 5);
  CHECK(options.limits.max_work == 6);
}

TEST_CASE("a fault changes nothing") {
  Options options;
  CHECK(set_option(options, "strict", ""));
  CHECK(set_option(options, "severity", "a.b=fatal"));
  CHECK(set_option(options, "max_depth", "64 "));
  CHECK(set_option(options, "Strict", "true"));
  CHECK(!options.strict);
  CHECK(options.severities.empty());
  CHECK(options.limits.max_depth == Limits{}.max_depth);
}

}  // namespace
