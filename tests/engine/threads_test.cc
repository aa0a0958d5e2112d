// One Engine for all threads, a Scratch for each: the reports are those of a single thread.
#include <doctest/doctest.h>

#include <atomic>
#include <cstddef>
#include <string>
#include <thread>
#include <vector>

#include "engine/cases.h"

namespace {

using namespace admit;
using namespace admit::test;

constexpr std::size_t kThreads = 8;

// Runs `work` with the number of each thread, in all of them at the same time.
template <class Work>
void run_in_threads(const Work& work) {
  std::atomic<std::size_t> waiting{kThreads};
  std::vector<std::thread> threads;
  for (std::size_t thread = 0; thread < kThreads; ++thread) {
    threads.emplace_back([&, thread] {
      --waiting;
      while (waiting > 0) std::this_thread::yield();
      work(thread);
    });
  }
  for (std::thread& thread : threads) thread.join();
}

std::vector<std::string> reports_of(const Engine& engine, const std::vector<Case>& cases) {
  std::vector<std::string> reports;
  Scratch scratch;
  for (const Case& request : cases) {
    reports.push_back(whole_report(engine, request.body, engine.check(request.body, scratch)));
  }
  return reports;
}

TEST_CASE("threads that share an engine get the reports of a single thread") {
  const std::vector<Case> cases = load_all_cases();
  const Engine engine = build_engine(Options{});
  const std::vector<std::string> expected = reports_of(engine, cases);
  std::vector<std::size_t> differences(kThreads);
  run_in_threads([&](std::size_t thread) {
    Scratch scratch;
    for (std::size_t i = 0; i < cases.size(); ++i) {
      const std::size_t at = (i + thread * 29) % cases.size();
      const Report report = engine.check(cases[at].body, scratch);
      const bool is_same = whole_report(engine, cases[at].body, report) == expected[at];
      const bool is_accepted = engine.accepts(cases[at].body, scratch);
      if (!is_same || is_accepted != (report.verdict() == Verdict::accept)) ++differences[thread];
    }
  });
  CHECK(differences == std::vector<std::size_t>(kThreads));
}

TEST_CASE("threads may copy, use and drop one engine at the same time") {
  auto shared = std::make_unique<Engine>(build_engine(Options{}));
  std::vector<Engine> copies(kThreads, *shared);
  shared.reset();
  std::vector<std::size_t> accepted(kThreads);
  run_in_threads([&](std::size_t thread) {
    for (int round = 0; round < 20; ++round) {
      const Engine own = copies[thread];
      Scratch scratch;
      if (own.accepts(R"({"sourceType":"FC3","serviceConfigs":[{"name":"a"}]})", scratch)) {
        ++accepted[thread];
      }
    }
  });
  CHECK(accepted == std::vector<std::size_t>(kThreads, 20));
}

TEST_CASE("threads may build engines at the same time") {
  std::vector<std::size_t> listed(kThreads);
  run_in_threads([&](std::size_t thread) {
    listed[thread] = build_engine({.strict = thread % 2 == 0}).codes().size();
  });
  CHECK(listed == std::vector<std::size_t>(kThreads, listed[0]));
  CHECK(listed[0] > 0);
}

}  // namespace
