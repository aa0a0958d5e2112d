// Harness: any bytes through CreateService's engine. No crash, no undecided verdict; the same bytes
// always give the same report, with a used Scratch and with a fresh one; accepts agrees with check.
#include <admit/create_service.h>

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <iostream>
#include <string_view>

namespace {

const admit::Engine& engine() {
  static const admit::Result<admit::Engine, admit::BuildError> built =
      admit::create_service_engine();
  if (!built) std::abort();
  return built.value();
}

void require(bool condition, const char* what) {
  if (condition) return;
  std::cerr << "broken promise: " << what << '\n';
  std::abort();
}

bool same(const admit::Violation& a, const admit::Violation& b) {
  return a.code == b.code && a.severity == b.severity && a.pointer == b.pointer &&
         a.because == b.because && a.range.start.offset == b.range.start.offset &&
         a.range.end.offset == b.range.end.offset && a.hint == b.hint && a.value == b.value &&
         a.message() == b.message();
}

bool same(const admit::Report& a, const admit::Report& b) {
  if (a.verdict() != b.verdict() || a.omitted() != b.omitted()) return false;
  if (a.violations().size() != b.violations().size()) return false;
  for (std::size_t i = 0; i < a.violations().size(); ++i) {
    if (!same(a.violations()[i], b.violations()[i])) return false;
  }
  return true;
}

void check_places(const admit::Report& report, std::string_view body) {
  std::size_t last = 0;
  for (const admit::Violation& violation : report.violations()) {
    const admit::Range& range = violation.range;
    require(range.start.offset <= range.end.offset, "a range ends after it starts");
    require(range.end.offset <= body.size(), "a range lies within the body");
    require(range.start.offset >= last, "violations come in document order");
    last = range.start.offset;
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view body(reinterpret_cast<const char*>(data), size);
  static admit::Scratch used;
  const admit::Report report = engine().check(body, used);
  require(report.verdict() != admit::Verdict::undecided, "shipped rules always reach a verdict");
  check_places(report, body);

  admit::Scratch fresh;
  require(same(report, engine().check(body, fresh)), "the same bytes give the same report");
  require(engine().accepts(body, used) == (report.verdict() == admit::Verdict::accept),
          "accepts agrees with check");
  return 0;
}
