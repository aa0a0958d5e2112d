// ValijsonOracle: a schema in hoisted form, judged by valijson's own Validator.
#pragma once

#include <rapidjson/document.h>

#include <memory>

namespace admit::test {

/// What valijson 1.0 is known to get wrong is kept from it: whole numbers are written without a
/// fraction, since it takes `1.0` for no integer.
class ValijsonOracle {
 public:
  /// Throws what valijson throws.
  explicit ValijsonOracle(const rapidjson::Document& hoisted);
  ~ValijsonOracle();

  /// True where the schema has a `format`, which valijson judges by its own lights or not at all,
  /// or a `multipleOf` and one of the numbers involved is no integer: valijson rounds them.
  [[nodiscard]] bool abstains(const rapidjson::Value& body) const;

  [[nodiscard]] bool accepts(const rapidjson::Value& body) const;

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace admit::test
