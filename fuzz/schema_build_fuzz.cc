// Harness: bytes, mostly schemas changed in one place, through Engine::build. They make an engine,
// or a BuildError that says what is wrong and where. An engine then decides some bodies: its
// reports keep the promises of report_promises.h, and the direct compiler and valijson agree with
// it.
#include <admit/engine.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>

#include "promise.h"
#include "report_promises.h"
#include "schema/judges.h"
#include "schema_mutator.h"

namespace {

using admit::BuildError;
using admit::Engine;
using admit::Report;
using admit::Scratch;
using admit::Verdict;
using admit::fuzz::check_report;
using admit::fuzz::promise;
using admit::test::Judges;

constexpr std::string_view kBodies[] = {
    "null",
    "true",
    "0",
    "1.0",
    "-3",
    "0.5",
    "9007199254740993",
    R"("")",
    R"("a")",
    R"("\u00e4b")",
    R"("10.0.0.1")",
    "[]",
    R"([1,1.0])",
    R"(["a",2,null,{}])",
    "{}",
    R"({"a":1})",
    R"({"a":"x","b":null})",
    R"({"b":[{"a":{}}],"":0})",
    R"({"a":{"a":{"a":[1,"a"]}},"c":false})",
};

// What a check may cost for the oracles to be asked, who know no budget.
constexpr std::size_t kMostWork = 20000;

void check_fault(const BuildError& fault, std::string_view schema) {
  promise(fault.code.starts_with("build."), "codes of faults start with `build.`", fault.code);
  promise(fault.code != "build.internal" && fault.code != "build.memory", "no guard has to fire",
          fault.message);
  promise(!fault.message.empty() && fault.message.find_first_of("\r\n") == std::string::npos,
          "a fault has a message on one line", fault.code);
  promise(fault.pointer.empty() || fault.pointer.front() == '/', "pointers are pointers");
  promise(!fault.position || !fault.document.empty() || fault.position->offset <= schema.size(),
          "a fault lies within the schema");
  promise(fault.report.violations().empty() || fault.code == "build.schema-invalid",
          "only what the metaschema refuses has a report", fault.code);
}

void check_same_fault(const BuildError& a, const BuildError& b) {
  promise(a.code == b.code && a.message == b.message && a.pointer == b.pointer && a.hint == b.hint,
          "the same schema gives the same fault", a.message);
}

// False where a check has come to the end of its budget.
bool check_bodies(const Engine& engine) {
  Scratch scratch;
  bool is_decided = true;
  for (const std::string_view body : kBodies) {
    const Report report = engine.check(body, scratch);
    check_report(engine, body, report);
    if (report.verdict() == Verdict::undecided) {
      promise(report.undecided_reason().starts_with("limit.work"), "only the budget may end",
              report.undecided_reason());
      is_decided = false;
    }
    promise(engine.accepts(body, scratch) == (report.verdict() == Verdict::accept),
            "accepts agrees with check");
  }
  return is_decided;
}

// Patterns are std::regex in valijson, whose time and stack nobody bounds.
bool has_pattern(const Judges& judges) {
  const auto& definitions = judges.form()["definitions"].GetArray();
  return std::any_of(definitions.begin(), definitions.end(), [](const rapidjson::Value& schema) {
    return schema.IsObject() &&
           (schema.HasMember("pattern") || schema.HasMember("patternProperties"));
  });
}

void ask_oracles(Judges& judges) {
  const bool may_ask = !has_pattern(judges);
  for (const std::string_view body : kBodies) {
    for (const std::string& fault : judges.find_faults(body)) promise(false, fault, body);
    if (!may_ask) continue;
    const admit::test::Verdicts verdicts = judges.judge(body);
    promise(verdicts.engine == verdicts.direct, "the direct compiler agrees",
            std::string(body) + ": " + to_text(verdicts));
    promise(verdicts.abstains || !verdicts.valijson || verdicts.valijson == verdicts.direct,
            "valijson agrees", std::string(body) + ": " + to_text(verdicts));
  }
}

// The judges build more engines, one of a larger schema; where that is too large they say nothing.
std::optional<Judges> judges_of(std::string_view schema) {
  try {
    return std::optional<Judges>(std::in_place, schema);
  } catch (const std::runtime_error&) {
    return std::nullopt;
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view schema(reinterpret_cast<const char*>(data), size);
  admit::Options options;
  options.limits.max_work = kMostWork;
  const auto built = Engine::build(schema, {}, options);
  const auto again = Engine::build(schema, {}, options);
  promise(built.has_value() == again.has_value(), "the same schema is built again, or is not");
  if (!built) {
    check_fault(built.error(), schema);
    check_same_fault(built.error(), again.error());
    return 0;
  }
  if (!check_bodies(built.value())) return 0;
  std::optional<Judges> judges = judges_of(schema);
  if (judges) ask_oracles(*judges);
  return 0;
}

extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t size,
                                               std::size_t max_size, unsigned int seed) {
  return admit::fuzz::mutate_json(data, size, max_size, seed, admit::fuzz::schema_edits(),
                                  admit::fuzz::schema_words());
}
