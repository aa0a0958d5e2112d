// The benchmark of the engine: every contender with every set of bodies that is meant for it.
#include <benchmark/benchmark.h>

#include <string>

#include "contenders.h"
#include "prove/prover.h"

namespace {

void register_all() {
  using namespace admit::bench;
  for (const BodySet& set : body_sets()) {
    if (set.style.has_fault) {
      register_dom_parse(set);
      register_reporting(set);
    } else {
      register_parsers(set);
      register_validators(set);
      register_accepting(set);
    }
  }
  register_engine_build();
  register_endpoints();
}

}  // namespace

int main(int argc, char** argv) {
  register_all();
  benchmark::Initialize(&argc, argv);
  if (benchmark::ReportUnrecognizedArguments(argc, argv)) return 1;
  benchmark::AddCustomContext("kernel", std::string(admit::prove::best_kernel().name));
  benchmark::RunSpecifiedBenchmarks();
  benchmark::Shutdown();
}
