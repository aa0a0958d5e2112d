// ValijsonOracle: a schema in hoisted form, judged by valijson's own Validator.
#pragma once

#include <rapidjson/document.h>

#include <memory>
#include <optional>

namespace admit::test {

/// What valijson 1.0 is known to get wrong is kept from it: whole numbers are written without a
/// fraction, since it takes `1.0` for no integer.
class ValijsonOracle {
 public:
  /// Throws what valijson throws.
  explicit ValijsonOracle(const rapidjson::Document& hoisted);
  ~ValijsonOracle();

  /// Nothing for a schema with `format`, which it judges by its own lights or not at all, and with
  /// a `multipleOf` that is no whole number, which it rounds.
  [[nodiscard]] std::optional<bool> judge(const rapidjson::Value& body) const;

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace admit::test
