// The order of members, white space and escapes change neither codes nor pointers nor severities.
#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include "engine/json_tree.h"
#include "engine/own_api.h"

namespace {

using namespace admit;
using namespace admit::test;

// A case of tests/data that can be read, with what is reported on it, in no order.
struct Readable {
  Case request;
  Engine engine;
  JsonTree document;
  Lines found;
};

Lines sorted(Lines lines) {
  std::sort(lines.begin(), lines.end());
  return lines;
}

bool is_readable(const Engine& engine, const std::string& body) {
  const Lines found = found_in(engine, body);
  return std::none_of(found.begin(), found.end(), [](const std::string& line) {
    return line.find(" input.") != std::string::npos;
  });
}

// Each with an engine that reports without a cap, because a cap keeps what comes first.
std::vector<Readable> readable_cases() {
  std::vector<Readable> cases;
  for (Case& request : load_all_cases()) {
    Options options = parse_options(request.options);
    options.limits.max_violations = 10000;
    Engine engine = build_engine(options, request.schema);
    if (!is_readable(engine, request.body)) continue;
    std::optional<JsonTree> document = parse_json_tree(request.body);
    REQUIRE_MESSAGE(document, request.name);
    Lines found = sorted(found_in(engine, request.body));
    cases.push_back(
        {std::move(request), std::move(engine), std::move(*document), std::move(found)});
  }
  CHECK(cases.size() > 150);
  return cases;
}

TEST_CASE("white space changes nothing") {
  const JsonStyle styles[] = {{"", ""}, {"\n", "  "}, {"\n", "\t"}, {"\r\n", "    "}, {"\r", " "}};
  for (const Readable& one : readable_cases()) {
    CAPTURE(one.request.name);
    for (const JsonStyle& style : styles) {
      const std::string body = write_json_tree(one.document, style);
      CHECK(sorted(found_in(one.engine, body)) == one.found);
    }
  }
}

TEST_CASE("escapes change nothing") {
  for (const Readable& one : readable_cases()) {
    CAPTURE(one.request.name);
    const std::string body = write_json_tree(one.document, {.escape_all = true});
    CHECK(body.find("sourceType") == std::string::npos);
    CHECK(sorted(found_in(one.engine, body)) == one.found);
  }
}

TEST_CASE("the order of members changes nothing") {
  std::mt19937 random(20260821);
  for (Readable& one : readable_cases()) {
    CAPTURE(one.request.name);
    for (int round = 0; round < 8; ++round) {
      shuffle_members(one.document, random);
      const std::string body = write_json_tree(one.document, {"\n", "  "});
      CAPTURE(body);
      CHECK(sorted(found_in(one.engine, body)) == one.found);
    }
  }
}

TEST_CASE("messages, hints, values and causes do not depend on the order either") {
  const auto words_of = [](const Engine& engine, const std::string& body) {
    Scratch scratch;
    Lines words;
    const Report report = engine.check(body, scratch);
    for (const Violation& violation : report.violations()) {
      words.push_back(violation.code + violation.pointer + violation.message() + violation.hint +
                      violation.value + violation.because.value_or("-"));
    }
    return sorted(words);
  };
  std::mt19937 random(20260205);
  for (Readable& one : readable_cases()) {
    CAPTURE(one.request.name);
    const std::string straight = write_json_tree(one.document, {});
    shuffle_members(one.document, random);
    CHECK(words_of(one.engine, write_json_tree(one.document, {})) ==
          words_of(one.engine, straight));
  }
}

}  // namespace
