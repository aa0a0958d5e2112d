// PlantedBody: a JSON document with random secrets planted in its secret members, broken in one
// byte perhaps, and what of it must not be seen afterwards.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "json_edits.h"
#include "text/mask.h"

namespace admit::fuzz {

class PlantedBody {
 public:
  /// Replaces every string below the name of a secret.
  PlantedBody(JsonTree document, const text::SecretNames& names, Random& random);

  /// Deletes, inserts or doubles one byte, in no name of a secret.
  void break_somewhere(Random& random);

  [[nodiscard]] std::string text() const;

  /// Four bytes of a secret that `shown` gives away; empty where it keeps them all. In a text that
  /// is JSON a secret is what stands below a secret name, else whatever was planted. What stands
  /// elsewhere in the text as well gives nothing away.
  [[nodiscard]] std::string find_leak(std::string_view shown) const;

 private:
  struct Byte {
    char byte = 0;
    bool is_secret = false;
    bool is_name = false;  ///< of a secret: must stay in one piece
  };

  void plant(JsonTree& value, bool is_secret, Random& random);
  void mark();

  const text::SecretNames& names_;
  std::vector<std::string> planted_;
  std::vector<std::string> names_in_use_;
  std::vector<Byte> bytes_;
};

}  // namespace admit::fuzz
