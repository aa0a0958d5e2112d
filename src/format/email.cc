// Addresses of mail: text -> well-formed or not (is_email, is_idn_email).
// Sources: RFC 5321 sections 4.1.2 and 4.1.3, RFC 6531 section 3.3.
#include "format/email.h"

#include <algorithm>
#include <array>

#include "format/byte_class.h"
#include "format/hostname.h"
#include "format/internet_name.h"
#include "format/ip.h"
#include "text/utf8.h"

namespace admit::format {
namespace {

enum class Alphabet { ascii, unicode };

constexpr std::size_t kMaxDomainBytes = 255;  // RFC 5321 section 4.5.3.1.2

/// `atext` of RFC 5322 section 3.2.3.
constexpr std::array<bool, 256> make_atom_bytes() {
  std::array<bool, 256> table{};
  for (std::size_t byte = 0; byte < table.size(); ++byte) {
    table[byte] = (kByteClasses[byte] & (kLetter | kDigit)) != 0;
  }
  for (const char c : std::string_view("!#$%&'*+-/=?^_`{|}~")) {
    table[static_cast<unsigned char>(c)] = true;
  }
  return table;
}

constexpr std::array<bool, 256> kAtomBytes = make_atom_bytes();

constexpr bool is_ascii(char c) noexcept {
  return static_cast<unsigned char>(c) < 0x80;
}

bool is_atom_byte(char c, Alphabet alphabet) noexcept {
  return is_ascii(c) ? kAtomBytes[static_cast<unsigned char>(c)] : alphabet == Alphabet::unicode;
}

/// Words of atom bytes with single dots between.
bool is_dot_string(std::string_view text, Alphabet alphabet) noexcept {
  bool is_word = false;
  for (const char c : text) {
    if (c == '.' ? !is_word : !is_atom_byte(c, alphabet)) return false;
    is_word = c != '.';
  }
  return is_word;
}

/// Where the quoted string at the front ends, its closing quote included; 0 if there is none.
std::size_t end_of_quoted_string(std::string_view text, Alphabet alphabet) noexcept {
  for (std::size_t at = 1; at < text.size(); ++at) {
    if (text[at] == '"') return at + 1;
    const bool is_pair = text[at] == '\\';
    if (is_pair && ++at == text.size()) return 0;
    const bool is_foreign = !is_pair && !is_ascii(text[at]) && alphabet == Alphabet::unicode;
    if (!is_foreign && !is_in(text[at], kPrintable)) return 0;
  }
  return 0;
}

/// The bytes in front of the `@` that ends them; 0 if they are no local part.
std::size_t local_part_bytes(std::string_view text, Alphabet alphabet) noexcept {
  if (text.starts_with('"')) return end_of_quoted_string(text, alphabet);
  const std::size_t at = text.find('@');
  if (at == std::string_view::npos || !is_dot_string(text.substr(0, at), alphabet)) return 0;
  return at;
}

/// What stands between the brackets of an address literal. Of its kinds, IPv6 alone has a tag.
bool is_address_literal(std::string_view text) noexcept {
  constexpr std::string_view kTag = "ipv6:";
  const std::string_view front = text.substr(0, kTag.size());
  const bool has_tag = std::equal(front.begin(), front.end(), kTag.begin(), kTag.end(),
                                  [](char a, char b) { return lower(a) == b; });
  return has_tag ? is_ipv6(text.substr(kTag.size())) : is_ipv4(text);
}

/// Labels as of a host name, where every byte outside ASCII counts as a letter.
bool is_foreign_name(std::string_view text) noexcept {
  if (text.size() > kMaxDomainBytes) return false;
  char previous = '.';
  for (const char c : text) {
    const bool is_border = c == '-' ? previous == '.' : c == '.' && previous == '-';
    const bool is_empty = c == '.' && previous == '.';
    if (is_border || is_empty) return false;
    if (is_ascii(c) && !is_in(c, kLetter | kDigit | kHyphen | kDot)) return false;
    previous = c;
  }
  return previous != '.' && previous != '-';
}

bool is_domain(std::string_view text, Alphabet alphabet) noexcept {
  if (text.starts_with('[') && text.ends_with(']') && text.size() > 2) {
    return is_address_literal(text.substr(1, text.size() - 2));
  }
  const bool is_foreign =
      alphabet == Alphabet::unicode && !std::all_of(text.begin(), text.end(), is_ascii);
  return is_foreign ? is_foreign_name(text) : is_ldh_name(text);
}

bool is_mailbox(std::string_view text, Alphabet alphabet) noexcept {
  const std::size_t local = local_part_bytes(text, alphabet);
  if (local == 0 || local > kMaxLocalPartBytes) return false;
  return local < text.size() && text[local] == '@' && is_domain(text.substr(local + 1), alphabet);
}

}  // namespace

bool is_email(std::string_view text) noexcept {
  return is_mailbox(text, Alphabet::ascii);
}

bool is_idn_email(std::string_view text) noexcept {
  return text::valid_utf8_prefix(text) == text.size() && is_mailbox(text, Alphabet::unicode);
}

}  // namespace admit::format
