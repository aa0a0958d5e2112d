// Files -> checked documents, one at a time.
// Outside functions: Checker.
#include "lint/checker.h"

#include <utility>

#include "lint/selection.h"

namespace admit::lint {

Checker::Checker(const Engine& engine, Listener& listener)
    : engine_(engine), listener_(listener), source_(engine.options().limits.max_body_bytes) {}

Outcome Checker::check_all(std::span<const std::string> arguments) {
  outcome_ = {};
  const Targets targets = list_targets(arguments);
  for (const Unreadable& what : targets.unreadable) note_unreadable(what);
  for (const Target& target : targets.files) {
    if (!check_target(target)) break;
  }
  return outcome_;
}

bool Checker::check_target(const Target& target) {
  const bool is_stdin = target.path == kStdinArgument;
  const auto text = is_stdin ? source_.read_stdin() : source_.read_file(target.path);
  if (!text) {
    note_unreadable(text.error());
    return true;
  }
  if (!target.is_named && !is_request(text.value(), engine_.options().limits)) {
    ++outcome_.summary.skipped;
    return true;
  }
  report::CheckedDocument document{.file = is_stdin ? std::string(kStdinName) : target.path,
                                   .report = engine_.check(text.value(), scratch_)};
  outcome_.summary.add(document.report);
  return listener_.on_document(std::move(document), text.value());
}

void Checker::note_unreadable(const Unreadable& what) {
  ++outcome_.unreadable;
  listener_.on_unreadable(what);
}

}  // namespace admit::lint
