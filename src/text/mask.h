// find_secrets: a request's source text to the stretches of it that must never be shown.
// SecretNames: which members are secret.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "text/span.h"

namespace admit::text {

/// The names of members whose values are secret: apikey, apikeys, accesskey, secretkey, authkey and
/// every name that ends in one of them, beside names of the user's own. Case is ignored, and so is
/// every ASCII character that is no letter or digit: `api_key`, `X-Api-Key` and `aws.AccessKey` are
/// secret names.
class SecretNames {
 public:
  SecretNames() = default;

  /// `added`: further names, which must match as a whole; one without a letter or digit is ignored.
  explicit SecretNames(const std::vector<std::string>& added);

  /// For a text that holds no secrets, whatever its names: a schema.
  static SecretNames none() {
    SecretNames names;
    names.is_none_ = true;
    return names;
  }

  /// Whether `member_name`, decoded from its escapes, is the name of a secret.
  [[nodiscard]] bool matches(std::string_view member_name) const noexcept;

  /// Whether `word` ends in a secret name, the user's included.
  [[nodiscard]] bool ends_in_name(std::string_view word) const noexcept;

  /// Whether `normal`, made by normal_name, holds a secret name anywhere.
  [[nodiscard]] bool stand_in(std::string_view normal) const noexcept;

 private:
  std::vector<std::string> added_;  // normal
  bool is_none_ = false;
};

/// How a name is compared: lower-case, without the ASCII characters that are no letter or digit.
[[nodiscard]] std::string normal_name(std::string_view name);

/// The stretches of `text` to mask, ascending, none empty, none overlapping.
///
/// In JSON they are exactly the contents of secret strings, arrays and objects (their quotes and
/// brackets stay) and other secret values whole, so that everything beside them can be read. In
/// text that is not JSON nothing is sure: quotes may be missing, a quote inside a secret may have
/// ended it early. There a secret name counts wherever it stands, in or out of quotes, and after it
/// everything is masked to the end of the text, unless value and surroundings look so much like
/// JSON that a few wrong characters cannot explain it. So it may hide too much of a broken text,
/// never too little.
/// Linear in `text` (times the number of names).
[[nodiscard]] std::vector<Span> find_secrets(std::string_view text, const SecretNames& names);

}  // namespace admit::text
