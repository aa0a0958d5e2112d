// FailingHeap: replaced operators, and the linker's --wrap for malloc and realloc.
#include "allocation/failing_heap.h"

#include <cstdlib>
#include <new>

namespace admit::test {
namespace {

struct Heap {
  bool is_watched = false;
  std::size_t count = 0;
  std::size_t first = FailingHeap::kNever;
  bool for_good = false;
  std::int64_t live = 0;
};

thread_local Heap heap;

bool fails() noexcept {
  if (!heap.is_watched) return false;
  const std::size_t at = heap.count++;
  return heap.for_good ? at >= heap.first : at == heap.first;
}

}  // namespace

FailingHeap::FailingHeap(std::size_t first, bool for_good) noexcept {
  heap.count = 0;
  heap.first = first;
  heap.for_good = for_good;
  heap.is_watched = true;
}

FailingHeap::~FailingHeap() {
  heap.is_watched = false;
}

std::size_t FailingHeap::count() const noexcept {
  return heap.count;
}

std::int64_t live_blocks() noexcept {
  return heap.live;
}

}  // namespace admit::test

using admit::test::fails;
using admit::test::heap;

extern "C" {
// Names that the linker's --wrap asks for.
void* __real_malloc(std::size_t size);              // NOLINT
void* __real_realloc(void* old, std::size_t size);  // NOLINT
void* __wrap_malloc(std::size_t size);              // NOLINT
void* __wrap_realloc(void* old, std::size_t size);  // NOLINT

void* __wrap_malloc(std::size_t size) {  // NOLINT
  return fails() ? nullptr : __real_malloc(size);
}

void* __wrap_realloc(void* old, std::size_t size) {  // NOLINT
  return fails() ? nullptr : __real_realloc(old, size);
}
}

void* operator new(std::size_t size) {
  void* block = fails() ? nullptr : __real_malloc(size == 0 ? 1 : size);
  if (block == nullptr) throw std::bad_alloc();
  ++heap.live;
  return block;
}

void* operator new(std::size_t size, const std::nothrow_t&) noexcept {
  void* block = fails() ? nullptr : __real_malloc(size == 0 ? 1 : size);
  if (block != nullptr) ++heap.live;
  return block;
}

void operator delete(void* block) noexcept {
  if (block == nullptr) return;
  --heap.live;
  std::free(block);
}

void operator delete(void* block, std::size_t) noexcept {
  operator delete(block);
}
