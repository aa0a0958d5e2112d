// UTF-8 as each kernel judges it, against text/utf8: whatever two bytes can stand together, and the
// longer characters at all their edges.
#include <doctest/doctest.h>

#include <memory>
#include <string>
#include <vector>

#include "admit/engine.h"
#include "engine_parts.h"
#include "prove/memory.h"
#include "prove/prover.h"
#include "text/utf8.h"

namespace {

using namespace admit;

class Utf8Kernels {
 public:
  // By every kernel, with the text across the ends of vectors and blocks.
  void judge(const std::string& text) {
    const bool is_expected = text::valid_utf8_prefix(text) == text.size();
    for (const std::size_t before : {std::size_t{0}, std::size_t{29}, std::size_t{60}}) {
      const std::string body = "[\"" + std::string(before, 'n') + text + "\"]";
      for (const prove::Kernel& kernel : prove::kernels()) {
        if (!kernel.is_available()) continue;
        const bool is_proved = prove::is_proven(kernel, program_, body, *memory_);
        ++judged_;
        if (is_proved == is_expected) continue;
        CAPTURE(kernel.name);
        CAPTURE(before);
        INFO(hex(text));
        CHECK(is_proved == is_expected);
      }
    }
  }

  [[nodiscard]] std::size_t judged() const { return judged_; }

 private:
  static std::string hex(const std::string& text) {
    constexpr const char* kDigits = "0123456789ABCDEF";
    std::string digits;
    for (const char c : text) {
      const auto byte = static_cast<unsigned char>(c);
      digits += {kDigits[byte / 16], kDigits[byte % 16], ' '};
    }
    return digits;
  }

  Engine engine_ = Engine::build("{}", {}, {}).value();
  const prove::Program& program_ = *EngineAccess::parts(engine_).program;
  std::unique_ptr<prove::ProofMemory> memory_ = std::make_unique<prove::ProofMemory>();
  std::size_t judged_ = 0;
};

std::vector<unsigned> edges() {
  return {0x20, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xC2, 0xE0, 0xF0, 0xFF};
}

std::string text_of(std::initializer_list<unsigned> bytes) {
  std::string text;
  for (const unsigned byte : bytes) text += static_cast<char>(byte);
  return text;
}

}  // namespace

TEST_CASE("two bytes, one of them not ASCII") {
  Utf8Kernels kernels;
  for (unsigned first = 0x20; first <= 0xFF; ++first) {
    for (unsigned second = 0x80; second <= 0xFF; ++second) {
      if (first == '"' || first == '\\') continue;
      kernels.judge(text_of({first, second}));
      kernels.judge(text_of({second, first}));
    }
  }
  CHECK(kernels.judged() > 50000);
}

TEST_CASE("three and four bytes, at the edges of what may follow") {
  Utf8Kernels kernels;
  for (const unsigned first : {0xC1, 0xC2, 0xDF, 0xE0, 0xE1, 0xEC, 0xED, 0xEE, 0xEF, 0xF0, 0xF1,
                               0xF3, 0xF4, 0xF5, 0xF8, 0xFF}) {
    for (const unsigned second : edges()) {
      for (const unsigned third : edges()) {
        kernels.judge(text_of({first, second, third}));
        for (const unsigned fourth : edges()) {
          kernels.judge(text_of({first, second, third, fourth}));
        }
      }
    }
  }
  CHECK(kernels.judged() > 50000);
}

TEST_CASE("a fault in a long text of characters of all lengths") {
  Utf8Kernels kernels;
  const std::string all = "a\xC3\xA4\xE2\x82\xAC\xF0\x9D\x84\x9E";
  std::string text;
  for (int i = 0; i < 30; ++i) text += all;
  kernels.judge(text);
  for (std::size_t i = 0; i < text.size(); ++i) {
    kernels.judge(text.substr(0, i));
    for (const unsigned byte : {0x20, 0x80, 0xBF, 0xC3, 0xE2, 0xED, 0xF0}) {
      std::string changed = text;
      changed[i] = static_cast<char>(byte);
      kernels.judge(changed);
    }
  }
  CHECK(kernels.judged() > 600);
}
