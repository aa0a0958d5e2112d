// Bodies made to cost much or to break something: each gets its verdict, and none takes long. The
// bound on time is generous: it is there to catch what hangs, or grows faster than the body.
#include <doctest/doctest.h>

#include <chrono>
#include <string>
#include <string_view>
#include <vector>

#include "engine/own_api.h"

namespace {

using namespace admit;
using namespace admit::test;

constexpr std::size_t kMega = std::size_t{1} << 20;

std::string repeated(std::string_view text, std::size_t times) {
  std::string all;
  all.reserve(text.size() * times);
  for (std::size_t i = 0; i < times; ++i) all += text;
  return all;
}

// `items` with commas between.
std::string listed(std::string_view item, std::size_t times) {
  std::string all = repeated(std::string(item) + ',', times);
  all.pop_back();
  return all;
}

std::string services(const std::string& items, const std::string& type = "K8S") {
  return R"({"gatewayId":"g","sourceType":")" + type + R"(","serviceConfigs":[)" + items + "]}";
}

// Checks, renders where the body is not beyond all limits, and gives back the report.
Report checked(const Engine& engine, std::string_view body) {
  Scratch scratch;
  const auto start = std::chrono::steady_clock::now();
  Report report = engine.check(body, scratch);
  std::string text;
  if (body.size() <= 16 * kMega) text = text_report(engine, body, report, "a.json");
  const auto spent = std::chrono::steady_clock::now() - start;
  CHECK(spent < std::chrono::seconds(10));
  CHECK(report.verdict() != Verdict::undecided);
  CHECK(text.size() < kMega);
  if (body.size() <= kMega) {
    CHECK(engine.accepts(body, scratch) == (report.verdict() == Verdict::accept));
  }
  return report;
}

Lines lines_on(const Engine& engine, std::string_view body) {
  return list_violations(checked(engine, body));
}

Engine roomy_engine() {
  return build_engine(
      Options{.limits = {.max_body_bytes = 256 * kMega, .max_array_items = 1000000}});
}

TEST_CASE("a million open brackets") {
  const std::string body = repeated("[", 1000000);
  for (const Engine& engine : {build_engine(Options{}), roomy_engine()}) {
    const Lines found = lines_on(engine, body);
    REQUIRE(found.size() == 1);
    CHECK(found[0].starts_with("error input.too-deep "));
  }
  for (const char* brackets : {R"({"a":)", R"([{"a":[)"}) {
    const Lines found = lines_on(roomy_engine(), repeated(brackets, 200000));
    REQUIRE(found.size() == 1);
    CHECK(found[0].starts_with("error input.too-deep "));
  }
}

TEST_CASE("a million brackets, all of them closed") {
  const std::string body = repeated("[", 500000) + repeated("]", 500000);
  const Lines found = lines_on(build_engine(Options{}), body);
  REQUIRE(found.size() == 1);
  CHECK(found[0].starts_with("error input.too-deep "));
}

TEST_CASE("as deep as is allowed, in a member that nobody knows") {
  const std::string deep = repeated("[", 62) + repeated("]", 62);
  const std::string body = services(R"({"name":"a","namespace":"b"})");
  const std::string whole = body.substr(0, body.size() - 1) + R"(,"x":[)" + deep + "]}";
  CHECK(lines_on(build_engine(Options{}), whole) == Lines{"warning schema.unknown-member /x"});
  const Engine deeper =
      build_engine(Options{.limits = {.max_body_bytes = 4 * kMega, .max_depth = 2000000}});
  const std::string deepest = R"({"x":)" + repeated("[", 200000) + repeated("]", 200000) + "}";
  CHECK(checked(deeper, deepest).verdict() == Verdict::reject);
}

TEST_CASE("a body of 100 MB") {
  const Engine engine = build_engine(Options{});
  const std::string white = "{" + std::string(100000000, ' ') + "}";
  CHECK(lines_on(engine, white) == Lines{"error input.too-large "});
  const std::string text =
      services(R"({"name":")" + std::string(100000000, 'a') + R"(","namespace":"b"})");
  CHECK(lines_on(engine, text) == Lines{"error input.too-large "});
}

TEST_CASE("a body of 8 MB, where that is allowed") {
  const std::string white = "{" + std::string(8 * kMega, ' ') + "}";
  CHECK(checked(roomy_engine(), white).verdict() == Verdict::reject);
  const std::string text =
      services(R"({"name":")" + std::string(8 * kMega, 'a') + R"(","namespace":"b"})");
  CHECK(lines_on(roomy_engine(), text) == Lines{"warning name.not-a-label /serviceConfigs/0/name"});
}

TEST_CASE("a NUL after the body, in it and in its strings") {
  using namespace std::string_literals;
  const Engine engine = build_engine(Options{});
  const std::string body = services(R"({"name":"a","namespace":"b"})");
  REQUIRE(lines_on(engine, body).empty());
  CHECK(lines_on(engine, body + "\0"s) == Lines{"error input.syntax "});
  CHECK(lines_on(engine, body + "\0garbage"s) == Lines{"error input.syntax "});
  CHECK(lines_on(engine, "\0"s + body) == Lines{"error input.syntax "});
  CHECK(lines_on(engine, "\0"s) == Lines{"error input.syntax "});
  CHECK(lines_on(engine, services("{\"name\":\"a\0\",\"namespace\":\"b\"}"s)) ==
        Lines{"error input.syntax /serviceConfigs/0/name"});
  CHECK(lines_on(engine, services(R"({"name":"a\u0000b","namespace":"b"})")) ==
        Lines{"warning name.not-a-label /serviceConfigs/0/name"});
  CHECK(lines_on(engine, services(R"({"name":"a","namespace":"b","name\u0000":1})")).size() == 1);
}

TEST_CASE("an address of one megabyte") {
  const Engine engine = roomy_engine();
  const std::string long_text(kMega, 'a');
  for (const std::string& address :
       {long_text, repeated("a.", kMega / 2), std::string(kMega, '1'), std::string(kMega, '.'),
        std::string(kMega, ':'), "[" + std::string(kMega, ':') + "]:80", std::string(kMega, '['),
        "a:" + std::string(kMega, '9'), repeated("a,", kMega / 2), repeated("%41", kMega / 3),
        repeated("\xc3\xbc", kMega / 2), repeated("\\u00fc", kMega / 6),
        repeated("xn--", kMega / 4), "http://" + long_text, long_text + "@b",
        repeated("1.", kMega / 2)}) {
    CAPTURE(address.substr(0, 20));
    const Report report =
        checked(engine, services(R"({"name":"a","addresses":[")" + address + R"("]})", "DNS"));
    REQUIRE(report.violations().size() == 1);
    const Violation& violation = report.violations()[0];
    CHECK(violation.code.starts_with("endpoint."));
    CHECK(violation.value.size() <= 67);
    CHECK(violation.message().size() < 400);
    CHECK(violation.hint.size() < 400);
  }
}

TEST_CASE("names and values of one megabyte") {
  const Engine engine = roomy_engine();
  const std::string long_text(kMega, 'a');
  const std::string bodies[] = {
      R"({")" + long_text + R"(":1,"gatewayId":"g","sourceType":"K8S"})",
      R"({"sourceType":")" + long_text + R"("})",
      R"({"gatewayId":)" + std::string(kMega, '1') + "}",
      R"({"clientToken":")" + repeated("\\u0001", kMega / 6) + R"("})",
      R"({"x":)" + std::string(kMega, '9') + "e-" + std::string(kMega, '9') + "}",
      "\"" + long_text,
      long_text,
      R"({"apiKey":")" + long_text,
      repeated("\"apiKey\":", kMega / 9),
      std::string(kMega, '\n') + "x",
      std::string(kMega, '"'),
      std::string(kMega, '\\'),
      std::string(kMega, '\xff'),
  };
  for (const std::string& body : bodies) {
    CAPTURE(body.substr(0, 30));
    const Report report = checked(engine, body);
    CHECK(report.verdict() == Verdict::reject);
    for (const Violation& violation : report.violations()) CHECK(violation.value.size() <= 67);
  }
}

