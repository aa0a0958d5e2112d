// Globs: what fits a path.
#include "lint/glob.h"

#include <doctest/doctest.h>

#include <string_view>

namespace {

struct Row {
  std::string_view glob, path;
  bool fits;
};

TEST_CASE("globs") {
  constexpr Row kRows[] = {
      {"a.json", "a.json", true},
      {"a.json", "b/c/a.json", true},
      {"a.json", "xa.json", false},
      {"/a.json", "b/a.json", false},
      {"*.json", "b/a.json", true},
      {"b/*.json", "b/a.json", true},
      {"b/*.json", "b/c/a.json", false},
      {"b/**/*.json", "b/a.json", true},
      {"b/**/*.json", "b/c/d/a.json", true},
      {"**/gen/**", "a/gen/b.json", true},
      {"**/gen/**", "gen/b.json", true},
      {"**/gen/**", "a/gent/b.json", false},
      {"gen", "gen/b/c.json", true},
      {"gen/", "gen/b.json", true},
      {"gen/b", "x/gen/b/c.json", false},
      {"?.json", "a.json", true},
      {"?.json", "ab.json", false},
      {"?.json", "\xC3\xA4.json", true},
      {"[a-c].json", "b.json", true},
      {"[!a-c].json", "b.json", false},
      {"[!a-c].json", "d.json", true},
      {"[.json", "[.json", true},
      {"[z-a].json", "b.json", false},
      {"a+(b).json", "a+(b).json", true},
      {"a.json", "aXjson", false},
      {"**", "a/b/c", true},
  };
  for (const Row& row : kRows) {
    CAPTURE(row.glob);
    CAPTURE(row.path);
    CHECK(admit::lint::Glob(row.glob).matches(row.path) == row.fits);
  }
}

}  // namespace
