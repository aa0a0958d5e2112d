// measure: a contender and a set of bodies -> a benchmark that shows it the bodies in turn.
#pragma once

#include <benchmark/benchmark.h>

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "body_sets.h"

namespace admit::bench {

/// Registers `name/set`. A contender is made of `parts` for every repetition, outside of what is
/// timed; its call with a body is true where the body was decided as it should.
template <class Contender, class... Parts>
void measure(const std::string& name, const BodySet& set, const Parts&... parts) {
  const auto run = [&set, parts...](benchmark::State& state) {
    const std::vector<std::string>& bodies = bodies_of(set);
    Contender contender(parts...);
    std::size_t next = 0;
    std::size_t bytes = 0;
    for (auto _ : state) {
      const std::string& body = bodies[next];
      next = next + 1 == bodies.size() ? 0 : next + 1;
      bytes += body.size();
      if (!contender(body)) return state.SkipWithError("a body was decided wrongly");
    }
    state.SetBytesProcessed(static_cast<std::int64_t>(bytes));
  };
  benchmark::RegisterBenchmark((name + '/' + set.name).c_str(), run);
}

}  // namespace admit::bench
