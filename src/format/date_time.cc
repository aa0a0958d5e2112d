// Dates and times of the Internet: text -> well-formed and possible, or not (is_date, is_time,
// is_date_time). Source: RFC 3339 sections 5.6 and 5.7.
#include "format/date_time.h"

#include <cstddef>
#include <optional>

#include "format/byte_class.h"

namespace admit::format {
namespace {

constexpr std::size_t kDateBytes = 10;        // 2024-02-29
constexpr std::size_t kPartialTimeBytes = 8;  // 23:59:59
constexpr std::size_t kOffsetBytes = 6;       // +01:00
constexpr int kMinutesPerHour = 60;
constexpr int kMinutesPerDay = 24 * kMinutesPerHour;

/// The number that two digits at `at` make, if it is at most `most`.
std::optional<int> two_digits(std::string_view text, std::size_t at, int most) noexcept {
  if (text.size() < at + 2 || !all_in(text.substr(at, 2), kDigit)) return std::nullopt;
  const int value = 10 * (text[at] - '0') + (text[at + 1] - '0');
  return value <= most ? std::optional<int>(value) : std::nullopt;
}

constexpr int days_of(int month, bool is_leap_year) noexcept {
  constexpr int kDays[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  return kDays[month - 1] + (month == 2 && is_leap_year ? 1 : 0);
}

/// The minutes that `Z` or `+01:00` is ahead of UTC.
std::optional<int> offset_minutes(std::string_view text) noexcept {
  if (text == "Z" || text == "z") return 0;
  if (text.size() != kOffsetBytes || text[3] != ':') return std::nullopt;
  if (text[0] != '+' && text[0] != '-') return std::nullopt;
  const std::optional<int> hour = two_digits(text, 1, 23);
  const std::optional<int> minute = two_digits(text, 4, 59);
  if (!hour || !minute) return std::nullopt;
  const int minutes = *hour * kMinutesPerHour + *minute;
  return text[0] == '-' ? -minutes : minutes;
}

/// What stands behind the seconds, without the fraction.
std::optional<std::string_view> skip_fraction(std::string_view text) noexcept {
  if (!text.starts_with('.')) return text;
  const std::size_t end = end_of_run(text, 1, kDigit);
  return end == 1 ? std::nullopt : std::optional<std::string_view>(text.substr(end));
}

}  // namespace

bool is_date(std::string_view text) noexcept {
  if (text.size() != kDateBytes || text[4] != '-' || text[7] != '-') return false;
  const std::optional<int> century = two_digits(text, 0, 99);
  const std::optional<int> year = two_digits(text, 2, 99);
  const std::optional<int> month = two_digits(text, 5, 12);
  const std::optional<int> day = two_digits(text, 8, 31);
  if (!century || !year || !month || !day || *month == 0 || *day == 0) return false;
  const bool is_leap_year = *year % 4 == 0 && (*year != 0 || *century % 4 == 0);
  return *day <= days_of(*month, is_leap_year);
}

bool is_time(std::string_view text) noexcept {
  const std::optional<int> hour = two_digits(text, 0, 23);
  const std::optional<int> minute = two_digits(text, 3, 59);
  const std::optional<int> second = two_digits(text, 6, 60);
  if (!hour || !minute || !second || text[2] != ':' || text[5] != ':') return false;
  const std::optional<std::string_view> zone = skip_fraction(text.substr(kPartialTimeBytes));
  const std::optional<int> offset = zone ? offset_minutes(*zone) : std::nullopt;
  if (!offset) return false;
  const int utc = *hour * kMinutesPerHour + *minute - *offset + kMinutesPerDay;
  return *second < 60 || utc % kMinutesPerDay == kMinutesPerDay - 1;
}

bool is_date_time(std::string_view text) noexcept {
  if (text.size() <= kDateBytes || lower(text[kDateBytes]) != 't') return false;
  return is_date(text.substr(0, kDateBytes)) && is_time(text.substr(kDateBytes + 1));
}

}  // namespace admit::format
