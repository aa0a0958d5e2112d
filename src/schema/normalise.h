// Normalising: an author's schema -> the hoisted form that valijson reads without harm.
//
// Every subschema becomes an entry of the array `definitions`, and every place where one stood
// becomes {"$ref": "#/leaves/n"}, where leaf n has the title n and nothing else; the title of entry
// n is n, too; references go to their final target at once; the root is {"allOf": [links to all
// entries]}. Nothing is nested any more, and nothing leads on: valijson cannot recurse, its cache
// of subschemas (keyed by path) cannot mix up scopes, and every constraint that comes out knows the
// n it belongs to and the numbers that it leads to. What does nothing (`then` without `if`,
// `additionalItems` without an array of `items`) is dropped.
#pragma once

#include <rapidjson/document.h>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "admit/result.h"
#include "schema/keyword.h"
#include "schema/library.h"
#include "schema/links.h"
#include "schema/plan.h"

namespace admit::schema {

/// What the author wrote where entry n comes from.
struct HoistedEntry {
  SchemaPlace place;
  std::size_t depth = 0;  ///< how deeply it is nested in the author's schema
  KeywordSet keywords;    ///< those that the hoisted entry keeps
};

struct HoistedSchema {
  std::vector<HoistedEntry> entries;  ///< entry n is definitions[n]; 0 is the author's root
  Links links;
  std::unique_ptr<rapidjson::Document> document;
  std::vector<BuildError> warnings;
};

/// What stands for the values of enum, const and numeric keywords in the hoisted form.
enum class HoistedValues : std::uint8_t {
  placeholders,  ///< integers: valijson's tree is too inexact, and too large, to hold them
  originals,     ///< for those who validate with the form: links go to the entries themselves, each
                 ///< of which stands after what it leads to, and `false` gets a `not`
};

struct NormaliseOptions {
  std::string_view revision;  ///< what carries a later `x-since` is left out; empty: nothing is
  std::size_t max_depth = 64;
  HoistedValues values = HoistedValues::placeholders;
};

/// Normalises the root of `library`, loading what it refers to. Values of the wrong shape,
/// references to nowhere or in a circle, formats that this build cannot judge, and excess depth are
/// BuildErrors with their place.
Result<HoistedSchema, BuildError> normalise(Library& library, const NormaliseOptions& options);

}  // namespace admit::schema
