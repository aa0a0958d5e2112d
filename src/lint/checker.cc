// Files -> checked documents, one at a time.
// Outside functions: Checker.
#include "lint/checker.h"

#include <utility>

namespace admit::lint {

Checker::Checker(const Engine& engine, Listener& listener, Selection selection)
    : engine_(engine),
      listener_(listener),
      source_(engine.options().limits.max_body_bytes),
      selection_(std::move(selection)) {}

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
  if (!target.is_named && !selection_.takes_path(target.path)) return skip();
  const bool is_stdin = target.path == kStdinArgument;
  const auto text = is_stdin ? source_.read_stdin() : source_.read_file(target.path);
  if (!text) {
    note_unreadable(text.error());
    return true;
  }
  const Limits& limits = engine_.options().limits;
  if (!target.is_named && !selection_.takes_text(text.value(), limits)) return skip();
  report::CheckedDocument document{.file = is_stdin ? std::string(kStdinName) : target.path,
                                   .report = engine_.check(text.value(), scratch_)};
  outcome_.summary.add(document.report);
  return listener_.on_document(std::move(document), text.value());
}

bool Checker::skip() {
  ++outcome_.summary.skipped;
  return true;
}

void Checker::note_unreadable(const Unreadable& what) {
  ++outcome_.unreadable;
  listener_.on_unreadable(what);
}

}  // namespace admit::lint
