// JSON by RapidJSON's reader, with numbers as it sees them in the text: they are converted by
// strtod and strtoll, since its own conversion is off in the last digits.
#include "oracles/json_oracle.h"

#include <rapidjson/memorystream.h>
#include <rapidjson/reader.h>

#include <bit>
#include <cerrno>
#include <cmath>
#include <cstdlib>

namespace admit::test {

void JsonLog::number(double value) {
  add("real " + std::to_string(std::bit_cast<std::uint64_t>(value)));
}

namespace {

using rapidjson::SizeType;

// Notes events, and what RapidJSON lets pass although RFC 8259 or a double does not.
class Listener : public rapidjson::BaseReaderHandler<rapidjson::UTF8<>, Listener> {
 public:
  bool Null() { return log_.null(), true; }
  bool Bool(bool value) { return log_.boolean(value), true; }
  bool RawNumber(const char* text, SizeType size, bool) { return convert({text, size}), true; }
  bool String(const char* text, SizeType size, bool) {
    note_surrogates({text, size});
    return log_.string({text, size}), true;
  }
  bool Key(const char* text, SizeType size, bool) {
    note_surrogates({text, size});
    return log_.name({text, size}), true;
  }
  bool StartObject() { return log_.begin_object(), true; }
  bool EndObject(SizeType members) { return log_.end_object(members), true; }
  bool StartArray() { return log_.begin_array(), true; }
  bool EndArray(SizeType items) { return log_.end_array(items), true; }

  [[nodiscard]] const std::string& events() const noexcept { return log_.text(); }
  [[nodiscard]] bool has_surrogate() const noexcept { return has_surrogate_; }
  [[nodiscard]] bool has_number_out_of_range() const noexcept { return has_number_out_of_range_; }

 private:
  void convert(const std::string& digits) {
    const bool is_whole = digits.find_first_of(".eE") == std::string::npos;
    errno = 0;
    const long long integer = std::strtoll(digits.c_str(), nullptr, 10);
    if (is_whole && errno == 0) return log_.integer(integer);
    errno = 0;
    const unsigned long long natural = std::strtoull(digits.c_str(), nullptr, 10);
    if (is_whole && errno == 0 && digits.front() != '-') return log_.unsigned_integer(natural);
    const double real = std::strtod(digits.c_str(), nullptr);
    const bool is_zero = digits.substr(0, digits.find_first_of("eE")).find_first_of("123456789") ==
                         std::string::npos;
    if (std::isinf(real) || (real == 0.0 && !is_zero)) has_number_out_of_range_ = true;
    log_.number(real);
  }

  // UTF-8 of U+D800 to U+DFFF: ED, then A0 to BF.
  void note_surrogates(std::string_view text) {
    for (std::size_t at = 0; at + 1 < text.size(); ++at) {
      if (text[at] == '\xED' && static_cast<unsigned char>(text[at + 1]) >= 0xA0) {
        has_surrogate_ = true;
      }
    }
  }

  JsonLog log_;
  bool has_surrogate_ = false;
  bool has_number_out_of_range_ = false;
};

// Every place where RapidJSON 1.1.0 is wrong, or laxer than RFC 8259 and a double allow.
JsonJudgement put_right(const rapidjson::ParseResult& result, std::size_t read, std::size_t size,
                        const Listener& heard) {
  // It refuses `0e99999999999`, which is zero, and does not read on: no word from it then.
  if (result.Code() == rapidjson::kParseErrorNumberTooBig) return {.abstains = true};
  JsonJudgement judgement{.accepted = !result.IsError(), .events = heard.events()};
  // It takes a NUL for the end of the text, whatever size it was told.
  if (read < size) judgement.accepted = false;
  // It takes `\udc00`, half of a surrogate pair, for a character.
  if (heard.has_surrogate()) judgement.accepted = false;
  // It rounds 1e-400 to zero, and here has not even looked at the size of a number.
  if (heard.has_number_out_of_range()) judgement.accepted = false;
  return judgement;
}

}  // namespace

JsonJudgement judge_json(std::string_view text) {
  rapidjson::MemoryStream stream(text.data(), text.size());
  rapidjson::Reader reader;
  Listener listener;
  constexpr unsigned kFlags = rapidjson::kParseValidateEncodingFlag |
                              rapidjson::kParseNumbersAsStringsFlag |
                              rapidjson::kParseIterativeFlag;
  const rapidjson::ParseResult result = reader.Parse<kFlags>(stream, listener);
  return put_right(result, stream.Tell(), text.size(), listener);
}

}  // namespace admit::test
