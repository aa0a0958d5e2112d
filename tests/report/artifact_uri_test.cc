// Tests of report/artifact_uri. Rows cite RFC 3986, RFC 8089 or SARIF 2.1.0.
#include "report/artifact_uri.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

namespace {

using admit::report::artifact_uri;

TEST_CASE("paths and their URIs") {
  struct Row {
    std::string_view path;
    std::string_view uri;
  };
  const Row rows[] = {
      {"a.json", "a.json"},
      {"dir/sub/a_b-c~1.json", "dir/sub/a_b-c~1.json"},
      {"./a.json", "a.json"},  // RFC 3986, 6.2.2.3: dot segments
      {"a/./b//c/../d.json", "a/b/d.json"},
      {"../a.json", "../a.json"},
      {"/srv/a b.json", "file:///srv/a%20b.json"},   // RFC 8089, 2
      {"/srv/../etc/a.json", "file:///etc/a.json"},  // SARIF 3.10.1: no `..` in a file URI
      {"/../a.json", "file:///a.json"},
      {"a:b.json", "a%3Ab.json"},  // RFC 3986, 4.2: no colon in the first segment
      {"50%.json", "50%25.json"},  // RFC 3986, 2.4
      {"a?b#c.json", "a%3Fb%23c.json"},
      {"<stdin>", "%3Cstdin%3E"},
      {"\xC3\xA9\xFF\n\\[\"]^`{|}", "%C3%A9%FF%0A%5C%5B%22%5D%5E%60%7B%7C%7D"},
      {"!$&'()*+,;=@", "!$&'()*+,;=@"},  // RFC 3986, 3.3: pchar
  };
  for (const Row& row : rows) {
    CAPTURE(row.path);
    CHECK(artifact_uri(row.path) == row.uri);
  }
}

TEST_CASE("every byte makes a URI of printable ASCII") {
  for (int byte = 1; byte < 256; ++byte) {
    const std::string uri = artifact_uri(std::string("a") + static_cast<char>(byte));
    CAPTURE(byte);
    CHECK(uri.find_first_of("<>\"\\^`{|}[]#?: \x7f") == std::string::npos);
    for (const char c : uri) CHECK((c > 0x20 && c < 0x7f));
  }
}

}  // namespace
