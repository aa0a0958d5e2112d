// Allocations of one request, its Scratch having seen all bodies before; printed as JSON, the
// highest count of each set of bodies.
#include <admit/engine.h>

#include <algorithm>
#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <new>
#include <string>

#include "body_sets.h"
#include "engines.h"

namespace {

std::size_t allocations = 0;

}  // namespace

// The linker's --wrap: calls from what is linked statically, RapidJSON in our library among it.
extern "C" {
void* __real_malloc(std::size_t size);                     // NOLINT
void* __real_calloc(std::size_t count, std::size_t size);  // NOLINT
void* __real_realloc(void* old, std::size_t size);         // NOLINT
void* __wrap_malloc(std::size_t size);                     // NOLINT
void* __wrap_calloc(std::size_t count, std::size_t size);  // NOLINT
void* __wrap_realloc(void* old, std::size_t size);         // NOLINT

void* __wrap_malloc(std::size_t size) {  // NOLINT
  ++allocations;
  return __real_malloc(size);
}

void* __wrap_calloc(std::size_t count, std::size_t size) {  // NOLINT
  ++allocations;
  return __real_calloc(count, size);
}

void* __wrap_realloc(void* old, std::size_t size) {  // NOLINT
  ++allocations;
  return __real_realloc(old, size);
}
}

// The other forms of `new` end in this one.
void* operator new(std::size_t size) {
  ++allocations;
  void* block = __real_malloc(size == 0 ? 1 : size);
  if (block == nullptr) throw std::bad_alloc();
  return block;
}

void operator delete(void* block) noexcept {
  std::free(block);
}

void operator delete(void* block, std::size_t) noexcept {
  std::free(block);
}

namespace {

using admit::bench::BodySet;

// The highest count that a body of the set comes to.
template <class Decide>
std::size_t most_allocations(const BodySet& set, const Decide& decide) {
  admit::Scratch scratch;
  for (const std::string& body : bodies_of(set)) decide(body, scratch);
  std::size_t most = 0;
  for (const std::string& body : bodies_of(set)) {
    const std::size_t before = allocations;
    decide(body, scratch);
    most = std::max(most, allocations - before);
  }
  return most;
}

template <class Decide>
void print_counts(const char* name, bool has_fault, const Decide& decide) {
  const char* comma = "";
  std::printf("\"%s\": {", name);
  for (const BodySet& set : admit::bench::body_sets()) {
    if (set.style.has_fault != has_fault) continue;
    std::printf("%s\"%s\": %zu", comma, set.name, most_allocations(set, decide));
    comma = ", ";
  }
  std::printf("}");
}

}  // namespace

int main() {
  std::printf("{");
  print_counts("accepts", false, [](const std::string& body, admit::Scratch& scratch) {
    if (!admit::bench::proving_engine().accepts(body, scratch)) std::abort();
  });
  std::printf(", ");
  print_counts("explain", false, [](const std::string& body, admit::Scratch& scratch) {
    if (!admit::bench::explaining_engine().accepts(body, scratch)) std::abort();
  });
  std::printf(", ");
  print_counts("report", true, [](const std::string& body, admit::Scratch& scratch) {
    const admit::Report report = admit::bench::proving_engine().check(body, scratch);
    if (report.verdict() != admit::Verdict::reject) std::abort();
  });
  std::printf("}\n");
}
