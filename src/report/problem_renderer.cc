// Writes answers to clients as lines of JSON. See problem_renderer.h.
#include "report/problem_renderer.h"

#include "report/answer_renderer.h"

namespace admit::report {

std::string render_problem(const CheckedDocument& document) {
  if (document.report.verdict() == Verdict::accept) return {};
  return render_answer(document.report, AnswerShape::problem, {}) + '\n';
}

}  // namespace admit::report
