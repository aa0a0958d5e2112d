// Words for a ScanError: its row's wording with the offending character and the limit filled in.
#pragma once

#include <string>
#include <string_view>

#include "admit/options.h"
#include "input/scan_fault.h"

namespace admit::input {

/// One line, lower-case, for `error` found in `text` under `limits`.
std::string fault_wording(const ScanError& error, std::string_view text, const Limits& limits);

/// The limit that `fault` is about; 0 for other faults.
std::size_t fault_limit(ScanFault fault, const Limits& limits) noexcept;

}  // namespace admit::input
