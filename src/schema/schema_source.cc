// SchemaSource: the text of a schema, read by the strict reader, and places in it.
#include "schema/schema_source.h"

#include "input/input_wording.h"
#include "input/place_finder.h"
#include "text/escape.h"
#include "text/lines.h"

namespace admit::schema {
namespace {

constexpr std::size_t kMaxSchemaBytes = std::size_t{64} << 20;

bool no_secret(std::string_view) {
  return false;
}

}  // namespace

std::optional<BuildError> SchemaSource::read(std::size_t max_depth) {
  Limits limits;
  limits.max_body_bytes = kMaxSchemaBytes;
  limits.max_depth = max_depth;
  limits.max_array_items = kMaxSchemaItems;
  const input::ReadOutcome outcome = document_.read(text_, limits, 1);
  if (!outcome.error) {
    return outcome.duplicates.empty() ? std::nullopt : duplicate_fault(outcome.duplicates.front());
  }
  const input::ScanError& error = *outcome.error;
  const bool deep = error.fault == input::ScanFault::too_deep;
  BuildError fault;
  fault.code = deep ? "build.depth" : "build.schema-syntax";
  fault.message = "the schema cannot be read: " + input::fault_wording(error, text_, limits);
  fault.hint = std::string(input::scan_fault_row(error.fault).hint);
  fault.position = text::LineIndex(text_).position(error.span.begin);
  return fault;
}

std::optional<BuildError> SchemaSource::duplicate_fault(const input::DuplicateName& name) const {
  BuildError fault;
  fault.code = "build.schema-syntax";
  fault.message =
      "the schema has the member " + std::string(name.later.of(text_)) + " twice in one object";
  fault.hint = "delete one of them";
  fault.position = text::LineIndex(text_).position(name.later.begin);
  return fault;
}

BuildError SchemaSource::fault(std::string code, std::string_view message, std::string_view hint,
                               const input::Value& value, bool at_name) const {
  input::PlaceFinder finder;
  finder.want(&value);
  finder.search(document_, no_secret);
  // The message may quote whatever stands in the schema.
  BuildError fault{
      std::move(code), text::printable(message), {}, std::nullopt, text::printable(hint)};
  if (const input::Place* place = finder.find(&value)) {
    fault.pointer = place->pointer;
    const bool named = at_name && place->name.size() > 0;
    fault.position =
        text::LineIndex(text_).position(named ? place->name.begin : place->value.begin);
  }
  return fault;
}

}  // namespace admit::schema
