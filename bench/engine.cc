// The engine: its ways to accept a body, its report on one with a fault, and how it is made.
#include <admit/engine.h>

#include <memory>
#include <stdexcept>
#include <string>

#include "contenders.h"
#include "engine_parts.h"
#include "engines.h"
#include "measure.h"
#include "prove/prover.h"

namespace admit::bench {
namespace {

// `accepts`, as users call it.
class Accepts {
 public:
  explicit Accepts(const Engine* engine) : engine_(engine) {}
  bool operator()(const std::string& body) { return engine_->accepts(body, scratch_); }

 private:
  const Engine* engine_;
  Scratch scratch_;
};

// The walk by one kernel.
class Proves {
 public:
  explicit Proves(const prove::Kernel* kernel) : kernel_(kernel) {
    if (program_ == nullptr) throw std::logic_error("there is no program");
  }

  bool operator()(const std::string& body) {
    return prove::is_proven(*kernel_, *program_, body, *memory_);
  }

 private:
  const prove::Kernel* kernel_;
  const prove::Program* program_ = EngineAccess::parts(proving_engine()).program.get();
  std::unique_ptr<prove::ProofMemory> memory_ = std::make_unique<prove::ProofMemory>();
};

class Reports {
 public:
  bool operator()(const std::string& body) {
    const Report report = proving_engine().check(body, scratch_);
    return report.verdict() == Verdict::reject && report.violations().size() == 1;
  }

 private:
  Scratch scratch_;
};

void build_engine(benchmark::State& state) {
  for (auto _ : state) {
    const Engine engine = make_engine();
    benchmark::DoNotOptimize(&engine);
  }
}

}  // namespace

void register_accepting(const BodySet& set) {
  measure<Accepts>("explain", set, &explaining_engine());
  measure<Accepts>("accepts", set, &proving_engine());
  for (const prove::Kernel& kernel : prove::kernels()) {
    if (!kernel.is_available()) continue;
    measure<Proves>("prove_" + std::string(kernel.name), set, &kernel);
  }
}

void register_reporting(const BodySet& set) {
  measure<Reports>("report", set);
}

void register_engine_build() {
  benchmark::RegisterBenchmark("engine_build", build_engine)->Unit(benchmark::kMillisecond);
}

}  // namespace admit::bench
