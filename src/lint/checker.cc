// Files -> checked documents, one at a time.
// Outside functions: Checker.
#include "lint/checker.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "lint/manifest.h"
#include "report/suppressions.h"

namespace admit::lint {
namespace {

// Of a stream no more is read; the limit of the engine holds for each of its documents.
constexpr std::size_t kMaxStreamBytes = std::size_t{64} << 20;

std::vector<Source> documents_of(std::string_view text, Syntax syntax, std::size_t max_bytes,
                                 std::size_t max_documents) {
  // What has been cut off at the limit is no document: the engine says that it is too large.
  if (syntax == Syntax::json || text.size() > max_bytes) return {Source(text, syntax)};
  return split_yaml(text, max_documents);
}

}  // namespace

Checker::Checker(const Engine& engine, Listener& listener, Selection selection,
                 std::string stdin_name)
    : engine_(engine),
      listener_(listener),
      source_(engine.options().limits.max_body_bytes),
      selection_(std::move(selection)),
      stdin_name_(std::move(stdin_name)) {}

Outcome Checker::check_all(std::span<const std::string> arguments,
                           std::span<const std::string> listed) {
  outcome_ = {};
  const Targets targets = list_targets(arguments, listed);
  outcome_.summary.skipped = targets.left_out;
  for (const Unreadable& what : targets.unreadable) note_unreadable(what);
  for (const Target& target : targets.files) {
    if (!check_target(target)) break;
  }
  return outcome_;
}

bool Checker::check_target(const Target& target) {
  if (!target.is_named && !selection_.takes_path(target.path)) return skip();
  const bool is_stdin = target.path == kStdinArgument;
  const std::string& file = is_stdin ? stdin_name_ : target.path;
  source_.limit(max_bytes_of(syntax_of(file)));
  const auto text = is_stdin ? source_.read_stdin() : source_.read_file(target.path);
  if (!text) {
    note_unreadable(text.error());
    return true;
  }
  return check_documents(file, text.value(), target.is_named);
}

bool Checker::check_documents(const std::string& file, std::string_view text, bool is_named) {
  const Syntax syntax = syntax_of(file);
  const Limits& limits = engine_.options().limits;
  bool has_checked = false;
  for (const Source& source :
       documents_of(text, syntax, max_bytes_of(syntax), limits.max_documents)) {
    if (!is_named && !selection_.takes(source, limits)) continue;
    has_checked = true;
    Report report = report::apply_suppressions(engine_.check(source, scratch_), source,
                                               engine_.codes(), limits);
    report::CheckedDocument document{
        .file = file, .index = source.index, .report = std::move(report)};
    outcome_.summary.add(document.report);
    if (!listener_.on_document(std::move(document), source)) return false;
  }
  return has_checked || skip();
}

std::size_t Checker::max_bytes_of(Syntax syntax) const noexcept {
  const std::size_t max_body = engine_.options().limits.max_body_bytes;
  return syntax == Syntax::yaml ? std::max(kMaxStreamBytes, max_body) : max_body;
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