TEST_CASE("a report stays small, however long the names of the body are") {
  std::string members;
  for (int i = 0; i < 64; ++i) {
    const std::string name = "\"k" + std::to_string(i) + "\":1,";
    members += name + name;
  }
  members.pop_back();
  const std::string body = "{\"" + std::string(kMega / 2, 'a') + "\":{" + members + "}}";
  const Engine engine = build_engine(Options{});
  const Report report = checked(engine, body);
  CHECK(report.violations().size() == 64);
  std::size_t size = 0;
  for (const Violation& violation : report.violations()) {
    size += violation.pointer.size() + violation.message().size() + violation.hint.size();
    for (const Related& related : violation.related) size += related.pointer.size();
  }
  CHECK(size < kMega);
}

TEST_CASE("100,000 services") {
  const std::string good = services(listed(R"({"name":"a","namespace":"b"})", 100000));
  const std::string bad = services(listed("{}", 100000));
  CHECK(lines_on(build_engine(Options{}), bad) ==
        Lines{"error input.too-many-items /serviceConfigs"});
  CHECK(checked(build_engine(Options{}), good).verdict() == Verdict::reject);
  const Report report = checked(roomy_engine(), bad);
  CHECK(report.counts().errors == 100000);
  CHECK(report.counts().warnings == 100000);
  CHECK(report.violations().size() == 64);
  CHECK(report.omitted() == 200000 - 64);
  const Report same = checked(roomy_engine(), good);
  CHECK(same.verdict() == Verdict::accept);
  CHECK(same.counts().warnings == 99999);
}

