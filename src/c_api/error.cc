// C interface: versions, status texts, and the errors of a build.
#include "c_api/objects.h"

using admit::c_api::fill;
using admit::c_api::string_of;

namespace admit::c_api {
namespace {

// The whole error in one line; of a refused schema, the first of its faults.
std::string text_of(const BuildError& fault) {
  std::string text;
  if (!fault.document.empty()) text += fault.document + ':';
  if (fault.position) {
    text += std::to_string(fault.position->line) + ':' + std::to_string(fault.position->column);
    text += ':';
  }
  if (!text.empty()) text += ' ';
  text += fault.message + " [" + fault.code + ']';
  if (const std::size_t faults = fault.report.violations().size(); faults > 1) {
    text += " (and " + std::to_string(faults - 1) + " more)";
  }
  if (!fault.hint.empty()) text += "; " + fault.hint;
  return text;
}

}  // namespace

admit_fault fault_of(const BuildError& fault) noexcept {
  admit_fault out{};
  out.code = string_of(fault.code);
  out.message = string_of(fault.message);
  out.hint = string_of(fault.hint);
  out.pointer = string_of(fault.pointer);
  out.document = string_of(fault.document);
  out.has_position = fault.position ? 1 : 0;
  out.position = position_of(fault.position.value_or(Position{}));
  return out;
}

void tell(admit_error** error, BuildError fault) noexcept {
  if (error == nullptr) return;
  *error = nullptr;
  guarded([&] {
    auto made = std::make_unique<admit_error>();
    made->text = text_of(fault);
    if (!fault.report.violations().empty()) {
      made->report = make_report(std::move(fault.report), std::nullopt);
    }
    made->fault = std::move(fault);
    *error = made.release();
    return ADMIT_OK;
  });
}

}  // namespace admit::c_api

int32_t admit_abi_version(void) {
  return ADMIT_ABI_VERSION;
}

const char* admit_version(void) {
  return ADMIT_VERSION;
}

const char* admit_status_text(admit_status status) {
  switch (status) {
    case ADMIT_OK:
      return "success";
    case ADMIT_ERROR_ARGUMENT:
      return "an argument is not allowed";
    case ADMIT_ERROR_BUSY:
      return "the scratch is in use";
    case ADMIT_ERROR_MEMORY:
      return "memory ran out";
    case ADMIT_ERROR_RANGE:
      return "there is no element with this index";
    case ADMIT_ERROR_OPTION:
      return "an unknown option, or a value that it does not take";
    case ADMIT_ERROR_BUILD:
      return "no engine can be made of schema and options";
    case ADMIT_ERROR_FORMAT:
      return "there is no format of this name";
    case ADMIT_ERROR_INTERNAL:
      return "a bug of admit";
    default:
      return "an unknown status";
  }
}

void admit_error_destroy(admit_error* error) {
  delete error;
}

admit_status admit_error_fault(const admit_error* error, admit_fault* fault) {
  if (error == nullptr) return ADMIT_ERROR_ARGUMENT;
  return fill(fault, admit::c_api::fault_of(error->fault));
}

const admit_report* admit_error_report(const admit_error* error) {
  return error != nullptr && error->report ? &*error->report : nullptr;
}

admit_string admit_error_text(const admit_error* error) {
  if (error == nullptr) return {"", 0};
  return string_of(error->text);
}
