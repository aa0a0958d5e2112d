// YamlEvents: one YAML document -> libyaml's events, with places in bytes.
//
// libyaml's document loader is never used: it resolves aliases, and takes quadratic time in depth.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>

#include "text/span.h"

namespace admit::input {

struct YamlEvent {
  enum class Kind : std::uint8_t {
    scalar,
    alias,
    begin_mapping,
    end_mapping,
    begin_sequence,
    end_sequence,
    end,  ///< of the document
  };

  Kind kind = Kind::end;
  text::Span span;         ///< of the source; quotes and block indicators included
  std::string_view value;  ///< of a scalar, decoded; valid until the next event
  std::string_view tag;    ///< as resolved, `tag:yaml.org,2002:str`; empty where there is none
  bool has_anchor = false;
  bool is_plain = false;  ///< a scalar without quotes
  bool is_flow = false;   ///< a collection in brackets
};

/// Why there is no next event.
struct YamlProblem {
  const char* words = "";  ///< a constant of the program
  std::size_t offset = 0;
};

class YamlEvents {
 public:
  /// `document`: the text of one document. Throws std::bad_alloc.
  explicit YamlEvents(std::string_view document);
  ~YamlEvents();
  YamlEvents(const YamlEvents&) = delete;
  YamlEvents& operator=(const YamlEvents&) = delete;

  /// The next event; false where there is none, because of problem(). Throws std::bad_alloc.
  bool next(YamlEvent& event);

  [[nodiscard]] const YamlProblem& problem() const noexcept { return problem_; }

 private:
  struct Parser;

  bool pull();
  bool is_first_document();
  [[nodiscard]] bool translate(YamlEvent& event);
  std::size_t offset_of(std::size_t code_point);

  std::string_view text_;
  std::unique_ptr<Parser> parser_;
  YamlProblem problem_;
  std::size_t documents_ = 0;
  // Where the last place that was asked for lies: libyaml counts code points.
  std::size_t code_point_ = 0;
  std::size_t offset_ = 0;
};

}  // namespace admit::input
