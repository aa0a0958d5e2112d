// The parts of Report and Violation, and the names of Severity and Verdict. See admit/report.h and
// admit/severity.h.
#include "admit/report.h"

#include <algorithm>
#include <array>
#include <utility>

#include "report/message.h"

namespace admit {
namespace {

// In the order of the enumerations.
constexpr std::array<std::string_view, 4> kSeverities = {"ignore", "info", "warning", "error"};
constexpr std::array<std::string_view, 3> kVerdicts = {"accept", "reject", "undecided"};
static_assert(kSeverities.size() == static_cast<std::size_t>(Severity::error) + 1);
static_assert(kVerdicts.size() == static_cast<std::size_t>(Verdict::undecided) + 1);

}  // namespace

std::string_view to_string(Severity severity) noexcept {
  return kSeverities[static_cast<std::size_t>(severity)];
}

std::string_view to_string(Verdict verdict) noexcept {
  return kVerdicts[static_cast<std::size_t>(verdict)];
}

std::optional<Severity> parse_severity(std::string_view text) noexcept {
  const auto* const found = std::find(kSeverities.begin(), kSeverities.end(), text);
  if (found == kSeverities.end()) return std::nullopt;
  return static_cast<Severity>(found - kSeverities.begin());
}

std::string Violation::message() const {
  return report::interpolate(wording, *this);
}

const ParamValue* Violation::param(std::string_view name) const noexcept {
  const auto found = std::find_if(params.begin(), params.end(),
                                  [name](const Param& param) { return param.name == name; });
  return found == params.end() ? nullptr : &found->value;
}

Report::Report(std::vector<Violation> violations, Counts counts) noexcept
    : verdict_(counts.errors > 0 ? Verdict::reject : Verdict::accept),
      violations_(std::move(violations)),
      counts_(counts) {}

Report Report::undecided(const char* reason) noexcept {
  Report report;
  report.verdict_ = Verdict::undecided;
  report.fixed_reason_ = reason;
  return report;
}

Report Report::undecided(std::string reason) noexcept {
  Report report;
  report.verdict_ = Verdict::undecided;
  report.reason_ = std::move(reason);
  return report;
}

std::size_t Report::omitted() const noexcept {
  const std::size_t found = counts_.errors + counts_.warnings + counts_.infos;
  return found > violations_.size() ? found - violations_.size() : 0;
}

std::string_view Report::undecided_reason() const noexcept {
  if (!reason_.empty()) return reason_;
  return fixed_reason_ == nullptr ? std::string_view() : std::string_view(fixed_reason_);
}

}  // namespace admit
