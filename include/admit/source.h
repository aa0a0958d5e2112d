// Source: the text of a document, the syntax that it is written in, and where in a file it stands.
#pragma once

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace admit {

/// How a document is written.
enum class Syntax : std::uint8_t {
  json,  ///< RFC 8259, what requests are in
  yaml,  ///< YAML 1.2, core schema; for manifests
};

/// One document. A plain text is one in JSON. Places in a report count from the start of the stream
/// that the document is part of.
struct Source {
  template <std::convertible_to<std::string_view> Text>
  Source(const Text& document, Syntax how = Syntax::json)  // NOLINT: implicit on purpose
      : text(document), syntax(how) {}

  std::string_view text;  ///< of this document alone
  Syntax syntax;
  std::size_t index = 0;   ///< position in its stream
  std::size_t offset = 0;  ///< bytes before it in its stream
  std::size_t line = 1;    ///< the line of the stream, from 1, that it starts
};

/// The documents of a YAML stream, in order. Comments alone are no document, unless there is no
/// other: then the last one is empty. At most one more than `max_documents`, which gets
/// yaml.too-many-documents from an engine of this limit; the rest of the stream is left out.
std::vector<Source> split_yaml(std::string_view stream, std::size_t max_documents = 10000);

}  // namespace admit
