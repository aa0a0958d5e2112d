// References resolved: the examples of RFC 3986 section 5.4, and what schemas need beside them.
#include "format/uri_reference.h"

#include <doctest/doctest.h>

#include <string_view>

namespace {

using admit::format::resolve_uri;
using admit::format::split_fragment;

struct Row {
  std::string_view reference;
  std::string_view expected;
};

TEST_CASE("the examples of RFC 3986, normal (5.4.1) and abnormal (5.4.2), fragments left out") {
  const Row rows[] = {
      {"g:h", "g:h"},
      {"g", "http://a/b/c/g"},
      {"./g", "http://a/b/c/g"},
      {"g/", "http://a/b/c/g/"},
      {"/g", "http://a/g"},
      {"//g", "http://g"},
      {"?y", "http://a/b/c/d;p?y"},
      {"g?y", "http://a/b/c/g?y"},
      {";x", "http://a/b/c/;x"},
      {"g;x", "http://a/b/c/g;x"},
      {"g;x?y", "http://a/b/c/g;x?y"},
      {"", "http://a/b/c/d;p?q"},
      {".", "http://a/b/c/"},
      {"./", "http://a/b/c/"},
      {"..", "http://a/b/"},
      {"../", "http://a/b/"},
      {"../g", "http://a/b/g"},
      {"../..", "http://a/"},
      {"../../", "http://a/"},
      {"../../g", "http://a/g"},
      {"../../../g", "http://a/g"},
      {"../../../../g", "http://a/g"},
      {"/./g", "http://a/g"},
      {"/../g", "http://a/g"},
      {"g.", "http://a/b/c/g."},
      {".g", "http://a/b/c/.g"},
      {"g..", "http://a/b/c/g.."},
      {"..g", "http://a/b/c/..g"},
      {"./../g", "http://a/b/g"},
      {"./g/.", "http://a/b/c/g/"},
      {"g/./h", "http://a/b/c/g/h"},
      {"g/../h", "http://a/b/c/h"},
      {"g;x=1/./y", "http://a/b/c/g;x=1/y"},
      {"g;x=1/../y", "http://a/b/c/y"},
      {"g?y/./x", "http://a/b/c/g?y/./x"},
      {"g?y/../x", "http://a/b/c/g?y/../x"},
      {"http:g", "http:g"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.reference);
    CHECK(resolve_uri("http://a/b/c/d;p?q", row.reference) == row.expected);
  }
}

TEST_CASE("bases of other kinds") {
  struct Based {
    std::string_view base;
    std::string_view reference;
    std::string_view expected;
  };
  const Based rows[] = {
      {"", "item.json", "item.json"},
      {"", "../item.json", "../item.json"},
      {"", "http://a/b/../c", "http://a/c"},
      {"", "urn:example:item", "urn:example:item"},
      {"", "urn:example:a/../b", "urn:example:a/../b"},
      {"http://a", "item.json", "http://a/item.json"},
      {"urn:example:root", "urn:example:item", "urn:example:item"},
      {"file:///s/root.json", "item.json", "file:///s/item.json"},
      {"root.json", "item.json", "item.json"},
      {"s/root.json", "item.json", "s/item.json"},
  };
  for (const Based& row : rows) {
    CAPTURE(row.base);
    CAPTURE(row.reference);
    CHECK(resolve_uri(row.base, row.reference) == row.expected);
  }
}

TEST_CASE("a fragment starts at the first number sign") {
  CHECK(split_fragment("http://a/b").uri == "http://a/b");
  CHECK(split_fragment("http://a/b").fragment.empty());
  CHECK(split_fragment("http://a/b#").uri == "http://a/b");
  CHECK(split_fragment("http://a/b#c#d").fragment == "c#d");
  CHECK(split_fragment("#c").uri.empty());
}

}  // namespace
