// Tests of text/utf8: rows from Unicode, table 3-7, and RFC 3629, section 4, each on an exact-size
// heap buffer, so that a sanitizer sees one byte read too far.
#include "text/utf8.h"

#include <doctest/doctest.h>

#include <memory>
#include <string>
#include <vector>

namespace {

using namespace admit::text;

// Keeps a copy that ends where its allocation ends.
class ExactCopy {
 public:
  explicit ExactCopy(std::string_view text) : bytes_(new char[text.size()]), size_(text.size()) {
    text.copy(bytes_.get(), size_);
  }
  [[nodiscard]] std::string_view view() const { return {bytes_.get(), size_}; }

 private:
  std::unique_ptr<char[]> bytes_;
  std::size_t size_;
};

TEST_CASE("decode_utf8 reads the first and the last code point of every form") {
  struct Row {
    std::string_view bytes;
    char32_t code_point;
  };
  for (const Row& row : std::vector<Row>{{"A", 'A'},
                                         {"\x7F", 0x7F},
                                         {"\xC2\x80", 0x80},
                                         {"\xDF\xBF", 0x7FF},
                                         {"\xE0\xA0\x80", 0x800},
                                         {"\xED\x9F\xBF", 0xD7FF},
                                         {"\xEE\x80\x80", 0xE000},
                                         {"\xEF\xBF\xBF", 0xFFFF},
                                         {"\xF0\x90\x80\x80", 0x10000},
                                         {"\xF4\x8F\xBF\xBF", 0x10FFFF}}) {
    CAPTURE(row.code_point);
    const ExactCopy copy(row.bytes);
    const Decoded decoded = decode_utf8(copy.view(), 0);
    CHECK(decoded.valid);
    CHECK(decoded.code_point == row.code_point);
    CHECK(decoded.size == row.bytes.size());
    CHECK(valid_utf8_prefix(copy.view()) == row.bytes.size());
    CHECK(count_code_points(copy.view()) == 1);
    std::string again;
    append_utf8(again, row.code_point);
    CHECK(again == row.bytes);
  }
}

TEST_CASE("decode_utf8 refuses what is not well-formed, one byte at a time") {
  for (const std::string_view bytes :
       {"\x80", "\xBF", "\xC0\x80", "\xC1\xBF", "\xC2", "\xC2\x41", "\xE0\x80\x80", "\xE0\x9F\xBF",
        "\xE4\xBD", "\xE4\xBD\x41", "\xED\xA0\x80", "\xED\xBF\xBF", "\xF0\x80\x80\x80",
        "\xF0\x8F\xBF\xBF", "\xF0\x9F\x98", "\xF4\x90\x80\x80", "\xF5\x80\x80\x80", "\xFE",
        "\xFF"}) {
    const ExactCopy copy(bytes);
    const Decoded decoded = decode_utf8(copy.view(), 0);
    CHECK_FALSE(decoded.valid);
    CHECK(decoded.size == 1);
    CHECK(decoded.code_point == static_cast<unsigned char>(bytes[0]));
    CHECK(valid_utf8_prefix(copy.view()) == 0);
  }
  CHECK(decode_utf8("a", 1).size == 0);
  CHECK(decode_utf8("a", 99).size == 0);
}

TEST_CASE("every code point survives, every surrogate becomes U+FFFD") {
  for (char32_t c = 0; c <= 0x10FFFF; ++c) {
    std::string bytes;
    append_utf8(bytes, c);
    const Decoded decoded = decode_utf8(bytes, 0);
    const bool is_surrogate = c >= 0xD800 && c <= 0xDFFF;
    if (!decoded.valid || decoded.size != bytes.size() ||
        decoded.code_point != (is_surrogate ? kReplacementCharacter : c)) {
      FAIL("code point " << static_cast<unsigned>(c));
    }
  }
  std::string beyond;
  append_utf8(beyond, 0x110000);
  CHECK(beyond == "\xEF\xBF\xBD");
}

TEST_CASE("valid_utf8_prefix stops at the first byte of a bad sequence") {
  CHECK(valid_utf8_prefix("") == 0);
  CHECK(valid_utf8_prefix("ab\xE4\xBD\xA0") == 5);
  CHECK(valid_utf8_prefix("ab\xE4\xBDz") == 2);
  CHECK(valid_utf8_prefix("ab\xFF") == 2);
}

TEST_CASE("count_code_points counts a bad byte as one") {
  CHECK(count_code_points("") == 0);
  CHECK(count_code_points("a\xE4\xBD\xA0\xF0\x9F\x98\x80") == 3);
  CHECK(count_code_points("\xE4\xBD") == 2);
  CHECK(count_code_points("\xFF\xFEz") == 3);
}

TEST_CASE("cut_utf8 splits no code point") {
  const std::string_view text = "a\xE4\xBD\xA0\xF0\x9F\x98\x80";
  const std::vector<std::size_t> sizes = {0, 1, 1, 1, 4, 4, 4, 4, 8, 8};
  for (std::size_t max = 0; max < sizes.size(); ++max) {
    CHECK(cut_utf8(text, max).size() == sizes[max]);
  }
  CHECK(cut_utf8("\x80\x80\x80\x80\x80", 3).size() == 3);
  CHECK(cut_utf8("\xFFzz", 1).size() == 1);
}

}  // namespace
