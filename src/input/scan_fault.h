// ScanFault: every way in which bytes can fail to be the one JSON document that admit accepts.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "admit/codes.h"
#include "text/span.h"

namespace admit::input {

/// One enumerator per row of scan_fault.def.
enum class ScanFault : std::uint8_t {
#define ADMIT_SCAN_FAULT(symbol, code, wording, hint) symbol,
#include "input/scan_fault.def"
#undef ADMIT_SCAN_FAULT
};

/// What is known of a fault before any body: its code and the words for it.
struct ScanFaultRow {
  Code code;
  std::string_view wording;
  std::string_view hint;
};

const ScanFaultRow& scan_fault_row(ScanFault fault) noexcept;

/// A fault and its place.
struct ScanError {
  ScanFault fault{};
  text::Span span;         ///< the offending bytes; empty at the end of the text
  std::size_t opened = 0;  ///< for what was left open: offset of its bracket or quote
  bool has_opened = false;
  const char* problem = "";  ///< the YAML parser's words, a constant of the program
};

}  // namespace admit::input
