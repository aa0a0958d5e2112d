// Counts what a run has come to. See run.h.
#include "report/run.h"

namespace admit::report {

void Summary::add(const Report& report) noexcept {
  ++documents;
  switch (report.verdict()) {
    case Verdict::accept:
      ++accepted;
      break;
    case Verdict::reject:
      ++rejected;
      break;
    case Verdict::undecided:
      ++undecided;
      break;
  }
  errors += report.counts().errors;
  warnings += report.counts().warnings;
}

}  // namespace admit::report
