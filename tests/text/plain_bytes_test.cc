// Runs of plain bytes, against a look at each byte.
#include "text/plain_bytes.h"

#include <doctest/doctest.h>

#include <cstddef>
#include <random>
#include <string>
#include <string_view>

namespace admit::text {
namespace {

template <class IsMeant>
std::size_t first_by_bytes(std::string_view text, std::size_t at, IsMeant is_meant) {
  while (at < text.size() && !is_meant(static_cast<unsigned char>(text[at]))) ++at;
  return at;
}

bool is_not_ascii(unsigned char byte) {
  return byte >= 0x80;
}

bool is_not_plain(unsigned char byte) {
  return byte < 0x20 || byte >= 0x80 || byte == '"' || byte == '\\';
}

void check_everywhere(std::string_view text) {
  for (std::size_t at = 0; at <= text.size(); ++at) {
    REQUIRE(ascii_end(text, at) == first_by_bytes(text, at, is_not_ascii));
    REQUIRE(plain_end(text, at) == first_by_bytes(text, at, is_not_plain));
  }
}

TEST_CASE("every byte at every place of a word") {
  for (int byte = 0; byte < 256; ++byte) {
    for (std::size_t place = 0; place < 17; ++place) {
      std::string text(17, 'x');
      text[place] = static_cast<char>(byte);
      check_everywhere(text);
    }
  }
}

// A borrow in the arithmetic of a word goes to the byte above: neighbours of what is meant.
TEST_CASE("runs of bytes around those that are meant") {
  constexpr std::string_view kBytes("\x00\x1F\x20\x21\"#[\\]\x7F\x80\x81\xFF", 13);
  std::mt19937 random(7);
  for (int round = 0; round < 20000; ++round) {
    std::string text(random() % 40, 'x');
    for (char& c : text) {
      if (random() % 4 != 0) c = kBytes[random() % kBytes.size()];
    }
    check_everywhere(text);
  }
}

}  // namespace
}  // namespace admit::text
