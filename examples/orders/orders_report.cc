// A Report or a BuildError -> lines for people (print_report, print_fault).
#include "orders/orders_report.h"

#include <ostream>

namespace orders {
namespace {

void print_place(std::ostream& out, const std::string& file, const admit::Position& position) {
  out << file << ':' << position.line << ':' << position.column << ": ";
}

// A JSON Pointer for people; that of the whole order is the empty string.
std::string name_of(const std::string& pointer) {
  return pointer.empty() ? "the request" : '`' + pointer + '`';
}

}  // namespace

void print_report(std::ostream& out, const std::string& file, const admit::Report& report) {
  for (const admit::Violation& v : report.violations()) {
    print_place(out, file, v.range.start);
    out << to_string(v.severity) << ": " << v.message() << " [" << v.code << "]\n";
    out << "  at: " << name_of(v.pointer) << '\n';
    if (v.because) out << "  because: " << name_of(*v.because) << '\n';
    for (const admit::Related& also : v.related) {
      print_place(out << "  also: ", file, also.range.start);
      out << also.message << '\n';
    }
    if (!v.hint.empty()) out << "  hint: " << v.hint << '\n';
  }
  out << file << ": " << to_string(report.verdict());
  if (report.verdict() == admit::Verdict::undecided) out << ": " << report.undecided_reason();
  out << '\n';
}

void print_fault(std::ostream& out, const std::string& file, const admit::BuildError& fault) {
  if (fault.position) print_place(out, file, *fault.position);
  out << fault.message << " [" << fault.code << "]\n";
  if (!fault.hint.empty()) out << "  hint: " << fault.hint << '\n';
  for (const admit::Violation& v : fault.report.violations()) {
    print_place(out, file, v.range.start);
    out << v.message() << '\n';
  }
}

}  // namespace orders
