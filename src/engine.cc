// Engine: the whole walk of a request on one screen.
//
//   bytes -> Document -> schema -> rules -> report
#include "admit/engine.h"

#include <exception>
#include <new>
#include <utility>

#include "engine_parts.h"
#include "input/document.h"
#include "report/assemble.h"
#include "rules/run_rules.h"
#include "schema/evaluate.h"

namespace admit {

struct Scratch::Memory {
  input::DocumentMemory document;
};

Scratch::Scratch() noexcept = default;
Scratch::~Scratch() = default;
Scratch::Scratch(Scratch&&) noexcept = default;
Scratch& Scratch::operator=(Scratch&&) noexcept = default;

namespace {

Report explain(const EngineParts& parts, std::string_view body, input::DocumentMemory& memory) {
  const Limits& limits = parts.options.limits;
  input::Document document(memory);
  const input::ReadOutcome outcome = document.read(body, limits, limits.max_violations);
  const bool readable = !outcome.error;

  input::DocumentView view;
  const report::Subject subject{
      body, readable ? &document.root() : nullptr, &view, parts.codes, parts.secrets, limits};
  report::Observed observed;
  report::note_input(outcome, subject, observed);
  if (readable) {
    input::ObservationLog log(limits.max_violations);
    schema::evaluate(parts.plan, document.root(), parts.evaluate_options(), view, log);
    observed.add(log);
    for (const rules::ActiveRule& rule : parts.active_rules) {
      input::ObservationLog rule_log(limits.max_violations);
      rules::run_rule(rule, Node(&document.root(), &view), rule_log);
      observed.add(rule_log);
    }
  }
  return report::assemble(subject, std::move(observed), memory.scan());
}

// The catch wall: whatever keeps explain from its end makes the verdict undecided.
Report explain_or_give_up(const EngineParts& parts, std::string_view body,
                          input::DocumentMemory& memory) noexcept {
  try {
    return explain(parts, body, memory);
  } catch (const std::bad_alloc&) {
    return Report::undecided("memory ran out");
  } catch (const std::exception& error) {
    try {
      return Report::undecided(std::string(error.what()));
    } catch (...) {
      return Report::undecided("memory ran out");
    }
  } catch (...) {
    return Report::undecided("a rule threw something that is no std::exception");
  }
}

}  // namespace

Report Engine::check(std::string_view body, Scratch& scratch) const noexcept {
  if (scratch.memory_ == nullptr) {
    scratch.memory_.reset(new (std::nothrow) Scratch::Memory);
    if (scratch.memory_ == nullptr) return Report::undecided("memory ran out");
  }
  Report report = explain_or_give_up(*parts_, body, scratch.memory_->document);
  const bool undecided = report.verdict() == Verdict::undecided;
  ++(undecided ? scratch.counters_.undecided : scratch.counters_.explained);
  return report;
}

bool Engine::accepts(std::string_view body, Scratch& scratch) const noexcept {
  return check(body, scratch).verdict() == Verdict::accept;
}

const Options& Engine::options() const noexcept {
  return parts_->options;
}

std::span<const EngineCode> Engine::codes() const noexcept {
  return parts_->listed_codes;
}

}  // namespace admit
