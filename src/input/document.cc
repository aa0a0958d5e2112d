// Bytes of one document -> a DOM of Values: scanner events go into rapidjson::Document, by
// way of its Populate.
#include "input/document.h"

namespace admit::input {
namespace {

rapidjson::SizeType to_size(std::size_t size) noexcept {
  return static_cast<rapidjson::SizeType>(
      size);  // a body is smaller than 4 GiB, see Document::read
}

// Hears the scanner and speaks to the DOM.
class DomBuilder {
 public:
  DomBuilder(Dom& dom, DocumentMemory& memory, ReadOutcome& outcome, std::size_t max_duplicates)
      : dom_(dom),
        spans_(memory.spans()),
        names_(memory.names()),
        outcome_(outcome),
        max_duplicates_(max_duplicates) {
    spans_.clear();
    names_.clear();
  }

  bool null(text::Span span) {
    spans_.add(span);
    return dom_.Null();
  }
  bool boolean(bool value, text::Span span) {
    spans_.add(span);
    return dom_.Bool(value);
  }
  bool integer(std::int64_t value, text::Span span) {
    spans_.add(span);
    return dom_.Int64(value);
  }
  bool unsigned_integer(std::uint64_t value, text::Span span) {
    spans_.add(span);
    return dom_.Uint64(value);
  }
  bool number(double value, text::Span span) {
    spans_.add(span);
    return dom_.Double(value);
  }
  bool string(DecodedText text, text::Span span) {
    spans_.add(span);
    return dom_.String(text.text.data(), to_size(text.text.size()), !text.borrowed);
  }
  bool begin_object(text::Span) {
    names_.begin_object();
    return dom_.StartObject();
  }
  bool name(DecodedText text, text::Span span) {
    spans_.add(span);
    names_.add(text, span);
    return dom_.Key(text.text.data(), to_size(text.text.size()), !text.borrowed);
  }
  bool end_object(std::size_t members, text::Span whole) {
    spans_.add(whole);
    names_.end_object([this](const NameList::Duplicate& duplicate) { keep(duplicate); });
    return dom_.EndObject(to_size(members));
  }
  bool begin_array(text::Span) { return dom_.StartArray(); }
  bool end_array(std::size_t items, text::Span whole) {
    spans_.add(whole);
    return dom_.EndArray(to_size(items));
  }

  bool finding(const ScanError& finding) {
    ++outcome_.finding_count;
    if (outcome_.findings.size() < max_duplicates_) outcome_.findings.push_back(finding);
    return true;
  }
  bool ambiguous(const AmbiguousScalar& scalar) {
    if (outcome_.ambiguous.size() < max_duplicates_) outcome_.ambiguous.push_back(scalar);
    return true;
  }

 private:
  void keep(const NameList::Duplicate& duplicate) {
    ++outcome_.duplicate_count;
    if (outcome_.duplicates.size() >= max_duplicates_) return;
    outcome_.duplicates.push_back({duplicate.later, duplicate.first});
  }

  Dom& dom_;
  SpanLog& spans_;
  NameList& names_;
  ReadOutcome& outcome_;
  std::size_t max_duplicates_;
};

}  // namespace

char* DocumentMemory::first_chunk() {
  if (first_chunk_ == nullptr) {
    // Pages that a small body does not need are never touched.
    first_chunk_ = std::make_unique_for_overwrite<char[]>(kFirstChunkBytes);
  }
  return first_chunk_.get();
}

Document::Document(DocumentMemory& memory)
    : memory_(memory),
      pool_(memory.first_chunk(), DocumentMemory::kFirstChunkBytes, kPoolChunkBytes),
      dom_(&pool_) {}

ReadOutcome Document::read(const Source& source, const Limits& limits, std::size_t max_duplicates) {
  constexpr std::size_t kMaxBytes = 0xFFFFFFFF;  // RapidJSON counts in 32 bits
  ReadOutcome outcome;
  if (source.text.size() > limits.max_body_bytes || source.text.size() > kMaxBytes) {
    outcome.error = ScanError{ScanFault::too_large, {0, 0}};
    return outcome;
  }
  const ScanLimits scan_limits{limits.max_depth, limits.max_array_items};
  if (source.index >= limits.max_documents) {
    outcome.error = ScanError{ScanFault::yaml_too_many_documents, {0, 0}};
    return outcome;
  }
  auto generate = [&](Dom& dom) {
    DomBuilder builder(dom, memory_, outcome, max_duplicates);
    outcome.error = scan(source, scan_limits, memory_.scan(), builder);
    return !outcome.error;
  };
  dom_.Populate(generate);
  return outcome;
}

}  // namespace admit::input
