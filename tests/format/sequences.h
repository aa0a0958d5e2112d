// for_each_sequence: pieces of text -> every text that a few of them make, one behind the other.
#pragma once

#include <string>
#include <vector>

namespace admit::test {

/// Calls `visit` with every sequence of `most` or fewer `pieces`, each behind `text`.
template <class Visit>
void for_each_sequence(const std::vector<std::string>& pieces, int most, const Visit& visit,
                       const std::string& text = {}) {
  visit(text);
  if (most == 0) return;
  for (const std::string& piece : pieces) {
    for_each_sequence(pieces, most - 1, visit, text + piece);
  }
}

}  // namespace admit::test
