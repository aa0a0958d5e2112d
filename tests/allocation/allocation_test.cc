// Memory that runs out in a check: every allocation of it fails in turn. The verdict is then
// undecided, or the report is the one that there would have been; nothing is lost, and the next
// check is as good as ever.
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "allocation/failing_heap.h"
#include "engine/cases.h"

namespace {

using namespace admit;
using namespace admit::test;

// What the check of one body needs, and what becomes of it without.
class Starvation {
 public:
  Starvation(const Engine& engine, const std::string& body) : engine_(engine), body_(body) {
    Scratch scratch;
    expected_ = whole_report(engine_, body_, engine_.check(body_, scratch));
  }

  std::size_t count_allocations() {
    Scratch scratch;
    const FailingHeap heap;
    const Report report = engine_.check(body_, scratch);
    return heap.count();
  }

  void starve(std::size_t first, bool for_good) {
    const std::int64_t before = live_blocks();
    {
      Scratch scratch;
      CHECK(is_undecided_or_right(scratch, first, for_good));
      CHECK(whole_report(engine_, body_, engine_.check(body_, scratch)) == expected_);
    }
    CHECK(live_blocks() == before);
  }

  [[nodiscard]] std::size_t undecided() const noexcept { return undecided_; }

 private:
  bool is_undecided_or_right(Scratch& scratch, std::size_t first, bool for_good) {
    const Report report = starved_report(scratch, first, for_good);
    if (report.verdict() == Verdict::undecided) return ++undecided_, true;
    return whole_report(engine_, body_, report) == expected_;
  }

  Report starved_report(Scratch& scratch, std::size_t first, bool for_good) {
    const FailingHeap heap(first, for_good);
    return engine_.check(body_, scratch);
  }

  const Engine& engine_;
  const std::string& body_;
  std::string expected_;
  std::size_t undecided_ = 0;
};

TEST_CASE("every allocation of a check fails in turn") {
  std::size_t allocations = 0;
  std::size_t undecided = 0;
  for (const Case& request : load_all_cases()) {
    // Small ones, because each is checked hundreds of times. RE2 keeps what it has made of a
    // pattern, so that no two checks allocate the same.
    const bool has_patterns = request.schema.find("attern") != std::string::npos;
    if (request.body.size() > 320 || has_patterns) continue;
    CAPTURE(request.name);
    const Engine engine = build_engine(request);
    Starvation starvation(engine, request.body);
    const std::size_t count = starvation.count_allocations();
    allocations += count;
    for (std::size_t first = 0; first < count; ++first) {
      starvation.starve(first, false);
      starvation.starve(first, true);
    }
    undecided += starvation.undecided();
  }
  CHECK(allocations > 1000);
  CHECK(undecided > allocations);
}

TEST_CASE("accepts is false where memory runs out") {
  const Engine engine = build_engine(Options{});
  const std::string body = read_bytes(ADMIT_TEST_DATA "/ok/k8s.json");
  Scratch fresh;
  CHECK(engine.accepts(body, fresh));
  Scratch scratch;
  bool accepted = true;
  {
    const FailingHeap heap(0, true);
    accepted = engine.accepts(body, scratch);
  }
  CHECK(!accepted);
  CHECK(engine.accepts(body, scratch));
}

TEST_CASE("a request that is proved allocates nothing") {
  const Engine engine = build_engine({.report_from = Severity::error});
  Scratch scratch;
  std::size_t proved = 0;
  for (const Case& request : load_cases("ok")) {
    if (!request.schema.empty() || !request.options.empty()) continue;
    CAPTURE(request.name);
    CHECK(engine.accepts(request.body, scratch));  // whatever it needs once
    const std::uint64_t before = scratch.counters().proved;
    std::size_t count = 0;
    {
      const FailingHeap heap;
      CHECK(engine.accepts(request.body, scratch));
      CHECK(engine.check(request.body, scratch).verdict() == Verdict::accept);
      count = heap.count();
    }
    CHECK(count == 0);
    proved += scratch.counters().proved - before;
  }
  CHECK(proved > 40);
}

}  // namespace
