// SchemaJudge: the metaschema of draft-07 as a Plan of our own, to judge schemas with.
#include "schema_judge.h"

#include <utility>

#include "admit/codes.h"
#include "input/document.h"
#include "report/assemble.h"
#include "schema/build_plan.h"
#include "schema/evaluate.h"
#include "severity_table.h"
#include "text/mask.h"

namespace admit {
namespace {

BuildError error_of(Report report) {
  const Violation& first = report.violations().front();
  BuildError error{"build.schema-invalid", "the schema is not valid: " + first.message(),
                   first.pointer, first.range.start, first.hint};
  error.report = std::move(report);
  return error;
}

}  // namespace

std::optional<BuildError> SchemaJudge::prepare() {
  if (metaschema_) return std::nullopt;
  auto built = schema::build_plan(schema::metaschema(), {});
  if (!built) return std::move(built).error();
  metaschema_ = std::move(built.value().plan);
  for (const CodeRow& row : code_rows()) {
    codes_.push_back({code_info(row.code), row.severity});
    severities_.push_back(Severity::error);
  }
  // Patterns and references are judged where they are used, with better reasons. The metaschema
  // forbids nothing that it does not know.
  for (const Code code : {Code::schema_format, Code::schema_unknown_member, Code::schema_null}) {
    severities_[static_cast<std::size_t>(code)] = Severity::ignore;
  }
  return std::nullopt;
}

std::optional<BuildError> SchemaJudge::operator()(const schema::SchemaSource& source) {
  if (auto fault = prepare()) return fault;
  const Limits limits{.max_depth = schema::kMaxSchemaItems,
                      .max_array_items = schema::kMaxSchemaItems};
  input::DocumentView view;
  input::Claims claims;
  schema::Strangers strangers;
  input::ObservationLog log(limits.max_violations);
  schema::WorkBudget budget(limits.max_work);
  if (!schema::evaluate(*metaschema_, source.root(), {false, severities_}, budget,
                        {view, log, claims, strangers})) {
    return BuildError{"build.size", "the schema is too large to be judged", "", std::nullopt,
                      "leave out what is not referred to"};
  }
  if (log.empty()) return std::nullopt;
  const text::SecretNames no_secrets = text::SecretNames::none();
  const report::Subject subject{source.text(), &source.document(), codes_, no_secrets, limits};
  report::Observed observed;
  observed.add(log);
  input::ScanMemory scan;
  return error_of(report::assemble(subject, std::move(observed), scan));
}

}  // namespace admit
