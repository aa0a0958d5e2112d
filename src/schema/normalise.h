// Normalising: an author's schema -> the hoisted form that valijson reads without harm.
//
// Every subschema becomes an entry of the array `definitions`, and every place where one stood
// becomes {"$ref": "#/definitions/n"}; the title of entry n is n; references go to their final
// target at once; the root is {"allOf": [{"$ref": "#/definitions/0"}]}. Nothing is nested any more:
// valijson cannot recurse far, its cache of subschemas (keyed by path) cannot mix up scopes, and
// every constraint that comes out knows the n it belongs to.
#pragma once

#include <rapidjson/document.h>

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "admit/result.h"
#include "schema/keyword.h"
#include "schema/plan.h"
#include "schema/schema_source.h"

namespace admit::schema {

/// What the author wrote where entry n comes from.
struct HoistedEntry {
  const input::Value* source = nullptr;  ///< an object or a boolean
  std::string location;                  ///< `#` and a JSON Pointer
  std::size_t depth = 0;                 ///< how deeply it is nested in the author's schema
  KeywordSet keywords;                   ///< those that the hoisted entry keeps
};

struct HoistedSchema {
  std::vector<HoistedEntry> entries;  ///< entry n is definitions[n]; 0 is the root
  std::unique_ptr<rapidjson::Document> document;
};

struct NormaliseOptions {
  std::string_view revision;  ///< what carries a later `x-since` is left out; empty: nothing is
  std::size_t max_depth = 64;
};

/// Normalises the schema in `source`. Unknown keywords, values of the wrong shape, references to
/// nowhere or in a circle, and excess depth are BuildErrors with their place.
Result<HoistedSchema, BuildError> normalise(const SchemaSource& source,
                                            const NormaliseOptions& options);

/// The values of `schema`'s enum that the revision has; all of them when `revision` is empty.
std::vector<const input::Value*> enum_values(const input::Value& schema, std::string_view revision);

/// The properties and enum values of `schema` that came later than `revision`.
std::vector<LaterName> later_names(const input::Value& schema, std::string_view revision);

/// True for a subschema that came later than `revision`.
bool is_later(const input::Value& schema, std::string_view revision);

}  // namespace admit::schema
