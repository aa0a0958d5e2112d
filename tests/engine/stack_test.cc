// The stack that a check takes: at most 64 KiB, whatever the body.
#include <doctest/doctest.h>
#include <pthread.h>

#include <algorithm>
#include <functional>
#include <string>
#include <vector>

#include "engine/cases.h"
#include "prove/prove_by_default.h"

namespace {

using namespace admit;
using namespace admit::test;

// Sanitizers put a lot around what stands on the stack: under them, the promise is not tested.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr std::size_t kStackBytes = std::size_t{1024} * 1024;
#else
constexpr std::size_t kStackBytes = std::size_t{64} * 1024;
#endif

// Runs `work` in a thread with a stack of kStackBytes; one byte more, and the process ends.
void run_on_small_stack(std::function<void()> work) {
  pthread_attr_t attributes;
  REQUIRE(pthread_attr_init(&attributes) == 0);
  REQUIRE(pthread_attr_setstacksize(&attributes, kStackBytes) == 0);
  pthread_t thread{};
  const auto start = [](void* pointer) -> void* {
    (*static_cast<std::function<void()>*>(pointer))();
    return nullptr;
  };
  REQUIRE(pthread_create(&thread, &attributes, start, &work) == 0);
  REQUIRE(pthread_join(thread, nullptr) == 0);
  pthread_attr_destroy(&attributes);
}

std::string repeated(const std::string& part, std::size_t count) {
  std::string text;
  for (std::size_t i = 0; i < count; ++i) text += part;
  return text;
}

// Bodies that would make a recursive reader, evaluator or reporter go deep.
std::vector<std::string> hostile_bodies() {
  const auto nested = [](const std::string& open, const std::string& close, std::size_t depth) {
    return repeated(open, depth) + "1" + repeated(close, depth);
  };
  return {
      repeated("[", 100000),
      nested("[", "]", 100000),
      nested("{\"a\":", "}", 100000),
      nested("[", "]", 64),
      nested("{\"a\":", "}", 64),
      "{\"serviceConfigs\":" + nested("[", "]", 63) + "}",
      "{\"sourceType\":\"AI\",\"serviceConfigs\":[{\"unknown\":" + nested("{\"a\":", "}", 61) +
          "}]}",
      "{\"serviceConfigs\":[" + repeated("{\"addresses\":[\"::1\"]},", 2000) + "{}]}",
      "{\"" + repeated("a", 1000000) + "\":1}",
      repeated("{\"a\":1,\"a\":", 1000),
  };
}

std::vector<std::string> all_bodies() {
  std::vector<std::string> bodies = hostile_bodies();
  for (const Case& request : load_all_cases()) {
    if (request.schema.empty()) bodies.push_back(request.body);
  }
  return bodies;
}

TEST_CASE("a check needs at most 64 KiB of stack") {
  const Engine engine = build_engine(Options{});
  const std::vector<std::string> bodies = all_bodies();
  std::size_t undecided = 0;
  std::size_t checked = 0;
  run_on_small_stack([&] {
    Scratch scratch;
    for (const std::string& body : bodies) {
      if (engine.check(body, scratch).verdict() == Verdict::undecided) ++undecided;
      ++checked;
    }
  });
  CHECK(checked == bodies.size());
  CHECK(checked > 100);
  CHECK(undecided == 0);
}

TEST_CASE("a check by a deep schema of one's own does, too") {
  std::string schema = "{\"type\":\"integer\"}";
  for (int i = 0; i < 30; ++i) {
    schema = R"({"allOf":[{"properties":{"a":)" + schema + R"(}}],"not":{"required":["b"]}})";
  }
  const Engine engine = build_engine(Options{}, schema);
  std::vector<std::string> bodies = all_bodies();
  bodies.push_back(repeated("{\"a\":", 30) + "1" + repeated("}", 30));
  bodies.push_back(repeated("{\"a\":", 30) + "\"x\"" + repeated("}", 30));
  std::size_t rejected = 0;
  run_on_small_stack([&] {
    Scratch scratch;
    for (const std::string& body : bodies) {
      if (engine.check(body, scratch).verdict() == Verdict::reject) ++rejected;
    }
  });
  CHECK(rejected > 5);
  CHECK(rejected < bodies.size());
}

TEST_CASE("a proof does, as deep as it goes") {
  const std::string object = R"({"properties":{"a":{"$ref":"#"}},"items":{"$ref":"#"}})";
  const Engine engine = build_engine({.report_from = Severity::error}, object);
  const std::vector<std::string> bodies = {
      repeated("{\"a\":", 63) + "{}" + repeated("}", 63),
      repeated("[", 64) + repeated("]", 64),
      repeated("[{\"a\":", 31) + "[{}]" + repeated("}]", 31),
  };
  std::size_t proved = 0;
  run_on_small_stack([&] {
    Scratch scratch;
    for (const std::string& body : bodies) (void)engine.accepts(body, scratch);
    proved = scratch.counters().proved;
  });
  CHECK(proved == (prove::prove_by_default() ? bodies.size() : 0));
}

}  // namespace
