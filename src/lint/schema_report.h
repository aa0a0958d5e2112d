// Schema reports: what building an engine says of a schema -> the report that a document gets.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "admit/engine.h"
#include "lint/schema_folder.h"
#include "report/run.h"

namespace admit::lint {

/// A schema and those that it may refer to, as text.
struct SchemaSet {
  std::string file;  ///< the schema as the user named it; "<stdin>" for `-`
  std::string text;
  SchemaFolder folder;
};

/// A report on one file of a SchemaSet, which must live as long.
struct SchemaReport {
  report::CheckedDocument document;
  std::string_view source;  ///< its text
};

/// Whether `error` is about a schema, not about rules, options or the machine.
bool is_about_schema(const BuildError& error) noexcept;

/// `error`, which is about a schema, as a report on the file that is to blame: everything that the
/// metaschema refuses, or the one fault that there is.
SchemaReport report_fault(const SchemaSet& schemas, const BuildError& error);

/// Reports with `warnings`: on the schema itself, warned of or not, then on the others.
std::vector<SchemaReport> report_warnings(const SchemaSet& schemas,
                                          std::span<const BuildError> warnings);

/// A warning in one line: `FILE:line:column: message [code]`.
std::string warning_line(const SchemaSet& schemas, const BuildError& warning);

/// A report as text. Nothing is masked: a schema names secrets and holds none.
std::string render_schema_report(const SchemaReport& report, bool colour);

}  // namespace admit::lint
