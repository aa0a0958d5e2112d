// One file -> its documents -> their reports.
// Outside functions: FileChecker.
#include "lint/file_checker.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "lint/manifest.h"
#include "report/suppressions.h"

namespace admit::lint {
namespace {

// Of a stream no more is read; the limit of the engine holds for each of its documents.
constexpr std::size_t kMaxStreamBytes = std::size_t{64} << 20;

std::size_t max_bytes_of(Syntax syntax, const Limits& limits) noexcept {
  return syntax == Syntax::yaml ? std::max(kMaxStreamBytes, limits.max_body_bytes)
                                : limits.max_body_bytes;
}

std::vector<Source> documents_of(std::string_view text, Syntax syntax, const Limits& limits) {
  // What has been cut off at the limit is no document: the engine says that it is too large.
  const bool is_cut = text.size() > max_bytes_of(syntax, limits);
  std::vector<Source> documents = {Source(text, syntax)};
  if (syntax == Syntax::yaml && !is_cut) documents = split_yaml(text, limits.max_documents);
  // One byte more than the limit is enough to be too large, and nobody has to look through the
  // rest.
  for (Source& document : documents) {
    if (document.text.size() <= limits.max_body_bytes) continue;
    document.text = document.text.substr(0, limits.max_body_bytes + 1);
  }
  return documents;
}

}  // namespace

FileOutcome FileChecker::check(const Job& job, const Hear& hear) {
  const Target& target = job.target;
  if (job.engine == nullptr || (!target.is_named && !selection_.takes_path(target.path))) {
    return {.is_skipped = true};
  }
  const bool is_stdin = target.path == kStdinArgument;
  const std::string& file = is_stdin ? stdin_name_ : target.path;
  source_.limit(max_bytes_of(syntax_of(file), job.engine->options().limits));
  const auto text = is_stdin ? source_.read_stdin() : source_.read_file(target.path);
  if (!text) return {.unreadable = text.error()};
  return check_text(job, file, text.value(), hear);
}

FileOutcome FileChecker::check_text(const Job& job, const std::string& file, std::string_view text,
                                    const Hear& hear) {
  const Engine& engine = *job.engine;
  const Limits& limits = engine.options().limits;
  FileOutcome outcome{.is_skipped = true};
  for (const Source& source : documents_of(text, syntax_of(file), limits)) {
    if (!job.target.is_named && !selection_.takes(source, limits)) continue;
    outcome.is_skipped = false;
    Report report =
        report::apply_suppressions(engine.check(source, scratch_), source, engine.codes(), limits);
    if (!hear({.file = file, .index = source.index, .report = std::move(report)}, source)) {
      outcome.is_stopped = true;
      break;
    }
  }
  return outcome;
}

}  // namespace admit::lint
