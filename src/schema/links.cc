// Links: which subschema leads to which.
#include "schema/links.h"

#include <cstdint>

namespace admit::schema {
namespace {

enum class State : std::uint8_t { fresh, open, done };

// A depth-first walk without recursion. Tells of each subschema that is left, and of each link to
// one that is still open.
class Walk {
 public:
  explicit Walk(const Links& links) : links_(links), states_(links.size(), State::fresh) {}

  template <class Leave, class Meet>
  void run(NodeId start, bool in_place_only, Leave&& leave, Meet&& meet) {
    enter(start);
    while (!path_.empty()) {
      Step& step = path_.back();
      const std::vector<Link>& own = links_[step.node];
      if (step.next == own.size()) {
        states_[step.node] = State::done;
        leave(step.node);
        path_.pop_back();
        continue;
      }
      const Link link = own[step.next++];
      if (in_place_only && !link.in_place) continue;
      if (states_[link.to] == State::open) meet(link.to);
      enter(link.to);
    }
  }

 private:
  struct Step {
    NodeId node = 0;
    std::size_t next = 0;
  };

  void enter(NodeId node) {
    if (states_[node] != State::fresh) return;
    states_[node] = State::open;
    path_.push_back({node, 0});
  }

  const Links& links_;
  std::vector<State> states_;
  std::vector<Step> path_;
};

constexpr auto kIgnore = [](NodeId) {};

}  // namespace

std::optional<NodeId> find_loop(const Links& links) {
  std::optional<NodeId> found;
  Walk walk(links);
  for (NodeId node = 0; node < links.size() && !found; ++node) {
    walk.run(node, true, kIgnore, [&](NodeId met) { found = met; });
  }
  return found;
}

std::vector<NodeId> visiting_order(const Links& links) {
  std::vector<NodeId> order;
  order.reserve(links.size());
  Walk(links).run(
      0, false, [&](NodeId left) { order.push_back(left); }, kIgnore);
  return order;
}

std::vector<NodeId> in_place_order(const Links& links) {
  std::vector<NodeId> order;
  order.reserve(links.size());
  Walk walk(links);
  for (NodeId node = 0; node < links.size(); ++node) {
    walk.run(
        node, true, [&](NodeId left) { order.push_back(left); }, kIgnore);
  }
  return order;
}

}  // namespace admit::schema
