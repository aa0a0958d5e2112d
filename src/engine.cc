// Engine: the whole walk of a request on one screen.
//
//   bytes -> proved: nothing to report
//       \-> Document -> schema -> rules -> report
#include "admit/engine.h"

#include <exception>
#include <new>
#include <utility>

#include "engine_parts.h"
#include "input/document.h"
#include "prove/prover.h"
#include "report/assemble.h"
#include "report/merge.h"
#include "rules/run_rules.h"
#include "schema/evaluate.h"
#include "schema/strangers.h"

namespace admit {

struct Scratch::Memory {
  input::DocumentMemory document;
  prove::ProofMemory proof;
};

Scratch::Scratch() noexcept = default;
Scratch::~Scratch() = default;
Scratch::Scratch(Scratch&&) noexcept = default;
Scratch& Scratch::operator=(Scratch&&) noexcept = default;

namespace {

// Schema, rules, and last the strangers that none of them has spoken for. False where the work
// exceeds its limit.
bool observe(const EngineParts& parts, const input::Value& root, report::Observed& observed) {
  const std::size_t capacity = parts.options.limits.max_violations;
  input::DocumentView view;
  input::Claims claims;
  schema::Strangers strangers;

  input::ObservationLog schema_log(capacity);
  schema::WorkBudget budget(parts.options.limits.max_work);
  if (!schema::evaluate(parts.plan, root, parts.evaluate_options(), budget,
                        {view, schema_log, claims, strangers})) {
    return false;
  }
  observed.add(schema_log);
  for (const rules::ActiveRule& rule : parts.active_rules) {
    input::ObservationLog rule_log(capacity);
    rules::run_rule(rule, Node(&root, &view), {view, claims, rule_log});
    observed.add(rule_log);
  }
  input::ObservationLog stranger_log(capacity);
  const input::Settlement settlement =
      schema::settle(parts.plan, strangers, claims, parts.evaluate_options(), stranger_log);
  report::merge(observed, settlement);
  observed.add(stranger_log);
  return true;
}

// Of a document beyond a limit, not even a line is looked at.
bool is_unseen(const input::ReadOutcome& outcome) {
  return outcome.error && (outcome.error->fault == input::ScanFault::too_large ||
                           outcome.error->fault == input::ScanFault::yaml_too_many_documents);
}

Report explain_over_document(const EngineParts& parts, Source source,
                             input::DocumentMemory& memory) {
  const Limits& limits = parts.options.limits;
  input::Document document(memory);
  const input::ReadOutcome outcome = document.read(source, limits, limits.max_violations);
  const bool readable = !outcome.error;
  if (is_unseen(outcome)) source.text = {};

  const report::Subject subject{source, readable ? &document : nullptr, parts.codes, parts.secrets,
                                limits, parts.options.report_from};
  report::Observed observed;
  report::note_input(outcome, subject, observed);
  const bool decidable = readable && outcome.findings.empty();
  if (decidable && !observe(parts, document.root(), observed)) {
    return Report::undecided("limit.work: the schema asks for more steps than `max_work` allows");
  }
  return report::assemble(subject, std::move(observed), memory.scan());
}

// The catch wall: whatever keeps explain from its end makes the verdict undecided.
Report explain_or_give_up(const EngineParts& parts, const Source& source,
                          input::DocumentMemory& memory) noexcept {
  try {
    return explain_over_document(parts, source, memory);
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

// False where one cannot say, for want of memory or for another reason.
bool is_proven(const EngineParts& parts, std::string_view body,
               prove::ProofMemory& memory) noexcept {
  try {
    return prove::is_proven(*parts.kernel, *parts.program, body, memory);
  } catch (...) {
    return false;
  }
}

}  // namespace

bool Scratch::prepare() noexcept {
  if (memory_ == nullptr) memory_.reset(new (std::nothrow) Memory);
  return memory_ != nullptr;
}

bool Engine::proves(const Source& body, Scratch& scratch) const noexcept {
  const bool is_provable = parts_->program != nullptr && body.syntax == Syntax::json &&
                           body.index < parts_->options.limits.max_documents;
  if (!is_provable || !scratch.prepare()) return false;
  if (!is_proven(*parts_, body.text, scratch.memory_->proof)) return false;
  ++scratch.counters_.proved;
  return true;
}

Report Engine::explain(const Source& body, Scratch& scratch) const noexcept {
  if (!scratch.prepare()) return Report::undecided("memory ran out");
  Report report = explain_or_give_up(*parts_, body, scratch.memory_->document);
  const bool undecided = report.verdict() == Verdict::undecided;
  ++(undecided ? scratch.counters_.undecided : scratch.counters_.explained);
  return report;
}

Report Engine::check(const Source& body, Scratch& scratch) const noexcept {
  return proves(body, scratch) ? Report() : explain(body, scratch);
}

bool Engine::accepts(std::string_view body, Scratch& scratch) const noexcept {
  return proves(body, scratch) || explain(body, scratch).verdict() == Verdict::accept;
}

const Proof& Engine::proof() const noexcept {
  return parts_->proof;
}

const Options& Engine::options() const noexcept {
  return parts_->options;
}

std::span<const BuildError> Engine::warnings() const noexcept {
  return parts_->warnings;
}

std::span<const EngineCode> Engine::codes() const noexcept {
  return parts_->listed_codes;
}

}  // namespace admit
