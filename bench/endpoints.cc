// Endpoints: a million texts, no two of them alike, read by parse_endpoint and by inet_pton.
#include <admit/endpoint.h>
#include <arpa/inet.h>
#include <benchmark/benchmark.h>

#include <cstddef>
#include <cstdint>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "contenders.h"

namespace admit::bench {
namespace {

constexpr std::uint32_t kCount = 1'000'000;

// Texts one behind the other, each ended by a NUL.
class Texts {
 public:
  void add(std::string_view text) {
    views_.push_back({bytes_.size(), text.size()});
    bytes_ += text;
    bytes_ += '\0';
  }

  template <class Visit>
  void each(const Visit& visit) const {
    for (const Place& place : views_) {
      visit(std::string_view(bytes_.data() + place.offset, place.length));
    }
  }

 private:
  struct Place {
    std::size_t offset;
    std::size_t length;
  };
  std::string bytes_;
  std::vector<Place> views_;
};

// Different for different numbers, and in no order.
std::string ipv4(std::uint32_t number) {
  const std::uint32_t mixed = (number * 2654435761U) & 0xffffffU;
  return "10." + std::to_string(mixed >> 16U) + '.' + std::to_string((mixed >> 8U) & 255U) + '.' +
         std::to_string(mixed & 255U);
}

class NameMaker {
 public:
  std::string make(std::uint32_t number) {
    return word(2 + random_() % 10) + std::to_string(number) + '.' + word(2 + random_() % 8) +
           ".example";
  }

  std::string port() { return ':' + std::to_string(1 + random_() % 65535); }

  bool coin() { return random_() % 2 == 0; }

 private:
  std::string word(std::size_t length) {
    std::string text;
    for (std::size_t i = 0; i < length; ++i) {
      text += static_cast<char>('a' + static_cast<char>(random_() % 26));
    }
    return text;
  }

  std::mt19937 random_{20260821};
};

// Half of them names, half of them IPv4, each with a port.
const Texts& endpoints() {
  static const Texts made = [] {
    Texts texts;
    NameMaker maker;
    for (std::uint32_t i = 0; i < kCount; ++i) {
      texts.add((maker.coin() ? maker.make(i) : ipv4(i)) + maker.port());
    }
    return texts;
  }();
  return made;
}

const Texts& addresses() {
  static const Texts made = [] {
    Texts texts;
    for (std::uint32_t i = 0; i < kCount; ++i) texts.add(ipv4(i));
    return texts;
  }();
  return made;
}

// An iteration is the whole million.
template <class Parse>
void run(benchmark::State& state, const Texts& texts, const Parse& parse) {
  for (auto _ : state) {
    std::size_t good = 0;
    texts.each([&](std::string_view text) { good += parse(text) ? 1 : 0; });
    if (good != kCount) return state.SkipWithError("a text was refused");
  }
  state.SetItemsProcessed(static_cast<std::int64_t>(state.iterations()) * kCount);
}

bool parse_by_admit(std::string_view text) {
  const auto parsed = parse_endpoint(text);
  benchmark::DoNotOptimize(&parsed);
  return static_cast<bool>(parsed);
}

bool parse_by_inet_pton(std::string_view text) {
  in_addr address{};
  const bool is_good = inet_pton(AF_INET, text.data(), &address) == 1;
  benchmark::DoNotOptimize(&address);
  return is_good;
}

}  // namespace

void register_endpoints() {
  const auto unit = benchmark::kMillisecond;
  benchmark::RegisterBenchmark("parse_endpoint/mixed", [](benchmark::State& state) {
    run(state, endpoints(), parse_by_admit);
  })->Unit(unit);
  benchmark::RegisterBenchmark("parse_endpoint/ipv4", [](benchmark::State& state) {
    run(state, addresses(), parse_by_admit);
  })->Unit(unit);
  benchmark::RegisterBenchmark("inet_pton/ipv4", [](benchmark::State& state) {
    run(state, addresses(), parse_by_inet_pton);
  })->Unit(unit);
}

}  // namespace admit::bench
