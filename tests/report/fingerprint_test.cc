// Tests of report/fingerprint against the test vectors of RFC 9923 that end in a zero byte.
#include "report/fingerprint.h"

#include <doctest/doctest.h>

#include <set>
#include <string>

namespace {

using admit::report::Fingerprint;

TEST_CASE("fingerprints are FNV-1a over the text and a zero byte") {
  // By hand: (offset basis ^ 0) * prime, then the published hashes of "a" and "foobar" with one
  // more zero byte.
  CHECK(Fingerprint().hex() == "cbf29ce484222325");
  CHECK(Fingerprint().add("").hex() == "af63bd4c8601b7df");
  CHECK(Fingerprint().add("a").hex() == "089be207b544f1e4");
  CHECK(Fingerprint().add("foobar").hex() == "34531ca7168b8f38");
}

TEST_CASE("where one text ends and the next begins counts") {
  std::set<std::string> all;
  all.insert(Fingerprint().add("a").add("bc").hex());
  all.insert(Fingerprint().add("ab").add("c").hex());
  all.insert(Fingerprint().add("abc").hex());
  all.insert(Fingerprint().add("abc").add("").hex());
  all.insert(Fingerprint().add("bc").add("a").hex());
  CHECK(all.size() == 5);
}

}  // namespace
