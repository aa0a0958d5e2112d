// Value: the document model, RapidJSON's DOM on an allocator that throws when memory runs out
// (RapidJSON 1.1.0 would otherwise write through the null pointer).
#pragma once

#include <rapidjson/document.h>

#include <cstddef>
#include <cstdlib>
#include <new>

namespace admit::input {

/// An allocator for RapidJSON: malloc, with std::bad_alloc instead of null.
class ThrowingAllocator {
 public:
  static constexpr bool kNeedFree = true;

  void* Malloc(std::size_t size) {  // NOLINT: RapidJSON's name
    return size == 0 ? nullptr : checked(std::malloc(size));
  }
  void* Realloc(void* old, std::size_t, std::size_t size) {  // NOLINT: RapidJSON's name
    if (size != 0) return checked(std::realloc(old, size));
    std::free(old);
    return nullptr;
  }
  static void Free(void* memory) noexcept { std::free(memory); }  // NOLINT: RapidJSON's name

 private:
  static void* checked(void* memory) {
    if (memory == nullptr) throw std::bad_alloc();
    return memory;
  }
};

using Pool = rapidjson::MemoryPoolAllocator<ThrowingAllocator>;
using Value = rapidjson::GenericValue<rapidjson::UTF8<>, Pool>;
using Dom = rapidjson::GenericDocument<rapidjson::UTF8<>, Pool, ThrowingAllocator>;

/// The text of a string value, or of a member's name.
inline std::string_view text_of(const Value& string) noexcept {
  return {string.GetString(), string.GetStringLength()};
}

}  // namespace admit::input
