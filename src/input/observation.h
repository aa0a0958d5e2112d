// Observations: what has been found wrong with a document, before places and pointers are known.
//
// Schema and rules note observations by the address of the value; only when there are some are
// places looked for. Each source of observations keeps no more of them than a report
// can hold, and counts the rest.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "admit/report.h"
#include "admit/severity.h"
#include "text/span.h"

namespace admit::input {

/// What of a value the range covers.
enum class Anchor : std::uint8_t {
  value,
  name,     ///< the name of the member that the value belongs to
  opening,  ///< the opening bracket
};

struct RelatedPlace {
  const void* at = nullptr;
  Anchor anchor = Anchor::value;
  std::string words;
};

/// What of the request a parameter quotes.
enum class Quoted : std::uint8_t { nothing, value, name };

struct NotedParam {
  Param param;
  Quoted quoted = Quoted::nothing;
};

struct Observation {
  std::size_t code = 0;  ///< index into the engine's codes
  Severity severity = Severity::error;
  Anchor anchor = Anchor::value;
  const void* at = nullptr;       ///< the value; null where only bytes are known
  text::Span bytes;               ///< the range, when `at` is null
  text::Span first_bytes;         ///< of a duplicate: the first one
  const void* because = nullptr;  ///< the value that made a rule apply
  std::string member;             ///< the missing, or the unknown, member
  bool is_missing = false;        ///< `at` is an object that lacks `member`
  std::vector<NotedParam> params;
  std::vector<RelatedPlace> related;
  std::string wording;  ///< with placeholders, see admit::Finding::message
  std::string hint;
  bool quotes_request = false;  ///< wording and hint hold text of the request itself
  std::string schema;           ///< location of the keyword
  std::size_t part_offset = 0;  ///< within the decoded string
  std::size_t part_length = 0;
  bool has_part = false;
  std::vector<Observation> inner;  ///< of alternatives: what the closest one misses
  std::size_t inner_count = 0;     ///< all of them, kept or not
};

/// The observations of one source (the schema, or one rule), in the order of the document.
class ObservationLog {
 public:
  /// Keeps up to `capacity` observations of each severity.
  explicit ObservationLog(std::size_t capacity) : capacity_(capacity) {}

  /// Counts one more observation; null where it is not kept. The pointer is valid until the next
  /// call.
  Observation* add(Severity severity) {
    std::size_t& count = counts_[static_cast<std::size_t>(severity)];
    if (++count > capacity_) return nullptr;
    kept_.emplace_back().severity = severity;
    return &kept_.back();
  }

  [[nodiscard]] std::vector<Observation>& kept() noexcept { return kept_; }
  [[nodiscard]] std::size_t count(Severity severity) const noexcept {
    return counts_[static_cast<std::size_t>(severity)];
  }
  [[nodiscard]] bool empty() const noexcept { return kept_.empty(); }

 private:
  std::size_t capacity_;
  std::size_t counts_[4] = {0, 0, 0, 0};
  std::vector<Observation> kept_;
};

}  // namespace admit::input
