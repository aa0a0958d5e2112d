// FileSource: what is read of files, pipes, devices, and of what cannot be read.
#include "lint/file_source.h"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <limits>
#include <string>
#include <thread>

#include "lint/temporary_folder.h"

namespace {

using admit::lint::FileSource;
using admit::test::TemporaryFolder;

TEST_CASE("a file is read whole up to the limit, and one byte beyond it") {
  const TemporaryFolder folder;
  FileSource source(10);
  struct Row {
    std::size_t size;
    std::size_t read;
  };
  for (const Row row :
       {Row{0, 0}, Row{1, 1}, Row{9, 9}, Row{10, 10}, Row{11, 11}, Row{12, 11}, Row{1000000, 11}}) {
    const std::string path = folder.write("a.json", std::string(row.size, 'x'));
    const auto text = source.read_file(path);
    REQUIRE(text.has_value());
    CHECK(text.value() == std::string(row.read, 'x'));
  }
}

TEST_CASE("a buffer that has held a long file shows nothing of it in a short one") {
  const TemporaryFolder folder;
  FileSource source(std::size_t{1} << 20);
  const std::string longer = folder.write("long.json", std::string(300000, 'l'));
  const std::string shorter = folder.write("short.json", "s");
  REQUIRE(source.read_file(longer).value().size() == 300000);
  CHECK(source.read_file(shorter).value() == "s");
}

TEST_CASE("a limit without bound reads everything") {
  const TemporaryFolder folder;
  FileSource source(std::numeric_limits<std::size_t>::max());
  const std::string path = folder.write("a.json", std::string(200001, 'x'));
  CHECK(source.read_file(path).value().size() == 200001);
}

TEST_CASE("an endless device costs no more than the limit") {
  FileSource source(1000);
  CHECK(source.read_file("/dev/zero").value().size() == 1001);
}

TEST_CASE("a large sparse file costs no more than the limit") {
  const TemporaryFolder folder;
  const std::string path = folder.write("large.json", "{");
  std::filesystem::resize_file(path, std::uintmax_t{1} << 40);
  FileSource source(1000);
  CHECK(source.read_file(path).value().size() == 1001);
}

TEST_CASE("a named pipe is read to its end") {
  const TemporaryFolder folder;
  const std::string path = folder / "pipe";
  REQUIRE(::mkfifo(path.c_str(), 0600) == 0);
  std::thread writer([&path] {
    const int descriptor = ::open(path.c_str(), O_WRONLY);
    CHECK(::write(descriptor, "ab", 2) == 2);
    CHECK(::write(descriptor, "cd", 2) == 2);
    ::close(descriptor);
  });
  FileSource source(1000);
  CHECK(source.read_file(path).value() == "abcd");
  writer.join();
}

TEST_CASE("standard input that does not block is waited for") {
  int ends[2] = {};
  REQUIRE(::pipe2(ends, O_NONBLOCK) == 0);
  const int kept = ::dup(STDIN_FILENO);
  REQUIRE(::dup2(ends[0], STDIN_FILENO) == STDIN_FILENO);
  std::thread writer([descriptor = ends[1]] {
    for (const char* piece : {"ab", "cd"}) {
      std::this_thread::sleep_for(std::chrono::milliseconds(20));
      CHECK(::write(descriptor, piece, 2) == 2);
    }
    ::close(descriptor);
  });
  FileSource source(1000);
  const auto text = source.read_stdin();
  writer.join();
  ::dup2(kept, STDIN_FILENO);
  ::close(kept);
  ::close(ends[0]);
  REQUIRE(text.has_value());
  CHECK(text.value() == "abcd");
}

TEST_CASE("what cannot be read is named, with the words of the system") {
  const TemporaryFolder folder;
  std::filesystem::create_symlink("loop.json", folder / "loop.json");
  struct Row {
    std::string path;
    std::string reason;
  };
  const Row rows[] = {
      {folder / "missing.json", "No such file or directory"},
      {folder.write("file", "") + "/below.json", "Not a directory"},
      {folder / "loop.json", "Too many levels of symbolic links"},
      {folder.path(), "Is a directory"},
      {"", "No such file or directory"},
  };
  for (const Row& row : rows) {
    FileSource source(1000);
    const auto text = source.read_file(row.path);
    REQUIRE(!text.has_value());
    CHECK(text.error().path == row.path);
    CHECK(text.error().reason == row.reason);
  }
}

}  // namespace
