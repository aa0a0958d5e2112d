// Dates and times of the Internet: text -> well-formed and possible, or not.
// Source: RFC 3339 section 5.6 (full-date, full-time, date-time), with the days of a month of
// section 5.7; draft-07 of JSON Schema, section 7.3.1.
#pragma once

#include <string_view>

namespace admit::format {

/// `2024-02-29`, in the Gregorian calendar from year 0000 on.
bool is_date(std::string_view text) noexcept;

/// `23:20:50.52Z`, `12:00:00+01:00`. The second 60 is one of a leap second only: it is 23:59:60 in
/// UTC.
bool is_time(std::string_view text) noexcept;

/// A date, `T` or `t`, a time. Whether a leap second came that day is not known here.
bool is_date_time(std::string_view text) noexcept;

}  // namespace admit::format
