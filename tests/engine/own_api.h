// An API of one's own: a schema, and engines made of it and of rules under test.
#pragma once

#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "admit/conditional_rule.h"
#include "admit/engine.h"
#include "engine/cases.h"

namespace admit::test {

/// Items with a kind, and a kind of the whole.
inline constexpr std::string_view kOwnSchema = R"({
  "$schema": "http://json-schema.org/draft-07/schema#",
  "type": "object",
  "properties": {
    "kind": {"type": "string", "enum": ["REGIONAL", "GLOBAL"]},
    "owner": {"type": "object", "properties": {"team": {"type": "string"}}},
    "items": {
      "type": "array",
      "items": {
        "type": "object",
        "properties": {
          "kind": {"type": "string"},
          "region": {"type": "string"},
          "group": {"type": "string"},
          "weight": {"type": "integer", "minimum": 0},
          "targets": {"type": "array", "items": {"type": "string"}}
        }
      }
    }
  }
})";

/// The engine for kOwnSchema and `rules`. Throws std::runtime_error where there is none.
inline Engine own_engine(RuleSet rules, Options options = {}) {
  auto built = Engine::build(kOwnSchema, std::move(rules), std::move(options));
  if (!built) throw std::runtime_error(built.error().code + ": " + built.error().message);
  return std::move(built).value();
}

template <class Rule>
Engine own_engine_of(Rule rule, Options options = {}) {
  RuleSet rules;
  rules.add(std::move(rule));
  return own_engine(std::move(rules), std::move(options));
}

/// What check() reports, one line per violation.
inline std::vector<std::string> found_in(const Engine& engine, std::string_view body) {
  Scratch scratch;
  return list_violations(engine.check(body, scratch));
}

using Lines = std::vector<std::string>;

}  // namespace admit::test
