// Texts: strings that the program looks at, and what the others cost: nothing but their ends.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "prove/conditions.h"
#include "prove/endpoint_masks.h"
#include "prove/free_form.h"
#include "prove/object_state.h"
#include "prove/program.h"
#include "prove/text_check.h"

namespace admit::prove {

static_assert(kEndpointReach <= kReach);

template <class Kernel>
class Texts : protected FreeForm<Kernel> {
 public:
  using FreeForm<Kernel>::FreeForm;

 protected:
  using Base = FreeForm<Kernel>;
  using Base::begin_;
  using Base::closing_quote;
  using Base::decode;
  using Base::end_;
  using Base::find_name;
  using Base::has_escapes;
  using Base::has_sound_escapes;
  using Base::index_;
  using Base::is_in_reach;
  using Base::memory_;

  // What has to be known to pass strings of which nothing is asked; good until something else is
  // passed.
  struct FreeTexts {
    const QuotePlace* quotes;  ///< those that come next
    const QuotePlace* end;
    Facts alive;  ///< groups that somebody has to look at

    // Whether the four quotes of a name and a text are known.
    [[nodiscard]] bool has_text() const noexcept {
      return end - quotes >= static_cast<std::ptrdiff_t>(kMostQuotesAhead);
    }
  };

  FreeTexts free_texts() noexcept {
    const QuotePlace* quotes = index_.ahead(kMostQuotesAhead);
    const Facts out = index_.has_backslashes() ? conditions_.dead() : conditions_.dead() | kEscaped;
    return {quotes, index_.end(), ~out};
  }

  // At the opening quote.
  Step string(const Node& node, const char* at) {
    return string_to(node, at + 1, closing_quote(at));
  }

  // From behind the opening quote to the closing one; null where there is none.
  Step string_to(const Node& node, const char* at, const char* close) {
    if (close == nullptr) [[unlikely]]
      return {};
    if (is_looked_at(node)) return looked_at(node, at, close);
    return {close + 1, given_if(at != close, node)};
  }

  // Whether it takes more than the end of a string to pass one.
  [[nodiscard]] bool is_looked_at(const Node& node) const noexcept {
    return (node.text_groups & ~conditions_.dead()) != 0 || index_.has_backslashes();
  }

  // Without a branch, which could not be foreseen.
  static Facts facts_if(bool condition, Facts facts) noexcept {
    return facts & (Facts{} - static_cast<Facts>(condition));
  }

  static Facts given_if(bool has_text, const Node& node) noexcept {
    return has_text ? kGiven | node.broken_if_given : 0;
  }

  [[gnu::noinline]] Step looked_at(const Node& node, const char* at, const char* close) {
    const bool is_escaped = has_escapes(at, close);
    if ((node.text_groups & ~conditions_.dead()) == 0) {
      if (is_escaped && !has_sound_escapes(at, close)) return {};
      return {close + 1, given_if(at != close, node)};
    }
    if (node.text->is_only_endpoint && !is_escaped) return endpoint_text(node, at, close);
    return text(node, at, close, is_escaped);
  }

  Step text(const Node& node, const char* at, const char* close, bool is_escaped) {
    std::string_view text = between(at, close);
    const TextCheck& check = *node.text;
    Facts facts = given_if(!text.empty(), node);
    if (is_escaped) [[unlikely]] {
      if (!decode(at, close)) return {};
      text = memory_.decoded;
      if (check.texts != nullptr && !conditions_.note_text(check, check.texts->find(text)))
        return {};
    } else if (check.texts != nullptr) {
      const NameTable::Name* name = find_name(*check.texts, at);
      const auto number = name == nullptr ? std::nullopt : std::optional(name->number);
      if (!conditions_.note_text(check, number)) return {};
    }
    if ((check.endpoint_groups & ~conditions_.dead()) != 0) facts |= endpoint(check.endpoint, text);
    if ((check.format_groups & ~conditions_.dead()) != 0)
      facts |= look_at_formats(check, text, conditions_.dead());
    if (check.is_of_schema && !is_of_schema(check, text)) return {};
    return {close + 1, facts};
  }

  // A string of which nothing is asked but to be an endpoint.
  Step endpoint_text(const Node& node, const char* at, const char* close) const noexcept {
    const Facts broken = endpoint(node.text->endpoint, between(at, close));
    return {close + 1, broken | given_if(at != close, node)};
  }

  [[nodiscard]] Facts endpoint(const EndpointCheck& check, std::string_view text) const noexcept {
    const char* const at = text.data();
    const bool is_of_body = at >= begin_ && at < end_;  // or it was written with escapes
    if (is_of_body && is_in_reach(at)) [[likely]] {
      const EndpointKind kind = EndpointMasks<Kernel>::judge(at, text.size());
      const bool is_name = (kind & kIsName) != 0;
      if ((kind & kOrdinary) != 0) [[likely]] {
        return facts_if(is_name, check.name_host) | facts_if(!is_name, check.ip_host) |
               facts_if((kind & kHasPort) == 0, check.no_port);
      }
    }
    return look_at_endpoint(check, text);
  }

  Conditions conditions_{memory_};
};

}  // namespace admit::prove
