// NameList: finds members that stand twice in one object, while a text is scanned.
#pragma once

#include <cstddef>
#include <forward_list>
#include <string>
#include <string_view>
#include <vector>

#include "input/json_token.h"
#include "text/span.h"

namespace admit::input {

/// The names of all objects that are open, innermost last. The work is n log n in the names of an
/// object whatever they are: no hash that a request could aim at.
class NameList {
 public:
  struct Duplicate {
    text::Span later;
    text::Span first;
  };

  /// Forgets what a scan that ended in a fault has left.
  void clear() noexcept;
  void begin_object() { starts_.push_back(names_.size()); }
  void add(DecodedText name, text::Span span);

  /// Closes the innermost object and calls `report(Duplicate)` for each repeated name.
  template <class Report>
  void end_object(Report report) {
    const std::size_t start = starts_.back();
    starts_.pop_back();
    for (const Duplicate& duplicate : find_duplicates(start)) report(duplicate);
    names_.resize(start);
    if (starts_.empty()) clear();
  }

 private:
  static constexpr std::size_t kKeptNames = 4096;  // the memory of more goes back

  struct Name {
    std::string_view text;
    text::Span span;
  };

  // In source order. Names before `start` belong to outer objects.
  std::vector<Duplicate> find_duplicates(std::size_t start);

  std::vector<Name> names_;
  std::vector<std::size_t> starts_;
  // Texts of names that held escapes. No deque: that allocates before it holds anything.
  std::forward_list<std::string> decoded_;
};

}  // namespace admit::input
