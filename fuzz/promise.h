// promise: what a harness holds the library to; one that is broken ends the process with its words.
#pragma once

#include <cstdlib>
#include <iostream>
#include <string_view>

namespace admit::fuzz {

inline void promise(bool is_kept, std::string_view what, std::string_view detail = {}) {
  if (is_kept) return;
  std::cerr << "broken promise: " << what << '\n';
  if (!detail.empty()) std::cerr << detail << '\n';
  std::abort();
}

}  // namespace admit::fuzz
