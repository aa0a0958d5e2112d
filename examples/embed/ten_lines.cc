// The smallest program that embeds admit: one request in, the verdict and its reasons out.
#include <admit/create_service.h>

#include <iostream>
#include <iterator>

int main() {
  const std::string body{std::istreambuf_iterator<char>(std::cin), {}};
  auto built = admit::create_service_engine();  // once; share the engine with every thread
  if (!built) return std::cerr << built.error().message << '\n', 2;
  admit::Scratch scratch;  // one per thread, reused
  if (built.value().accepts(body, scratch)) return 0;
  const admit::Report report = built.value().check(body, scratch);
  for (const admit::Violation& v : report.violations()) {
    std::cout << v.code << " at " << v.pointer << ": " << v.message() << '\n';
  }
  return 1;
}
