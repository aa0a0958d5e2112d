// Files -> checked documents, by one thread or several.
// Outside functions: Checker.
#include "lint/checker.h"

#include <algorithm>
#include <atomic>
#include <exception>
#include <thread>
#include <utility>

namespace admit::lint {
namespace {

// So many files are checked before the first of them is told.
constexpr std::size_t kBatch = 256;

}  // namespace

// What a thread has found out about a file, until its turn comes to be told.
struct Checker::Kept {
  struct Document {
    report::CheckedDocument checked;
    std::string text;
    Source source;
  };

  // The text is needed only where something is said about it.
  void add(report::CheckedDocument checked, const Source& source) {
    const bool is_silent =
        checked.report.verdict() == Verdict::accept && checked.report.violations().empty();
    documents.push_back(
        {std::move(checked), is_silent ? std::string() : std::string(source.text), source});
  }

  FileOutcome outcome;
  std::vector<Document> documents;
};

Checker::Checker(Listener& listener, CheckerOptions options)
    : listener_(listener), options_(std::move(options)) {}

Outcome Checker::check_all(const Engine& engine, std::span<const std::string> arguments,
                           std::span<const std::string> listed) {
  const Targets targets = list_targets(arguments, listed);
  std::vector<Job> jobs;
  for (const Target& target : targets.files) jobs.push_back({target, &engine});
  for (const Unreadable& what : targets.unreadable) listener_.on_unreadable(what);
  Outcome outcome = check_all(jobs);
  outcome.unreadable += targets.unreadable.size();
  outcome.summary.skipped += targets.left_out;
  return outcome;
}

Outcome Checker::check_all(std::span<const Job> jobs) {
  outcome_ = {};
  if (options_.threads > 1 && jobs.size() > 1) {
    check_in_threads(jobs);
  } else {
    check_one_by_one(jobs);
  }
  return outcome_;
}

void Checker::check_one_by_one(std::span<const Job> jobs) {
  FileChecker checker(options_.selection, options_.stdin_name);
  const FileChecker::Hear hear = [this](report::CheckedDocument document, const Source& source) {
    return tell(std::move(document), source);
  };
  for (const Job& job : jobs) {
    const FileOutcome file = checker.check(job, hear);
    note(file);
    if (file.is_stopped) return;
  }
}

void Checker::check_in_threads(std::span<const Job> jobs) {
  std::vector<FileChecker> checkers;
  const std::size_t threads = std::min(options_.threads, jobs.size());
  for (std::size_t i = 0; i < threads; ++i) {
    checkers.emplace_back(options_.selection, options_.stdin_name);
  }
  while (!jobs.empty()) {
    const std::size_t count = std::min(jobs.size(), kBatch);
    if (!check_batch(jobs.first(count), checkers)) return;
    jobs = jobs.subspan(count);
  }
}

// False where the listener has had enough.
bool Checker::check_batch(std::span<const Job> jobs, std::vector<FileChecker>& checkers) {
  std::vector<Kept> kept(jobs.size());
  std::atomic<std::size_t> next = 0;
  const auto work = [&](FileChecker& checker) {
    for (std::size_t i = next++; i < jobs.size(); i = next++) {
      try {
        kept[i].outcome =
            checker.check(jobs[i], [&](report::CheckedDocument document, const Source& source) {
              kept[i].add(std::move(document), source);
              return true;
            });
      } catch (const std::exception& error) {
        kept[i].outcome.unreadable = Unreadable{jobs[i].target.path, error.what()};
      }
    }
  };
  {
    std::vector<std::jthread> threads;
    threads.reserve(checkers.size());
    for (FileChecker& checker : checkers) threads.emplace_back([&] { work(checker); });
  }
  for (Kept& file : kept) {
    note(file.outcome);
    for (Kept::Document& document : file.documents) {
      document.source.text = document.text;
      if (!tell(std::move(document.checked), document.source)) return false;
    }
  }
  return true;
}

bool Checker::tell(report::CheckedDocument document, const Source& source) {
  outcome_.summary.add(document.report);
  return listener_.on_document(std::move(document), source);
}

void Checker::note(const FileOutcome& file) {
  if (options_.on_file) options_.on_file();
  if (file.is_skipped) ++outcome_.summary.skipped;
  if (!file.unreadable) return;
  ++outcome_.unreadable;
  listener_.on_unreadable(*file.unreadable);
}

}  // namespace admit::lint
