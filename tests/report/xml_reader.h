// read_xml: a small, strict reader of XML 1.0, written for what reports may hold.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace admit::test {

struct Element {
  std::string name;
  std::vector<std::pair<std::string, std::string>> attributes;
  std::vector<Element> children;
  std::string text;  ///< all character data, of the children not

  /// The value of an attribute; null where there is none.
  [[nodiscard]] const std::string* find(std::string_view attribute) const;
};

/// The root of a document in UTF-8. Knows elements, attributes, character data, the five entities
/// and character references; throws std::runtime_error for anything else, and for what is not
/// well-formed. Line ends and white space in attributes are normalised as sections 2.11 and 3.3.3
/// say.
Element read_xml(std::string_view text);

}  // namespace admit::test
