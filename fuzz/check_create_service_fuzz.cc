// Harness: bytes, mostly requests changed in one place, through CreateService's engine. A verdict
// is always reached, and every report keeps the promises of report_promises.h; what the schema says
// of a request, valijson and the direct compiler say, too; the same document in other white space,
// with other escapes or its members in reverse gets the same codes at the same pointers.
#include <admit/create_service.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "create_service_mutator.h"
#include "json_edits.h"
#include "promise.h"
#include "report_promises.h"
#include "schema/judges.h"

namespace {

using admit::Engine;
using admit::Report;
using admit::Scratch;
using admit::Verdict;
using admit::fuzz::check_report;
using admit::fuzz::JsonTree;
using admit::fuzz::lines_of;
using admit::fuzz::promise;

Engine build(admit::Options options) {
  auto built = create_service_engine(std::move(options));
  promise(built.has_value(), "the shipped engine can be built");
  return std::move(built).value();
}

// One that tells everything, so that no cap keeps what happens to come first.
const Engine& engine_without_cap() {
  static const Engine engine = [] {
    admit::Options options{.report_from = admit::Severity::info};
    options.limits.max_violations = 100000;
    return build(std::move(options));
  }();
  return engine;
}

// Once more with a fresh Scratch, and by the short way.
void check_again(const Engine& engine, std::string_view body, const Report& report) {
  Scratch scratch;
  admit::fuzz::check_same(report, engine.check(body, scratch));
  promise(engine.accepts(body, scratch) == (report.verdict() == Verdict::accept),
          "accepts agrees with check");
}

Report check_engine(const Engine& engine, std::string_view body) {
  static Scratch used;
  Report report = engine.check(body, used);
  promise(report.verdict() != Verdict::undecided, "shipped rules always reach a verdict");
  check_report(engine, body, report);
  return report;
}

void reverse_members(JsonTree& value) {
  if (value.kind == JsonTree::Kind::object) std::ranges::reverse(value.children);
  for (auto& [name, child] : value.children) reverse_members(child);
}

void check_other_writing(const std::string& body, const std::vector<std::string>& wanted,
                         std::string_view what) {
  static Scratch scratch;
  promise(lines_of(engine_without_cap().check(body, scratch)) == wanted, what, body);
}

void check_writings(JsonTree document, const std::vector<std::string>& wanted) {
  check_other_writing(write_json_tree(document, {.line_end = "\r\n", .indent = "\t"}), wanted,
                      "white space changes nothing");
  check_other_writing(write_json_tree(document, {.escape_all = true}), wanted,
                      "escapes change nothing");
  reverse_members(document);
  check_other_writing(write_json_tree(document), wanted, "the order of members changes nothing");
}

void check_schema(std::string_view body) {
  static admit::test::Judges judges(admit::create_service_schema());
  const admit::test::Verdicts verdicts = judges.judge(body);
  promise(verdicts.engine == verdicts.direct, "the direct compiler agrees on the schema",
          to_text(verdicts));
  promise(verdicts.abstains || !verdicts.valijson || verdicts.valijson == verdicts.direct,
          "valijson agrees on the schema", to_text(verdicts));

  static const Engine strict_on_null = build({.null_is_absent = false});
  static Scratch scratch;
  const bool is_taken = strict_on_null.accepts(body, scratch);
  promise(!is_taken || verdicts.engine == true, "what the schema refuses, rules do not accept");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view body(reinterpret_cast<const char*>(data), size);
  static const Engine plain = build({});
  static const Engine strict =
      build({.revision = "2026-02-05", .strict = true, .report_from = admit::Severity::error});
  check_again(plain, body, check_engine(plain, body));
  (void)check_engine(strict, body);
  const Report all = check_engine(engine_without_cap(), body);
  if (admit::fuzz::is_unreadable(all)) return 0;
  check_schema(body);
  std::optional<JsonTree> document = admit::fuzz::parse_json_tree(body);
  if (document) check_writings(*std::move(document), lines_of(all));
  return 0;
}

extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t size,
                                               std::size_t max_size, unsigned int seed) {
  return admit::fuzz::mutate_json(data, size, max_size, seed, admit::fuzz::create_service_edits(),
                                  admit::fuzz::create_service_words());
}
