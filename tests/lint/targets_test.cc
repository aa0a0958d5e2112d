// list_targets: what is looked at, in which order, and how often.
#include "lint/targets.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <string>
#include <vector>

#include "lint/temporary_folder.h"

namespace {

using admit::lint::list_targets;
using admit::lint::Target;
using admit::lint::Targets;
using admit::test::TemporaryFolder;

// "name" for a file that was found, "name!" for one that was named.
std::vector<std::string> names(const Targets& targets, const TemporaryFolder& folder) {
  std::vector<std::string> out;
  for (const Target& target : targets.files) {
    const bool is_inside = target.path.starts_with(folder.path() + '/');
    out.push_back(is_inside ? target.path.substr(folder.path().size() + 1) : target.path);
    if (target.is_named) out.back() += '!';
  }
  return out;
}

using Names = std::vector<std::string>;

TEST_CASE("files stay in the order of the arguments, folders give theirs in place") {
  const TemporaryFolder folder;
  folder.write("m/b.json", "");
  folder.write("m/a.json", "");
  folder.write("z.json", "");
  const std::vector<std::string> arguments = {"-", folder / "z.json", folder / "m",
                                              folder / "gone"};
  CHECK(names(list_targets(arguments), folder) ==
        Names{"-!", "z.json!", "m/a.json", "m/b.json", "gone!"});
}

TEST_CASE("the same path is looked at once") {
  const TemporaryFolder folder;
  folder.write("m/a.json", "");
  folder.write("m/b.json", "");
  const std::vector<std::string> arguments = {"-", folder / "m/a.json", folder / "m", folder / "m/",
                                              "-", folder / "m/a.json"};
  CHECK(names(list_targets(arguments), folder) == Names{"-!", "m/a.json!", "m/b.json"});
}

TEST_CASE("a file that is named as well as found counts as named") {
  const TemporaryFolder folder;
  folder.write("m/a.json", "");
  const std::vector<std::string> arguments = {folder / "m", folder / "m/a.json"};
  CHECK(names(list_targets(arguments), folder) == Names{"m/a.json!"});
}

TEST_CASE("what a folder hides from us is told once") {
  const TemporaryFolder folder;
  std::filesystem::create_symlink("nowhere", folder / "dangling.json");
  const std::vector<std::string> arguments = {folder.path(), folder.path()};
  CHECK(list_targets(arguments).unreadable.size() == 1);
}

}  // namespace
