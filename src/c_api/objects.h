// What the opaque types of the C interface hold, and the wall that no exception passes.
#pragma once

#include <atomic>
#include <cstddef>
#include <cstring>
#include <functional>
#include <map>
#include <memory>
#include <new>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "admit/c_api.h"
#include "admit/engine.h"

struct admit_text {
  std::string text;
};

struct admit_report {
  admit::Report report;
  std::vector<std::string> messages;    ///< of the violations, in their order
  std::optional<admit::Engine> engine;  ///< that made it; none for the judgement of a schema
};

struct admit_error {
  admit::BuildError fault;
  std::string text;
  std::optional<admit_report> report;
};

struct admit_options {
  admit::Options options;
  std::map<std::string, std::string, std::less<>> schemas;  ///< by URI
};

struct admit_engine {
  explicit admit_engine(admit::Engine made) noexcept : engine(std::move(made)) {}

  admit::Engine engine;
  mutable std::atomic<std::size_t> owners{1};
};

struct admit_scratch {
  admit::Scratch scratch;
  std::atomic<bool> is_busy{false};
};

namespace admit::c_api {

/// Runs `work`, which returns an admit_status, and turns what it throws into one.
template <class Work>
admit_status guarded(Work&& work) noexcept {
  try {
    return work();
  } catch (const std::bad_alloc&) {
    return ADMIT_ERROR_MEMORY;
  } catch (...) {
    return ADMIT_ERROR_INTERNAL;
  }
}

/// Whether `size` bytes may be read at `data`.
inline bool is_text(const char* data, std::size_t size) noexcept {
  return data != nullptr || size == 0;
}

/// The text that came in; only where is_text holds.
inline std::string_view view(const char* data, std::size_t size) noexcept {
  return size == 0 ? std::string_view() : std::string_view(data, size);
}

/// The text to hand out; lives as long as `text`.
inline admit_string string_of(const std::string& text) noexcept {
  return {text.c_str(), text.size()};
}

inline admit_position position_of(const Position& position) noexcept {
  return {position.offset, position.line, position.column};
}

inline admit_range range_of(const Range& range) noexcept {
  return {position_of(range.start), position_of(range.end)};
}

/// Fills `out` with as much of `full` as the caller's version of the struct has room for.
template <class Struct>
admit_status fill(Struct* out, Struct full) noexcept {
  if (out == nullptr || out->size <= sizeof(std::size_t)) return ADMIT_ERROR_ARGUMENT;
  full.size = out->size < sizeof(Struct) ? out->size : sizeof(Struct);
  std::memcpy(out, &full, full.size);
  return ADMIT_OK;
}

/// A copy of `fault` as the C struct.
admit_fault fault_of(const BuildError& fault) noexcept;

/// The report with its messages made.
admit_report make_report(Report report, std::optional<Engine> engine);

/// Sets `error`, where the caller wants one, to `fault`; null where memory has run out.
void tell(admit_error** error, BuildError fault) noexcept;

}  // namespace admit::c_api
