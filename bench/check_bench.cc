// What a verdict costs beside the bare parse of the same bytes, for small, medium and large bodies.
#include <admit/create_service.h>
#include <benchmark/benchmark.h>
#include <rapidjson/document.h>

#include <cstddef>
#include <string>
#include <vector>

#include "bodies.h"

namespace {

// Services in a body: small is about 360 bytes, medium 4 KB, large 1 MB.
constexpr std::int64_t kSmall = 1;
constexpr std::int64_t kMedium = 20;
constexpr std::int64_t kLarge = 5000;

std::vector<std::string> bodies_for(const benchmark::State& state) {
  const auto services = static_cast<std::size_t>(state.range(0));
  return admit::bench::make_bodies(services == kLarge ? 2 : admit::bench::kBodyCount, services);
}

// Runs `decide` over the bodies in turn.
template <class Decide>
void run(benchmark::State& state, const Decide& decide) {
  const std::vector<std::string> bodies = bodies_for(state);
  std::size_t next = 0;
  std::size_t bytes = 0;
  for (auto _ : state) {
    const std::string& body = bodies[next];
    next = next + 1 == bodies.size() ? 0 : next + 1;
    bytes += body.size();
    if (!decide(body)) return state.SkipWithError("a body was refused");
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(bytes));
}

void check(benchmark::State& state) {
  const auto built = admit::create_service_engine();
  admit::Scratch scratch;
  run(state, [&](const std::string& body) {
    return built.value().check(body, scratch).verdict() == admit::Verdict::accept;
  });
}

void check_errors_only(benchmark::State& state) {
  const auto built = admit::create_service_engine({.report_from = admit::Severity::error});
  admit::Scratch scratch;
  run(state, [&](const std::string& body) { return built.value().accepts(body, scratch); });
}

void parse_rapidjson(benchmark::State& state) {
  run(state, [](const std::string& body) {
    rapidjson::Document document;
    document.Parse<rapidjson::kParseIterativeFlag | rapidjson::kParseValidateEncodingFlag>(
        body.data(), body.size());
    return !document.HasParseError();
  });
}

BENCHMARK(parse_rapidjson)->Arg(kSmall)->Arg(kMedium)->Arg(kLarge);
BENCHMARK(check)->Arg(kSmall)->Arg(kMedium)->Arg(kLarge);
BENCHMARK(check_errors_only)->Arg(kSmall)->Arg(kMedium)->Arg(kLarge);

}  // namespace
