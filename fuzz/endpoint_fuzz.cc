// Harness: any bytes through parse_endpoint, against the parser of regular expressions in
// tests/oracles. Verdict, code, place and value are the same; the canonical text is the same
// endpoint; messages are one line; a text that a hint says to write is an endpoint without fault.
#include <admit/endpoint.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "oracles/endpoint_oracle.h"
#include "promise.h"

namespace {

using admit::Endpoint;
using admit::EndpointCode;
using admit::EndpointFault;
using admit::fuzz::promise;
using admit::test::EndpointJudgement;

std::string_view kind_of(const Endpoint& endpoint) {
  switch (endpoint.kind) {
    case admit::HostKind::name:
      return "name";
    case admit::HostKind::ipv4:
      return "ipv4";
    case admit::HostKind::ipv6:
      return "ipv6";
  }
  return "";
}

bool has_bytes(const Endpoint& endpoint, const EndpointJudgement& wanted) {
  const auto rest = endpoint.address.begin() + static_cast<std::ptrdiff_t>(wanted.address.size());
  return std::equal(wanted.address.begin(), wanted.address.end(), endpoint.address.begin()) &&
         std::all_of(rest, endpoint.address.end(), [](std::uint8_t byte) { return byte == 0; });
}

void check_value(const Endpoint& endpoint, const EndpointJudgement& wanted) {
  promise(kind_of(endpoint) == wanted.kind, "the oracle sees the same kind of host", wanted.kind);
  promise(endpoint.host == wanted.host, "the host is as written");
  promise(endpoint.port.value_or(0) == wanted.port, "the oracle reads the same port");
  promise(has_bytes(endpoint, wanted), "the address has the bytes that inet_pton reads");
}

void check_canonical(const Endpoint& endpoint) {
  const std::string text = canonical_endpoint(endpoint);
  const auto again = admit::parse_endpoint(text);
  promise(again.has_value(), "a canonical text is an endpoint", text);
  promise(same_endpoint(endpoint, again.value()), "a canonical text is the same endpoint", text);
  promise(canonical_endpoint(again.value()) == text, "a canonical text stays as it is", text);
}

// Words about a fault or notice can be printed as they are, and are no bad advice.
void check_words(std::string_view text, EndpointCode code, std::size_t offset, std::size_t length) {
  promise(offset <= text.size() && length <= text.size() - offset, "places lie within the text");
  const std::string message = endpoint_message(text, code, offset, length);
  const std::string hint = endpoint_hint(text, code, offset, length);
  promise(!message.empty(), "every fault has a message");
  for (const char c : message + hint) {
    promise(static_cast<unsigned char>(c) >= 0x20 && c != 0x7F, "words hold no control characters");
  }
  constexpr std::string_view kWrite = "write `";
  if (!hint.starts_with(kWrite) || !hint.ends_with('`')) return;
  const std::string advice = hint.substr(kWrite.size(), hint.size() - kWrite.size() - 1);
  if (advice.find('`') != std::string::npos) return;
  const auto parsed = admit::parse_endpoint(advice);
  promise(parsed && !parsed.value().notice, "a text to write is an endpoint", advice);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size > admit::test::kMostEndpointBytes) return 0;
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const EndpointJudgement wanted = admit::test::judge_endpoint(std::string(text));
  const auto parsed = admit::parse_endpoint(text);
  promise(parsed.has_value() == wanted.accepted, "the oracle gives the same verdict", wanted.code);
  if (!parsed) {
    const EndpointFault& fault = parsed.error();
    promise(endpoint_code_id(fault.code) == wanted.code, "the oracle gives the same code",
            wanted.code);
    promise(fault.offset == wanted.offset, "the oracle finds the fault at the same place");
    check_words(text, fault.code, fault.offset, fault.length);
    return 0;
  }
  const Endpoint& endpoint = parsed.value();
  check_value(endpoint, wanted);
  check_canonical(endpoint);
  promise(endpoint.notice.has_value() == !wanted.code.empty(), "the oracle has the same doubts",
          wanted.code);
  if (!endpoint.notice) return 0;
  promise(endpoint_code_id(endpoint.notice->code) == wanted.code, "the notice has the same code");
  promise(endpoint.notice->offset == wanted.offset, "the notice has the same place");
  check_words(text, endpoint.notice->code, endpoint.notice->offset, endpoint.notice->length);
  return 0;
}
