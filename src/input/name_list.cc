// NameList: finds members that stand twice in one object, while a text is scanned.
#include "input/name_list.h"

#include <algorithm>

namespace admit::input {

void NameList::clear() noexcept {
  names_.clear();
  starts_.clear();
  decoded_.clear();
  if (names_.capacity() > kKeptNames) std::vector<Name>().swap(names_);
}

void NameList::add(DecodedText name, text::Span span) {
  if (!name.borrowed) name.text = decoded_.emplace_front(name.text);
  names_.push_back({name.text, span});
}

std::vector<NameList::Duplicate> NameList::find_duplicates(std::size_t start) {
  constexpr std::size_t kFewNames = 12;  // below, comparing all pairs is cheaper than sorting
  const auto begin = names_.begin() + static_cast<std::ptrdiff_t>(start);
  std::vector<Duplicate> found;
  if (names_.size() - start <= kFewNames) {
    for (auto later = begin; later != names_.end(); ++later) {
      const auto same = [&](const Name& name) { return name.text == later->text; };
      const auto first = std::find_if(begin, later, same);
      if (first != later) found.push_back({later->span, first->span});
    }
    return found;
  }
  std::sort(begin, names_.end(), [](const Name& a, const Name& b) {
    return a.text != b.text ? a.text < b.text : a.span.begin < b.span.begin;
  });
  for (auto first = begin; first != names_.end();) {
    auto later = first + 1;
    for (; later != names_.end() && later->text == first->text; ++later) {
      found.push_back({later->span, first->span});
    }
    first = later;
  }
  std::sort(found.begin(), found.end(),
            [](const Duplicate& a, const Duplicate& b) { return a.later.begin < b.later.begin; });
  return found;
}

}  // namespace admit::input
