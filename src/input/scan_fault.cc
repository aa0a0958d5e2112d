// ScanFault -> its code and words, from scan_fault.def.
#include "input/scan_fault.h"

#include <array>

namespace admit::input {
namespace {

constexpr std::array kRows = {
#define ADMIT_SCAN_FAULT(symbol, code, wording, hint) ScanFaultRow{Code::code, wording, hint},
#include "input/scan_fault.def"
#undef ADMIT_SCAN_FAULT
};

}  // namespace

const ScanFaultRow& scan_fault_row(ScanFault fault) noexcept {
  return kRows[static_cast<std::size_t>(fault)];
}

}  // namespace admit::input
