// Progress: when the count shows, and when it is gone.
#include "lint/progress.h"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <unistd.h>

#include <fstream>
#include <iterator>
#include <string>

#include "lint/temporary_folder.h"

namespace {

using namespace std::chrono_literals;
using admit::lint::Output;
using admit::lint::Progress;
using admit::lint::Streams;

constexpr const char* kErase = "\r\x1b[K";

// A terminal, as far as one file can be one: what all streams have written, in order.
class Terminal {
 public:
  Terminal()
      : descriptor_(::open(path().c_str(), O_WRONLY | O_CREAT | O_APPEND, 0600)),
        out(descriptor_),
        errors(descriptor_),
        status(descriptor_) {}
  ~Terminal() { ::close(descriptor_); }
  Terminal(const Terminal&) = delete;
  Terminal& operator=(const Terminal&) = delete;

  [[nodiscard]] std::string text() const {
    std::ifstream file(path(), std::ios::binary);
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
  }

 private:
  [[nodiscard]] std::string path() const { return folder_ / "terminal"; }

  admit::test::TemporaryFolder folder_;
  int descriptor_;

 public:
  Output out;
  Output errors;
  Output status;
  Streams streams{.out = out, .errors = errors, .colour = false, .status = &status};
};

TEST_CASE("nothing shows within the first second, then ten counts a second at most") {
  Terminal terminal;
  std::chrono::steady_clock::time_point now{};
  {
    Progress progress(terminal.streams, 5000, [&] { return now; });
    for (int i = 0; i < 999; ++i, now += 1ms) progress.step();
    CHECK(terminal.text().empty());
    now += 1ms;
    progress.step();
    CHECK(terminal.text() == std::string(kErase) + "1000 of 5000 files");
    now += 99ms;
    progress.step();
    CHECK(terminal.text() == std::string(kErase) + "1000 of 5000 files");
    now += 1ms;
    progress.step();
  }
  CHECK(terminal.text() ==
        std::string(kErase) + "1000 of 5000 files" + kErase + "1002 of 5000 files" + kErase);
}

TEST_CASE("the count is gone before anything else is written") {
  Terminal terminal;
  std::chrono::steady_clock::time_point now{};
  Progress progress(terminal.streams, 2, [&] { return now; });
  now += 2s;
  progress.step();
  terminal.out.write("a finding\n");
  terminal.out.flush();
  terminal.errors.write("a trouble\n");
  terminal.errors.flush();
  CHECK(terminal.text() ==
        std::string(kErase) + "1 of 2 files" + kErase + "a finding\na trouble\n");
}

TEST_CASE("without a status line nothing shows") {
  Terminal terminal;
  terminal.streams.status = nullptr;
  std::chrono::steady_clock::time_point now{};
  Progress progress(terminal.streams, 2, [&] { return now; });
  now += 2s;
  progress.step();
  CHECK(terminal.text().empty());
}

}  // namespace
