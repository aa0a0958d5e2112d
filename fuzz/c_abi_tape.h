// Tape: the bytes of a fuzzer's input as a program: numbers, choices and texts, one after the
// other.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <string_view>

namespace admit::fuzz {

// Texts that calls take: names and values of options, schemas, requests, formats.
inline constexpr std::string_view kTexts[] = {
    "revision",
    "2026-02-05",
    "strict",
    "true",
    "severity",
    "schema.null=error",
    "endpoint.*=ignore",
    "report_from",
    "info",
    "unknown_members",
    "deny",
    "null_is_absent",
    "false",
    "secret_member",
    "token",
    "max_violations",
    "max_body_bytes",
    "max_work",
    "0",
    "1",
    "18446744073709551616",
    "https://a.example/x.json",
    R"({"type":"object","required":["a"]})",
    R"({"$ref":"https://a.example/x.json"})",
    R"({"format":"unheard-of","properties":{"a":{"format":"other"}}})",
    R"({"requird":1})",
    R"({"type":1,"minLength":-1})",
    R"({"a":1})",
    R"({"sourceType":"VIP","serviceConfigs":[{"name":"a","addresses":["10.0.0.1:80","x"]}]})",
    R"({"sourceType":"AI","serviceConfigs":[{"aiServiceConfig":{"apiKeys":["s",1]},"x":null}]})",
    "{",
    "text",
    "json",
    "jsonl",
    "sarif",
    "junit",
    "github",
    "gcc",
    "problem",
    "api",
};

struct Text {
  const char* data;
  std::size_t size;
};

// The bytes of the program, one after the other; zeros behind its end.
class Tape {
 public:
  Tape(const std::uint8_t* bytes, std::size_t size) : bytes_(bytes), size_(size) {}

  [[nodiscard]] bool at_end() const { return at_ >= size_; }
  std::uint8_t byte() { return at_end() ? std::uint8_t{0} : bytes_[at_++]; }
  std::size_t below(std::size_t count) { return byte() % count; }

  // A text of the stock, one out of the program itself, or a null pointer, with a size even.
  Text text() {
    const std::size_t choice = byte();
    if (choice < 216) return stock(choice % std::size(kTexts));
    if (choice < 240) return {nullptr, 0};
    if (choice < 244) return {nullptr, 3};
    const std::size_t length = std::min<std::size_t>(byte(), size_ - std::min(at_, size_));
    const Text text{reinterpret_cast<const char*>(bytes_) + at_, length};
    at_ += length;
    return text;
  }

 private:
  static Text stock(std::size_t index) { return {kTexts[index].data(), kTexts[index].size()}; }

  const std::uint8_t* bytes_;
  std::size_t size_;
  std::size_t at_ = 0;
};

}  // namespace admit::fuzz
