// RandomJson: JSON texts from a small stock, so that two of them are often equal.
#include "schema/random_json.h"

#include <set>

namespace admit::test {
namespace {

constexpr std::string_view kNames[] = {R"("a")",  R"("b")",    R"("a")",    R"("b")", R"("c")",
                                       R"("aa")", R"("kind")", R"("a/~b")", R"("")"};
constexpr std::string_view kNumbers[] = {"0",  "-0.0", "1",   "1.0", "1e0", "2",    "2.0",
                                         "-1", "-1.0", "0.5", "1.5", "3",   "4e0",  "5",
                                         "6",  "10",   "1e1", "12",  "2.5", "-2.5", "0.25"};
constexpr std::string_view kStrings[] = {R"("")",           R"("a")",      R"("b")",
                                         R"("ab")",         R"("aab")",    R"("kind")",
                                         R"("é")",          R"("a😀")",     R"("b\ud83d\ude00")",
                                         R"("2024-02-29")", R"("1.2.3.4")"};
constexpr std::string_view kWords[] = {"null", "true", "false"};

}  // namespace

std::string RandomJson::name() {
  return pick(kNames);
}

std::string RandomJson::number() {
  return pick(kNumbers);
}

std::string RandomJson::string() {
  return pick(kStrings);
}

std::string RandomJson::scalar() {
  switch (below(3)) {
    case 0:
      return number();
    case 1:
      return string();
    default:
      return pick(kWords);
  }
}

std::string RandomJson::value(std::size_t depth) {
  return depth == 0 || !one_in(3) ? scalar() : container(depth);
}

std::string RandomJson::container(std::size_t depth) {
  const bool is_object = one_in(2);
  std::string text;
  std::set<std::string> names;
  for (std::size_t left = below(4); left > 0; --left) {
    const std::string name = this->name();
    if (is_object && !names.insert(name).second) continue;
    if (!text.empty()) text += ',';
    if (is_object) text += name + ':';
    text += value(depth - 1);
  }
  return is_object ? '{' + text + '}' : '[' + text + ']';
}

}  // namespace admit::test
