// SchemaJudge: the metaschema of draft-07 as a Plan of our own, to judge schemas with: all that is
// wrong with one, located and in words, before anything is made of it.
#pragma once

#include <optional>
#include <vector>

#include "admit/engine.h"
#include "schema/plan.h"
#include "schema/schema_source.h"

namespace admit {

class SchemaJudge {
 public:
  /// Nothing where the metaschema accepts the document; else build.schema-invalid with the report.
  std::optional<BuildError> operator()(const schema::SchemaSource& source);

 private:
  std::optional<BuildError> prepare();

  std::optional<schema::Plan> metaschema_;  ///< made with the first document
  std::vector<EngineCode> codes_;
  std::vector<Severity> severities_;  ///< by Code
};

}  // namespace admit
