// PatternTranslator: a regular expression of ECMA-262 -> the same in RE2 syntax, or a fault. One
// pass from left to right, without recursion. Source: ECMA-262 (2023), section 22.2.1 with the `u`
// flag, and what Annex B.1.2 adds about lone brackets and braces.
#pragma once

#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "format/ecma_pattern.h"
#include "format/pattern_reader.h"
#include "format/pattern_weight.h"

namespace admit::format {

class PatternTranslator {
 public:
  /// `ecma` must outlive the translator.
  explicit PatternTranslator(std::string_view ecma);

  Result<std::string, PatternFault> translate();

 private:
  /// A group whose end has not come yet; the outermost is the pattern itself.
  struct Group {
    std::size_t begin = 0;
    bool is_repeatable = true;
    PatternWeight alternatives;  ///< those that are complete
    PatternWeight sequence;      ///< the one being read, without `atom_`
  };

  /// What a quantifier would repeat.
  struct Atom {
    std::size_t begin = 0;
    PatternWeight weight;
    enum class State { none, fresh, repeated } state = State::none;
  };

  void read_term();
  void read_escape_term();
  void read_quantifier_or_literal();
  void open_group();
  void close_group();
  void read_name();
  void repeat(std::size_t begin, const Quantifier& quantifier);
  void add_assertion(std::string_view re2);
  void add_atom(std::size_t begin, std::string_view re2);
  void add_class(std::size_t begin, std::string_view re2);
  void add_reference(std::size_t begin);
  void end_atom();
  void end_alternative();
  void check_references();
  void emit(std::string_view re2);

  PatternReader reader_;
  std::string out_;
  std::vector<Group> groups_;
  Atom atom_;
  std::size_t captures_ = 0;
  std::size_t largest_reference_ = 0;
  std::set<std::string> names_;
  std::map<std::string, std::size_t> references_;  ///< where; by number, the largest alone, as ""
  bool is_anchored_;  ///< `^` comes first, whatever alternative is taken
};

}  // namespace admit::format
