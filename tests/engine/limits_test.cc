// Limits at and beside their bounds, and what a report keeps when more was found than it holds.
#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "engine/own_api.h"

namespace {

using namespace admit;
using namespace admit::test;

std::string repeated(const std::string& text, std::size_t times, const std::string& between = "") {
  std::string all;
  for (std::size_t i = 0; i < times; ++i) all += (i == 0 ? "" : between) + text;
  return all;
}

TEST_CASE("a body of exactly max_body_bytes is read, one byte more is not") {
  for (const std::size_t limit : {std::size_t{2}, std::size_t{100}, std::size_t{1} << 20}) {
    const Engine engine = own_engine({}, {.limits = {.max_body_bytes = limit}});
    const std::string body = "{" + std::string(limit - 2, ' ') + "}";
    CHECK(found_in(engine, body).empty());
    CHECK(found_in(engine, body + ' ') == Lines{"error input.too-large "});
  }
  CHECK(Limits{}.max_body_bytes == 1048576);
}

TEST_CASE("max_depth arrays and objects may be open, one more may not") {
  for (const std::size_t limit : {1, 2, 7, 64}) {
    CAPTURE(limit);
    const Engine engine = own_engine({}, {.limits = {.max_depth = limit}});
    const auto nested = [](std::size_t depth) {
      const std::string inner = repeated("[", depth - 1) + repeated("]", depth - 1);
      return depth == 1 ? std::string("{}") : R"({"x":)" + inner + "}";
    };
    CHECK(found_in(engine, nested(limit)).empty());
    const Lines found = found_in(engine, nested(limit + 1));
    REQUIRE(found.size() == 1);
    CHECK(found[0].starts_with("error input.too-deep "));
  }
  CHECK(Limits{}.max_depth == 64);
}

TEST_CASE("an array may have max_array_items items, not one more") {
  for (const std::size_t limit : {1, 2, 10000}) {
    const Engine engine = own_engine({}, {.limits = {.max_array_items = limit}});
    const auto body = [](std::size_t items) {
      return R"({"x":[)" + repeated("0", items, ",") + "]}";
    };
    CHECK(found_in(engine, body(limit)).empty());
    CHECK(found_in(engine, body(limit + 1)) == Lines{"error input.too-many-items /x"});
  }
  CHECK(Limits{}.max_array_items == 10000);
}

TEST_CASE("the bound on items holds for each array, not for all of them, and for no object") {
  const Engine engine = own_engine({}, {.limits = {.max_array_items = 3}});
  CHECK(found_in(engine, R"({"x":[[1,2,3],[1,2,3],[1,2,3]]})").empty());
  CHECK(found_in(engine, R"({"a":1,"b":2,"c":3,"d":4,"e":[1,2,3]})").empty());
}

// Bodies with more to say than a small report holds: warnings before errors and after them, the
// same place twice, twins, nulls, duplicate members.
std::vector<std::string> rich_bodies() {
  const auto request = [](const std::string& type, const std::string& services) {
    return R"({"sourceType":")" + type + R"(","serviceConfigs":[)" + services + "]}";
  };
  return {
      request("MSE_NACOS", repeated("{}", 100, ",")),
      request("MSE_NACOS", repeated(R"({"name":"a b","nameSpace":"x","x":1})", 100, ",")),
      request("K8S", repeated(R"({"name":null,"namespace":null,"qualifier":null})", 100, ",")),
      request("K8S", repeated(R"({"name":7,"namespace":"B","dnsServers":[]})", 90, ",")),
      request("VIP", R"({"addresses":[)" + repeated(R"("http://a","a.com")", 60, ",") + "]}"),
      request("DNS",
              repeated(R"({"name":"a","addresses":["a.com:1","a.com:1","1.1.1.1"]})", 70, ",")),
      request("K8S", "{" + repeated(R"("x":1)", 150, ",") + "}"),
      request("K8S", repeated(R"({"unknown":1,"unknown":2,"namespace":"a"})", 80, ",")),
      request("NONE", repeated(R"({"a":null,"name":[],"dnsServers":["a"]})", 100, ",")),
  };
}

// What a report of at most `room` violations keeps of `whole`: errors first, the order stays.
Lines kept(const Report& whole, std::size_t room) {
  const Lines all = list_violations(whole);
  std::vector<bool> is_kept(all.size());
  for (const Severity severity : {Severity::error, Severity::warning}) {
    for (std::size_t i = 0; i < all.size(); ++i) {
      if (whole.violations()[i].severity != severity || room == 0) continue;
      is_kept[i] = true;
      --room;
    }
  }
  Lines lines;
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (is_kept[i]) lines.push_back(all[i]);
  }
  return lines;
}

TEST_CASE("a full report keeps errors before warnings, in order, and counts the rest") {
  const Engine roomy = build_engine(Options{.limits = {.max_violations = 100000}});
  for (const std::string& body : rich_bodies()) {
    CAPTURE(body.substr(0, 120));
    Scratch scratch;
    const Report whole = roomy.check(body, scratch);
    CHECK(whole.omitted() == 0);
    CHECK(whole.counts().errors + whole.counts().warnings == whole.violations().size());
    REQUIRE(whole.violations().size() > 64);
    for (const std::size_t room : {1, 2, 3, 10, 63, 64, 65, 99, 100, 101, 200}) {
      CAPTURE(room);
      const Report report =
          build_engine(Options{.limits = {.max_violations = room}}).check(body, scratch);
      CHECK(list_violations(report) == kept(whole, room));
      CHECK(report.counts().errors == whole.counts().errors);
      CHECK(report.counts().warnings == whole.counts().warnings);
      CHECK(report.omitted() + report.violations().size() == whole.violations().size());
      CHECK(report.verdict() == whole.verdict());
    }
  }
}

TEST_CASE("64 violations are reported by default") {
  const Engine engine = build_engine(Options{});
  Scratch scratch;
  const Report report = engine.check(rich_bodies()[0], scratch);
  CHECK(report.violations().size() == 64);
  CHECK(report.counts().errors == 200);
  CHECK(report.counts().warnings == 101);
  CHECK(report.omitted() == 237);
}

}  // namespace
