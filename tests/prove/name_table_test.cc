// NameTable: names are found by the bytes that stand at a place, and by their text.
#include <doctest/doctest.h>

#include <random>
#include <string>
#include <vector>

#include "prove/name_table.h"

namespace {

using admit::prove::NameTable;

// The number of the name that stands at the start of `text`, by comparing bytes.
int found_at(const NameTable& table, std::string text) {
  const std::size_t size = text.size();
  text.resize(size + admit::prove::kLookAhead, '~');
  for (const auto* name = table.candidate(text.data()); name != nullptr; name = name->next) {
    const std::string head(name->head.data(), std::min<std::size_t>(name->size, 32));
    if (name->rest != nullptr && text.size() < name->size) continue;
    const bool rest_fits = name->rest == nullptr ||
                           text.compare(32, name->size - 32, name->rest, name->size - 32) == 0;
    if (text.starts_with(head) && rest_fits) return static_cast<int>(name->number);
  }
  return -1;
}

void check_table(const std::vector<std::string>& names) {
  const NameTable table(names);
  for (std::size_t i = 0; i < names.size(); ++i) {
    CAPTURE(names[i]);
    CHECK(table.find(names[i]) == i);
    CHECK(found_at(table, names[i] + "\":1") == static_cast<int>(i));
    CHECK(found_at(table, names[i] + "x\":1") == -1);
    CHECK(found_at(table, "x" + names[i] + "\":1") == -1);
  }
  CHECK(found_at(table, "\":1") == (table.find("") ? static_cast<int>(*table.find("")) : -1));
}

}  // namespace

TEST_CASE("names are found, and others are not") {
  check_table({});
  check_table({"a"});
  check_table({""});
  check_table({"a", "b", "ab", "abc"});
  check_table({"vertexAuthKey", "vertexRegion", "vertexProjectId", "vertexAuthServiceName",
               "vertexTokenRefreshAhead", "geminiSafetySetting"});
  check_table({"name", "namespace", "groupName", "addresses", "qualifier", "dnsServers", "sourceId",
               "expressType", "modelProviderId", "validationOptions", "aiServiceConfig",
               "agentServiceConfig"});
  check_table({"\xC3\xA4", "\xC3\xB6"});
}

TEST_CASE("names that are alike, and long ones") {
  const std::string stem(40, 's');
  check_table({stem + "1", stem + "2", stem, stem + "12"});
  check_table({std::string(31, 'a'), std::string(32, 'a'), std::string(33, 'a')});
  std::vector<std::string> many;
  for (int i = 0; i < 64; ++i) many.push_back("p" + std::to_string(i) + std::string(9, 'q'));
  check_table(many);
}

TEST_CASE("names that stand in a text with escapes alone are found by their text") {
  const NameTable table({"a\"b", "c"});
  CHECK(table.find("a\"b") == 0);
  CHECK(found_at(table, "a\"b\":1") == -1);
  CHECK(found_at(table, "c\":1") == 1);
}
