// Document: the bytes of one JSON document -> a DOM of Values, under Limits.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "admit/options.h"
#include "admit/source.h"
#include "input/json_scanner.h"
#include "input/name_list.h"
#include "input/value.h"
#include "input/yaml_scanner.h"

namespace admit::input {

/// A member whose name has stood in the same object before.
struct DuplicateName {
  text::Span later;
  text::Span first;
};

/// What reading a body came to.
struct ReadOutcome {
  std::optional<ScanError> error;         ///< the first fault: there is no document then
  std::vector<DuplicateName> duplicates;  ///< in source order; at most `max_duplicates`
  std::size_t duplicate_count = 0;        ///< all of them

  // Of YAML; each list holds at most `max_duplicates`.
  std::vector<ScanError> findings;  ///< what has no meaning in JSON: the document has none, either
  std::size_t finding_count = 0;
  std::vector<AmbiguousScalar> ambiguous;
};

/// Where the names and values of a document stand, quotes and brackets included, in the order in
/// which they end. A body has less than 4 GiB.
class SpanLog {
 public:
  void add(text::Span span) {
    spans_.push_back(
        {static_cast<std::uint32_t>(span.begin), static_cast<std::uint32_t>(span.end)});
  }
  [[nodiscard]] text::Span operator[](std::size_t index) const noexcept {
    return {spans_[index].begin, spans_[index].end};
  }
  void clear() noexcept { spans_.clear(); }

  /// Gives back the memory that only a large document needs.
  void trim() noexcept {
    if (spans_.capacity() > kKept) std::vector<ShortSpan>().swap(spans_);
  }

 private:
  static constexpr std::size_t kKept = 8192;
  struct ShortSpan {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
  };
  std::vector<ShortSpan> spans_;
};

/// Memory for documents, reused from body to body: a first chunk that the pool starts from.
class DocumentMemory {
 public:
  static constexpr std::size_t kFirstChunkBytes = std::size_t{64} << 10;

  /// A buffer of kFirstChunkBytes, allocated on first use.
  char* first_chunk();
  ScanMemory& scan() noexcept { return scan_; }
  SpanLog& spans() noexcept { return spans_; }
  NameList& names() noexcept { return names_; }

 private:
  std::unique_ptr<char[]> first_chunk_;
  ScanMemory scan_;
  SpanLog spans_;
  NameList names_;
};

/// Scans `source` by the reader of its syntax; what it came to, as JsonScanner::run says.
template <class Handler>
std::optional<ScanError> scan(const Source& source, ScanLimits limits, ScanMemory& memory,
                              Handler& handler);

/// One document. Strings without escapes are views into the source text, which must outlive it, as
/// must the memory; one document at a time uses one memory.
class Document {
 public:
  explicit Document(DocumentMemory& memory);
  ~Document() { memory_.spans().trim(); }
  Document(const Document&) = delete;
  Document& operator=(const Document&) = delete;

  /// Reads `source`. Duplicate names are reported, and both members are kept; the rest is refused
  /// at its first fault. Throws std::bad_alloc.
  ReadOutcome read(const Source& source, const Limits& limits, std::size_t max_duplicates);

  /// The root; null before a successful read.
  [[nodiscard]] const Value& root() const noexcept { return dom_; }

  /// After a successful read, where all of it stands.
  [[nodiscard]] const SpanLog& spans() const noexcept { return memory_.spans(); }

 private:
  static constexpr std::size_t kPoolChunkBytes = std::size_t{256} << 10;

  DocumentMemory& memory_;
  Pool pool_;
  Dom dom_;
};

template <class Handler>
std::optional<ScanError> scan(const Source& source, ScanLimits limits, ScanMemory& memory,
                              Handler& handler) {
  if (source.syntax == Syntax::json) {
    return JsonScanner(source.text, limits, memory, handler).run();
  }
  return YamlScanner(source.text, limits, memory, handler).run();
}

}  // namespace admit::input
