// BodySets: the bodies that everything is measured with, by size and by how they are written.
#include "body_sets.h"

#include <map>

namespace admit::bench {
namespace {

// Services in a body: minified, small is about 350 bytes, medium 4 KB, large 900 KB.
constexpr std::size_t kSmall = 1;
constexpr std::size_t kMedium = 20;
constexpr std::size_t kLarge = 5000;
constexpr std::size_t kLargeCount = 2;

constexpr BodyStyle kShuffled{.is_shuffled = true};
constexpr BodyStyle kConstant{.is_shuffled = false};
constexpr BodyStyle kShuffledIndented{.is_shuffled = true, .is_indented = true};
constexpr BodyStyle kConstantIndented{.is_shuffled = false, .is_indented = true};
constexpr BodyStyle kShuffledFaulty{.is_shuffled = true, .has_fault = true};
constexpr BodyStyle kConstantFaulty{.is_shuffled = false, .has_fault = true};

constexpr BodySet kSets[] = {
    {"small", kBodyCount, kSmall, kShuffled},
    {"medium_shuffled", kBodyCount, kMedium, kShuffled},
    {"medium_constant", kBodyCount, kMedium, kConstant},
    {"large", kLargeCount, kLarge, kConstant},
    {"small_indented", kBodyCount, kSmall, kShuffledIndented},
    {"medium_shuffled_indented", kBodyCount, kMedium, kShuffledIndented},
    {"medium_constant_indented", kBodyCount, kMedium, kConstantIndented},
    {"large_indented", kLargeCount, kLarge, kConstantIndented},
    {"small_faulty", kBodyCount, kSmall, kShuffledFaulty},
    {"medium_shuffled_faulty", kBodyCount, kMedium, kShuffledFaulty},
    {"medium_constant_faulty", kBodyCount, kMedium, kConstantFaulty},
    {"large_faulty", kLargeCount, kLarge, kConstantFaulty},
};

}  // namespace

std::span<const BodySet> body_sets() noexcept {
  return kSets;
}

const std::vector<std::string>& bodies_of(const BodySet& set) {
  static std::map<std::string, std::vector<std::string>> made;
  std::vector<std::string>& bodies = made[set.name];
  if (bodies.empty()) {
    bodies = make_bodies(set.count, set.services, set.style);
    for (std::string& body : bodies) body.reserve(body.size() + kPadding);
  }
  return bodies;
}

}  // namespace admit::bench
