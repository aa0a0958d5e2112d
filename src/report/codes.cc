// The table of codes, made from codes.def and checked while it is compiled. See admit/codes.h.
#include "admit/codes.h"

#include <algorithm>
#include <array>

namespace admit {
namespace {

constexpr std::array kRows = std::to_array<CodeRow>({
#define ADMIT_CODE(symbol, id, severity, strict, since, provenance, title) \
  {Code::symbol, id, Severity::severity, Strictness::strict, since, provenance, title},
#include "admit/codes.def"
#undef ADMIT_CODE
});

constexpr std::size_t to_index(Code code) {
  return static_cast<std::size_t>(code);
}

// The codes in the order of their ids, for find_code.
constexpr std::array<Code, kRows.size()> kById = [] {
  std::array<Code, kRows.size()> codes{};
  for (std::size_t i = 0; i < codes.size(); ++i) codes[i] = kRows[i].code;
  std::sort(codes.begin(), codes.end(),
            [](Code a, Code b) { return kRows[to_index(a)].id < kRows[to_index(b)].id; });
  return codes;
}();

constexpr bool is_one_of(std::string_view text, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), text) != words.end();
}

// `family.name`: lower-case letters, digits and inner hyphens, one dot.
constexpr bool is_id(std::string_view id) {
  std::size_t dots = 0;
  char before = '.';
  for (const char c : id) {
    const bool is_word = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    if (!is_word && (before == '.' || before == '-')) return false;
    if (!is_word && c != '.' && c != '-') return false;
    dots += c == '.' ? 1U : 0U;
    before = c;
  }
  return dots == 1 && before != '.' && before != '-';
}

constexpr bool is_good_row(const CodeRow& row) {
  const bool is_lower = !row.title.empty() && row.title.back() != '.';
  return is_id(row.id) && is_lower && is_one_of(row.since, {"2026-02-05", "2026-08-21"}) &&
         is_one_of(row.provenance, {"D", "D2", "I", "S", "N"}) &&
         row.severity != Severity::ignore &&
         (row.strictness != Strictness::fixed || row.severity == Severity::error) &&
         (row.strictness != Strictness::raised || row.severity == Severity::warning);
}

constexpr bool are_rows_in_order() {
  for (std::size_t i = 0; i < kRows.size(); ++i) {
    if (to_index(kRows[i].code) != i) return false;
  }
  return true;
}

constexpr bool are_ids_unique() {
  for (std::size_t i = 1; i < kById.size(); ++i) {
    if (kRows[to_index(kById[i - 1])].id == kRows[to_index(kById[i])].id) return false;
  }
  return true;
}

static_assert(kRows.size() <= 256, "admit::Code has one byte");
static_assert(std::all_of(kRows.begin(), kRows.end(), is_good_row));
static_assert(are_rows_in_order());
static_assert(are_ids_unique());

}  // namespace

std::span<const CodeRow> code_rows() noexcept {
  return kRows;
}

const CodeRow& code_row(Code code) noexcept {
  return kRows[to_index(code)];
}

const CodeRow* find_code(std::string_view id) noexcept {
  const auto* const found = std::lower_bound(
      kById.begin(), kById.end(), id,
      [](Code code, std::string_view wanted) { return kRows[to_index(code)].id < wanted; });
  if (found == kById.end() || code_row(*found).id != id) return nullptr;
  return &code_row(*found);
}

}  // namespace admit
