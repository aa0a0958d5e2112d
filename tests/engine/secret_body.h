// SecretBody: a request with random secrets planted in it, broken at random, and what of it must
// not be seen afterwards.
#pragma once

#include <cstddef>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "text/mask.h"

namespace admit::test {

/// Made from a pattern in which `$` stands for a secret, and `<` and `>` surround the name of a
/// member whose value is one.
class SecretBody {
 public:
  SecretBody(std::string_view pattern, std::mt19937& random);

  /// Deletes, inserts or doubles one structural byte, anywhere or, with `near`, close to a secret.
  void mutate(std::mt19937& random, bool near);

  [[nodiscard]] std::string text() const;

  /// Whether every name between `<` and `>` is still there in one piece.
  [[nodiscard]] bool are_names_whole() const;

  /// The first four bytes of a secret that `shown` gives away; empty where it keeps them all. In a
  /// text that is still JSON a secret is what stands in a member of a secret name, else whatever
  /// was planted. What stands elsewhere in the text as well gives nothing away.
  [[nodiscard]] std::string find_leak(std::string_view shown, const text::SecretNames& names) const;

 private:
  struct Byte {
    char byte;
    std::size_t name = 0;    ///< the number of the name that it belongs to, from 1
    std::size_t secret = 0;  ///< the number of the secret, from 1
  };

  std::vector<Byte> bytes_;
  std::vector<std::size_t> name_sizes_ = {0};
  std::size_t secrets_ = 0;
};

}  // namespace admit::test
