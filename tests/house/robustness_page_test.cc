// docs/robustness.md: the tests that it names are there, and so are the harnesses.
#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>
#include <string>

namespace {

namespace fs = std::filesystem;

TEST_CASE("the tests and harnesses that docs/robustness.md names exist") {
  const fs::path root = ADMIT_SOURCE_DIR;
  std::ifstream file(root / "docs/robustness.md", std::ios::binary);
  const std::string page{std::istreambuf_iterator<char>(file), {}};
  const auto each_match = [&](const char* expression, const auto& visit) {
    const std::regex pattern(expression);
    std::size_t count = 0;
    for (std::sregex_iterator match(page.begin(), page.end(), pattern), end; match != end;
         ++match) {
      visit((*match)[1].str());
      ++count;
    }
    return count;
  };
  const std::size_t tests = each_match(R"(\]\(\.\./(tests/[^)]*)\))", [&](const std::string& name) {
    CHECK_MESSAGE(fs::is_regular_file(root / name), name);
  });
  const std::size_t harnesses = each_match("fuzz `([a-z_]+)`", [&](const std::string& name) {
    CHECK_MESSAGE(fs::is_regular_file(root / "fuzz" / (name + "_fuzz.cc")), name);
  });
  CHECK(tests > 20);
  CHECK(harnesses > 8);
}

}  // namespace
