// Tables of requests: every combination of the values that each member is tried with.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

namespace admit::test {

/// A member and the JSON texts that it is tried with; an empty text leaves the member out.
struct Tried {
  std::string name;
  std::vector<std::string> values;
};

/// Calls `use` with the JSON text of an object for every combination.
inline void for_every_object(const std::vector<Tried>& members,
                             const std::function<void(const std::string&)>& use) {
  std::vector<std::size_t> chosen(members.size());
  for (;;) {
    std::string object = "{";
    for (std::size_t i = 0; i < members.size(); ++i) {
      const std::string& value = members[i].values[chosen[i]];
      if (value.empty()) continue;
      if (object.size() > 1) object += ',';
      object += '"' + members[i].name + "\":" + value;
    }
    use(object + '}');
    std::size_t next = 0;
    while (next < members.size() && ++chosen[next] == members[next].values.size()) {
      chosen[next++] = 0;
    }
    if (next == members.size()) return;
  }
}

}  // namespace admit::test
