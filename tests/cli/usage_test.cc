// The command line itself: help, version, what is refused, and with which suggestion.
#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

#include "cli/process.h"
#include "cli/requests.h"

namespace {

using namespace admit::test;

TEST_CASE("what is wrong with the command line is named, with the nearest repair") {
  struct Row {
    std::vector<std::string> arguments;
    std::string_view message;
    std::string_view hint;
  };
  const Row rows[] = {
      {{}, "no command", "check, schema, rules and explain"},
      {{"chek", "-"}, "unknown command `chek`", "did you mean `check`"},
      {{"nothing-like-it"},
       "unknown command `nothing-like-it`",
       "check, schema, rules and explain"},
      {{"--vresion"}, "unknown option `--vresion`", "did you mean `--version`"},
      {{"check"}, "FILE is required", "`admit check --help`"},
      {{"check", "--"}, "FILE is required", "`admit check --help`"},
      {{"check", "--fromat", "json", "-"}, "unknown option `--fromat`", "did you mean `--format`"},
      {{"check", "--fail_on=error", "-"}, "unknown option `--fail_on`", "did you mean `--fail-on`"},
      {{"check", "--stritc"}, "unknown option `--stritc`", "did you mean `--strict`"},
      {{"check", "--nothing-like-it", "-"}, "`--nothing-like-it`", "`admit check --help` lists"},
      {{"check", "-x", "-"}, "unknown option `-x`", "`admit check --help` lists"},
      {{"check", "-", "--format"}, "option `--format` needs a value", "`admit check --help`"},
      {{"check", "--format", "xml", "-"}, "--format: `xml` is none of text, json", ""},
      {{"check", "--fail-on", "info", "-"}, "--fail-on: `info` is none of error, warning", ""},
      {{"check", "--unknown-members=no", "-"}, "`no` is none of ignore, warn, deny", ""},
      {{"check", "--max-body-bytes=-1", "-"}, "`-1` is not a positive whole number", ""},
      {{"check", "--max-body-bytes=1k", "-"}, "`1k` is not a positive whole number", ""},
      {{"check", "--max-body-bytes=99999999999999999999", "-"}, "is not a positive whole", ""},
      {{"check", "--max-work=0", "-"}, "--max-work: `0` is not a positive whole number", ""},
      {{"check", "--max-wrok=9", "-"}, "unknown option `--max-wrok`", "did you mean `--max-work`"},
      {{"check", "--schema-dir", ".", "-"}, "--schema-dir requires --schema", ""},
      {{"check", "--relaxed-keywords", "-"}, "--relaxed-keywords requires --schema", ""},
      {{"check", "--response", "--schema", "-", "x"}, "--schema excludes --response", ""},
      {{"check", "--response", "--revision", "2026-02-05", "-"}, "--revision excludes", ""},
      {{"check", "--schema", "-", "-"}, "standard input cannot be both", ""},
      {{"check", "--schema", "/no/such", "-"}, "cannot read the schema `/no/such`: No such", ""},
      {{"check", "--severity", "schema.null", "-"}, "`schema.null` is not of the form", ""},
      {{"check", "--severity", "=error", "-"}, "`=error` is not of the form CODE=LEVEL", ""},
      {{"check", "--severity", "schema.null=fatal", "-"}, "`fatal` is none of error, warning", ""},
      {{"check", "--severity", "schema.nul=error", "-"}, "schema.nul", "schema.null"},
      {{"check", "--severity", "endpont.*=error", "-"}, "endpont.*", "endpoint"},
      {{"check", "--severity", "input.syntax=warning", "-"}, "input.syntax", ""},
      {{"check", "--revision", "2020-01-01", "-"}, "2020-01-01", "2026-02-05"},
      {{"check", "--revision", "2020-01-01", "-"}, "2020-01-01", "2026-08-21"},
      {{"schema", "--format", "json"}, "--format requires --check", "`admit schema --help`"},
      {{"schema", "--strict"}, "--strict requires --with-rules", "`admit schema --help`"},
      {{"schema", "--with-rules", "--check", "-"}, "--with-rules excludes --check", ""},
      {{"schema", "--revision", "2020-01-01"}, "2020-01-01", "2026-08-21"},
      {{"schema", "-"}, "unexpected argument `-`", "`admit schema --help`"},
      {{"schema", "--chek", "-"}, "unknown option `--chek`", "did you mean `--check`"},
      {{"schema", "--check", "-", "--schema-dir", "/no/such"}, "cannot read `/no/such`: No", ""},
      {{"rules", "--revision", "2020-01-01"}, "2020-01-01", "2026-08-21"},
      {{"rules", "more"}, "unexpected argument `more`", ""},
      {{"explain"}, "CODE is required", "`admit explain --help`"},
      {{"explain", "schema.nul"}, "unknown code `schema.nul`", "did you mean `schema.null`"},
      {{"explain", "no.such.code.at.all"}, "unknown code", "`admit rules` lists the codes"},
      {{"explain", "schema.null", "schema.type"}, "unexpected argument `schema.type`", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.message);
    const Outcome outcome = run_tool(row.arguments, {.input = kGood});
    CAPTURE(outcome.errors);
    CHECK(outcome.code == 2);
    CHECK(outcome.out.empty());
    CHECK(outcome.errors.starts_with("admit: "));
    CHECK(has(outcome.errors, row.message));
    CHECK(has(outcome.errors, row.hint));
  }
}

TEST_CASE("help for the tool and for every command, with examples") {
  const std::vector<std::string> commands[] = {{"--help"},
                                               {"check", "--help"},
                                               {"schema", "--help"},
                                               {"rules", "--help"},
                                               {"explain", "--help"}};
  for (const std::vector<std::string>& command : commands) {
    const Outcome outcome = run_tool(command);
    CHECK(outcome.code == 0);
    CHECK(outcome.errors.empty());
    CHECK(has(outcome.out, "Usage: admit"));
    CHECK(has(outcome.out, "Examples:\n  admit "));
  }
}

TEST_CASE("--version") {
  const Outcome outcome = run_tool({"--version"});
  CHECK(outcome.code == 0);
  CHECK(outcome.out == "admit " ADMIT_VERSION "\n");
}

TEST_CASE("an option that is given twice counts as it was given last") {
  const Outcome outcome =
      run_tool({"check", "--format", "text", "-", "--format", "json"}, {.input = kGood});
  CHECK(outcome.code == 0);
  CHECK(outcome.out.starts_with("{"));
}

}  // namespace
