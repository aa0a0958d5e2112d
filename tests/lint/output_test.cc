// Output: what arrives, and what is remembered of a failure.
#include "lint/output.h"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <fstream>
#include <iterator>
#include <string>
#include <thread>

#include "lint/temporary_folder.h"

namespace {

using admit::lint::Output;

std::string content_of(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

TEST_CASE("everything written arrives in order, in pieces of any size") {
  const admit::test::TemporaryFolder folder;
  const std::string path = folder / "out";
  const int descriptor = ::open(path.c_str(), O_WRONLY | O_CREAT, 0600);
  Output out(descriptor);
  std::string expected;
  for (const std::size_t size : {0, 1, 65535, 65536, 200000, 3}) {
    const std::string piece(size, static_cast<char>('a' + size % 26));
    CHECK(out.write(piece));
    expected += piece;
  }
  CHECK(out.flush());
  ::close(descriptor);
  CHECK(content_of(path) == expected);
  CHECK(!out.has_failed());
  CHECK(out.reason().empty());
}

TEST_CASE("a pipe that does not block is waited for where it is full") {
  int ends[2] = {};
  REQUIRE(::pipe2(ends, O_NONBLOCK) == 0);
  REQUIRE(::fcntl(ends[0], F_SETFL, 0) == 0);
  std::string arrived;
  std::thread reader([&arrived, descriptor = ends[0]] {
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
    char buffer[4096];
    for (ssize_t count = 1; count > 0;) {
      count = ::read(descriptor, buffer, sizeof buffer);
      if (count > 0) arrived.append(buffer, static_cast<std::size_t>(count));
    }
  });
  const std::string text(500000, 'x');  // a pipe holds 65,536 bytes
  Output out(ends[1]);
  CHECK(out.write(text));
  CHECK(out.flush());
  ::close(ends[1]);
  reader.join();
  ::close(ends[0]);
  CHECK(arrived == text);
}

TEST_CASE("a full disk is noticed and remembered") {
  const int descriptor = ::open("/dev/full", O_WRONLY);
  REQUIRE(descriptor >= 0);
  Output out(descriptor);
  CHECK(out.write("kept until it is flushed"));
  CHECK(!out.flush());
  CHECK(out.has_failed());
  CHECK(out.reason() == "No space left on device");
  CHECK(!out.write("dropped"));
  CHECK(!out.flush());
  ::close(descriptor);
}

TEST_CASE("a reader that has gone away is noticed") {
  const bool is_ignored = std::signal(SIGPIPE, SIG_IGN) != SIG_ERR;
  REQUIRE(is_ignored);
  int ends[2] = {};
  REQUIRE(::pipe(ends) == 0);
  ::close(ends[0]);
  Output out(ends[1]);
  CHECK(!out.write(std::string(100000, 'x')));
  CHECK(out.reason() == "Broken pipe");
  ::close(ends[1]);
}

}  // namespace
