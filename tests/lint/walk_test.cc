// walk_directory: which files of a folder are found, and in which order.
#include "lint/walk.h"

#include <doctest/doctest.h>
#include <sys/stat.h>

#include <filesystem>
#include <string>
#include <vector>

#include "lint/temporary_folder.h"

namespace {

using admit::lint::Walk;
using admit::lint::walk_directory;
using admit::test::TemporaryFolder;

std::vector<std::string> below(const TemporaryFolder& folder, std::vector<std::string> names) {
  for (std::string& name : names) name = folder / name;
  return names;
}

TEST_CASE("a walk finds JSON and YAML alone, hidden entries left out, in the order of bytes") {
  const TemporaryFolder folder;
  for (const char* name :
       {"b.json", "a.json", "B.json", "a/z.json", "a/b/c.json", "a.json.bak", "a.JSON", "json",
        ".json", ".hidden.json", ".git/config.json", "a/.cache/x.json", "\xc3\xa4.json", "c.yaml",
        "a/d.yml", "e.yamlx", ".f.yaml"}) {
    folder.write(name, "{}");
  }
  const Walk walk = walk_directory(folder.path());
  CHECK(walk.files == below(folder, {"B.json", "a.json", "a/b/c.json", "a/d.yml", "a/z.json",
                                     "b.json", "c.yaml", "\xc3\xa4.json"}));
  CHECK(walk.unreadable.empty());
}

TEST_CASE("slashes behind the name of a folder change nothing") {
  const TemporaryFolder folder;
  folder.write("a.json", "{}");
  CHECK(walk_directory(folder.path() + "//").files == below(folder, {"a.json"}));
}

TEST_CASE("a hidden folder that is named is walked") {
  const TemporaryFolder folder;
  const std::string path = folder.write(".hidden/a.json", "{}");
  CHECK(walk_directory(folder / ".hidden").files == std::vector<std::string>{path});
}

TEST_CASE("links to files are files, links to folders are not followed") {
  const TemporaryFolder folder;
  folder.write("files/a.json", "{}");
  std::filesystem::create_symlink("files/a.json", folder / "link.json");
  std::filesystem::create_directory_symlink(".", folder / "files/self");
  std::filesystem::create_directory_symlink("files", folder / "folder.json");
  const Walk walk = walk_directory(folder.path());
  CHECK(walk.files == below(folder, {"files/a.json", "link.json"}));
  CHECK(walk.unreadable.empty());
}

TEST_CASE("a link that leads nowhere, a loop and a pipe are not passed over in silence") {
  const TemporaryFolder folder;
  folder.write("good.json", "{}");
  std::filesystem::create_symlink("nowhere", folder / "dangling.json");
  std::filesystem::create_symlink("loop.json", folder / "loop.json");
  REQUIRE(::mkfifo((folder / "pipe.json").c_str(), 0600) == 0);
  REQUIRE(::mkfifo((folder / "pipe").c_str(), 0600) == 0);
  const Walk walk = walk_directory(folder.path());
  CHECK(walk.files == below(folder, {"good.json"}));
  REQUIRE(walk.unreadable.size() == 3);
  CHECK(walk.unreadable[0].path == folder / "dangling.json");
  CHECK(walk.unreadable[0].reason == "No such file or directory");
  CHECK(walk.unreadable[1].path == folder / "loop.json");
  CHECK(walk.unreadable[1].reason == "Too many levels of symbolic links");
  CHECK(walk.unreadable[2].path == folder / "pipe.json");
  CHECK(walk.unreadable[2].reason == "Not a regular file");
}

TEST_CASE("a folder that is gone is reported") {
  const TemporaryFolder folder;
  const Walk walk = walk_directory(folder / "gone");
  CHECK(walk.files.empty());
  REQUIRE(walk.unreadable.size() == 1);
  CHECK(walk.unreadable[0].reason == "No such file or directory");
}

TEST_CASE("folders nested deeply are walked to the bottom") {
  const TemporaryFolder folder;
  std::string name;
  for (int i = 0; i < 300; ++i) name += "d/";
  const std::string path = folder.write(name + "a.json", "{}");
  CHECK(walk_directory(folder.path()).files == std::vector<std::string>{path});
}

}  // namespace
