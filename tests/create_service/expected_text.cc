// Names and addresses, judged character by character.
#include "create_service/expected_text.h"

#include <arpa/inet.h>

#include <algorithm>
#include <array>

namespace admit::test {
namespace {

const std::string kLower = "abcdefghijklmnopqrstuvwxyz";
const std::string kUpper = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
const std::string kDigits = "0123456789";

bool only(const std::string& text, const std::string& allowed) {
  return text.find_first_not_of(allowed) == std::string::npos;
}

// Where the host ends: after the bracket, or before the colon.
std::size_t host_end(const std::string& endpoint) {
  if (endpoint[0] == '[') return endpoint.find(']') + 1;
  return std::min(endpoint.find(':'), endpoint.size());
}

}  // namespace

std::size_t count_characters(const std::string& text) {
  return static_cast<std::size_t>(std::count_if(
      text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) >> 6) != 2; }));
}

bool is_printable_ascii(const std::string& text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c >= ' ' && c <= '~'; });
}

bool is_label(const std::string& text) {
  return !text.empty() && text.size() <= 63 && only(text, kLower + kDigits + '-') &&
         text.front() != '-' && text.back() != '-';
}

bool is_nacos_namespace(const std::string& text) {
  return !text.empty() && text.size() <= 128 && only(text, kLower + kUpper + kDigits + "_-");
}

bool is_nacos_group(const std::string& text) {
  return !text.empty() && text.size() <= 128 && only(text, kLower + kUpper + kDigits + "_.:-");
}

bool is_nacos_name(const std::string& text) {
  return count_characters(text) <= 512 && !text.starts_with('@') &&
         text.find("@@") == std::string::npos &&
         text.find_first_of(" \t\n\v\f\r") == std::string::npos;
}

bool is_function_name(const std::string& text) {
  return !text.empty() && text.size() <= 128 && only(text, kLower + kUpper + kDigits + "_-") &&
         text.front() != '-' && kDigits.find(text.front()) == std::string::npos;
}

bool is_qualifier(const std::string& text) {
  return is_function_name(text) || (!text.empty() && only(text, kDigits));
}

bool has_ip(const std::string& endpoint) {
  return endpoint[0] == '[' || only(endpoint.substr(0, host_end(endpoint)), kDigits + '.');
}

bool has_port(const std::string& endpoint) {
  return host_end(endpoint) < endpoint.size();
}

std::string plain_endpoint(const std::string& endpoint) {
  std::string host = endpoint.substr(0, host_end(endpoint));
  const std::string port = endpoint.substr(host.size());
  std::array<char, 16> bytes{};
  if (host[0] == '[' &&
      inet_pton(AF_INET6, host.substr(1, host.size() - 2).c_str(), bytes.data()) == 1) {
    return std::string(bytes.data(), bytes.size()) + port;
  }
  std::transform(host.begin(), host.end(), host.begin(), [](char c) {
    const std::size_t at = kUpper.find(c);
    return at == std::string::npos ? c : kLower[at];
  });
  if (host.ends_with('.')) host.pop_back();
  return host + port;
}

}  // namespace admit::test
