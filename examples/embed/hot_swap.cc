// A gateway's core: threads that decide requests, while the engine is exchanged under them.
#include <admit/create_service.h>

#include <array>
#include <atomic>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <iostream>
#include <memory>
#include <string_view>
#include <thread>
#include <vector>

namespace {

using EnginePointer = std::shared_ptr<const admit::Engine>;

// The engine in force. A request keeps the one that it started with alive until it is decided.
std::atomic<EnginePointer> current;

constexpr std::string_view kAlwaysGood =
    R"({"sourceType": "VIP", "serviceConfigs": [{"name": "a", "addresses": ["10.0.0.7:8080"]}]})";
constexpr std::string_view kAlwaysBad =
    R"({"sourceType": "VIP", "serviceConfigs": [{"name": "a", "addresses": ["10.0.0.7:99999"]}]})";
// AI came with revision 2026-08-21: which of the engines decides can be seen.
constexpr std::string_view kOfRevision = R"({"sourceType": "AI", "serviceConfigs": [{"name": "a",
    "aiServiceConfig": {"provider": "qwen", "apiKeys": ["k"]}}]})";

EnginePointer build(std::string_view revision) {
  auto built = admit::create_service_engine({.revision = std::string(revision)});
  if (!built) return nullptr;
  return std::make_shared<const admit::Engine>(std::move(built).value());
}

struct Counts {
  std::uint64_t decided = 0;
  std::uint64_t wrong = 0;
  std::array<std::uint64_t, 2> of_revision{};  // refused, accepted
};

// Decides requests until told to stop. The scratch belongs to this thread and is reused.
void serve(const std::atomic<bool>& stop, Counts& counts) {
  admit::Scratch scratch;
  while (!stop) {
    const EnginePointer engine = current.load();
    if (!engine->accepts(kAlwaysGood, scratch)) ++counts.wrong;
    if (engine->accepts(kAlwaysBad, scratch)) ++counts.wrong;
    ++counts.of_revision[engine->accepts(kOfRevision, scratch) ? 1 : 0];
    counts.decided += 3;
  }
}

}  // namespace

int main() {
  constexpr std::size_t kSwaps = 20;
  const std::array<EnginePointer, 2> engines = {build("2026-02-05"), build("2026-08-21")};
  if (!engines[0] || !engines[1]) return std::cerr << "no engine\n", 2;
  current = engines[0];

  std::atomic<bool> stop = false;
  std::array<Counts, 4> counts;
  std::vector<std::thread> threads;
  for (Counts& own : counts) threads.emplace_back([&] { serve(stop, own); });
  for (std::size_t swap = 1; swap <= kSwaps; ++swap) {
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
    current = engines[swap % 2];
  }
  stop = true;
  for (std::thread& thread : threads) thread.join();

  Counts all;
  for (const Counts& own : counts) {
    all.decided += own.decided;
    all.wrong += own.wrong;
    for (std::size_t i = 0; i < 2; ++i) all.of_revision[i] += own.of_revision[i];
  }
  std::cout << all.decided << " requests decided across " << kSwaps << " swaps, " << all.wrong
            << " wrong\n";
  return all.wrong == 0 && all.of_revision[0] > 0 && all.of_revision[1] > 0 ? 0 : 1;
}
