// Breaks valid texts at random, one to three times, and looks for what is left of the secrets. A
// mutant that is JSON again is judged by what RapidJSON reads in it; a mutant in which the name of
// a secret was changed is not judged.
#include <doctest/doctest.h>
#include <rapidjson/document.h>

#include <algorithm>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "planted.h"
#include "text/mask.h"

namespace {

using namespace admit::test;
using admit::text::find_secrets;
using admit::text::SecretNames;

constexpr std::string_view kStructural = "\"\"\"\"{}[],,::\\'= \n";

// A byte of a text under mutation: which of the names of secrets it belongs to, from 1, or 0;
// whether it belongs to a secret.
struct Byte {
  char byte;
  std::size_t name;
  bool is_secret;
};

// A text with secrets: in the template, `<` and `>` surround the name of a secret, `$` is one.
struct Body {
  std::vector<Byte> bytes;
  std::vector<std::size_t> name_sizes;  // by number of the name
  std::vector<std::string> secrets;
};

Body plant_all(std::string_view pattern, std::mt19937& random,
               const std::vector<std::string>& alphabet) {
  Body body{{}, {0}, {}};
  std::size_t name = 0;
  const auto put = [&](char c) { body.bytes.push_back({c, name, false}); };
  for (const char c : pattern) {
    if (c == '<') {
      name = body.name_sizes.size();
      body.name_sizes.push_back(0);
    } else if (c == '>') {
      name = 0;
    } else if (c == '$') {
      body.secrets.push_back(make_secret(random, 16, alphabet));
      for (const char s : body.secrets.back()) body.bytes.push_back({s, 0, true});
    } else {
      put(c);
      if (name != 0) ++body.name_sizes[name];
    }
  }
  return body;
}

void mutate(std::vector<Byte>& bytes, std::size_t at, std::mt19937& random) {
  const auto place = bytes.begin() + static_cast<std::ptrdiff_t>(at);
  switch (random() % 3) {
    case 0:
      bytes.erase(place);
      break;
    case 1:
      bytes.insert(place, {kStructural[random() % kStructural.size()], 0, false});
      break;
    default: {
      const bool is_structural = kStructural.find(place->byte) != std::string_view::npos;
      const Byte twin = *place;
      if (is_structural) bytes.insert(place, twin);
      break;
    }
  }
}

// Whether the bytes of every name are all there, side by side.
bool are_names_whole(const std::vector<Byte>& bytes, const std::vector<std::size_t>& sizes) {
  std::vector<std::size_t> runs(sizes.size());
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    const std::size_t name = bytes[i].name;
    const bool is_first = i == 0 || bytes[i - 1].name != name;
    if (name != 0 && is_first && runs[name] != 0) return false;
    ++runs[name];
  }
  return std::equal(runs.begin() + 1, runs.end(), sizes.begin() + 1);
}

void collect(const rapidjson::Value& value, bool is_secret, const SecretNames& names,
             std::vector<std::string>& secrets) {
  if (value.IsString() && is_secret)
    secrets.emplace_back(value.GetString(), value.GetStringLength());
  if (value.IsArray()) {
    for (const rapidjson::Value& item : value.GetArray()) collect(item, is_secret, names, secrets);
  }
  if (!value.IsObject()) return;
  for (const auto& member : value.GetObject()) {
    const std::string_view name(member.name.GetString(), member.name.GetStringLength());
    collect(member.value, is_secret || names.matches(name), names, secrets);
  }
}

// What must not be seen of `text`.
std::vector<std::string> forbidden(const std::string& text, const Body& body,
                                   const SecretNames& names) {
  rapidjson::Document document;
  document.Parse<rapidjson::kParseIterativeFlag>(text.data(), text.size());
  if (document.HasParseError()) return body.secrets;
  std::vector<std::string> secrets;
  collect(document, false, names, secrets);
  return secrets;
}

const std::vector<std::string_view> kBodies = {
    R"({"<apiKey>":"$","x":"y"})",
    R"({"sourceType":"AI","serviceConfigs":[{"name":"a","aiServiceConfig":{"provider":"p","<apiKeys>":["$","$"],"address":"z"}}],"gatewayId":"g"})",
    "{\n  \"kind\": \"b\",\n  \"<my_token>\": \"$\",\n  \"list\": [\n    { \"<secretKey>\": \"$\" "
    "},\n"
    "    { \"<auth-key>\": \"$\", \"n\": 12 }\n  ],\n  \"t\": true\n}\n",
    R"([{"a":"","b":{"c":":","<awsAccessKey>":"$","d":","},"e":["","{"]},{"<vertexAuthKey>":["$"]}])",
    R"({"x":{"<accessKey>":{"u":"$","v":["$",{"w":"$"}]},"y":{"z":[1,2]}},"q":"r"})",
    R"({"cfg":"x","<api_key>" : "$" , "<token>":"$"})",
};

void check_mutant(const Body& body, const SecretNames& names, std::mt19937& random,
                  std::size_t spread) {
  std::vector<Byte> bytes = body.bytes;
  std::size_t at = random() % bytes.size();
  for (std::size_t edits = 1 + random() % 3; edits > 0; --edits) {
    mutate(bytes, std::min(at, bytes.size() - 1), random);
    at = spread == 0 ? random() % bytes.size() : at + random() % spread;
  }
  if (!are_names_whole(bytes, body.name_sizes)) return;
  std::string text;
  std::string innocent;
  for (const Byte& byte : bytes) {
    text.push_back(byte.byte);
    innocent.push_back(byte.is_secret ? '\0' : byte.byte);
  }
  const std::string shown = masked(text, find_secrets(text, names));
  for (const std::string& secret : forbidden(text, body, names)) {
    const std::string leak = find_leak(shown, secret, innocent);
    if (!leak.empty()) FAIL_CHECK("leak of " << leak << " from " << text << " as " << shown);
  }
}

TEST_CASE("no mutation frees a secret") {
  std::mt19937 random(20250101);
  const SecretNames names({"my_token", "token"});
  const auto plain = letters_of("ABCDEFGHJKLMNPQRSTUVWXYZ23456789");
  auto nasty = letters_of("ABCDEFGHJKLMNPQRST,,::{}[]' =/-_123");
  for (const char* const escape : {"\\\"", "\\\"", "\\\"", "\\\\", "\\n", "\\u0041"}) {
    nasty.emplace_back(escape);
  }
  // Edits anywhere, and edits close to each other, which do the more harm.
  for (int round = 0; round < 60000; ++round) {
    const std::string_view pattern = kBodies[random() % kBodies.size()];
    const Body body = plant_all(pattern, random, round % 2 == 0 ? plain : nasty);
    check_mutant(body, names, random, round % 4 < 2 ? 0 : 24);
  }
}

}  // namespace