TEST_CASE("100,000 members that nobody knows, alike, different and misspelt") {
  std::string members;
  for (int i = 0; i < 100000; ++i) members += ",\"m" + std::to_string(i) + "\":1";
  const std::string body = R"({"gatewayId":"g","sourceType":"K8S")";
  const Engine engine = roomy_engine();
  const Report different = checked(engine, body + members + "}");
  CHECK(different.counts().warnings == 100000);
  CHECK(different.counts().errors == 1);
  const Report alike = checked(engine, body + repeated(R"(,"m":1)", 100000) + "}");
  CHECK(alike.verdict() == Verdict::reject);
  CHECK(alike.violations().size() == 64);
  const Report misspelt =
      checked(engine, services(listed(R"({"nmae":"a","nameSpace":"b"})", 50000)));
  CHECK(misspelt.violations().size() == 64);
  CHECK(misspelt.counts().errors == 50000);
}

TEST_CASE("100,000 addresses of one service") {
  std::string different;
  for (int i = 0; i < 100000; ++i) different += ",\"a" + std::to_string(i) + ".com:80\"";
  const Engine engine = roomy_engine();
  const auto body = [](const std::string& list) {
    return services(R"({"name":"a","addresses":[)" + list + "]}", "DNS");
  };
  CHECK(checked(engine, body(different.substr(1))).counts().warnings == 1);
  const Report alike = checked(engine, body(listed(R"("a.com:80")", 100000)));
  CHECK(alike.counts().warnings == 100000);
}

TEST_CASE("more violations than a report can hold, with room for all") {
  const Engine engine = build_engine(Options{.limits = {.max_body_bytes = 16 * kMega,
                                                        .max_violations = 1000000,
                                                        .max_array_items = 1000000}});
  const std::string body = services(listed(R"({"nameSpace":"b","x":1})", 20000));
  Scratch scratch;
  const auto start = std::chrono::steady_clock::now();
  const Report report = engine.check(body, scratch);
  CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds(10));
  CHECK(report.violations().size() == 60000);
  CHECK(report.omitted() == 0);
}

}  // namespace
