// Bodies: request bodies to measure with, made from a fixed seed.
#include "bodies.h"

#include <rapidjson/document.h>
#include <rapidjson/prettywriter.h>
#include <rapidjson/stringbuffer.h>

#include <algorithm>
#include <random>
#include <utility>

namespace admit::bench {
namespace {

using Members = std::vector<std::string>;

std::string quoted(const std::string& text) {
  return '"' + text + '"';
}

std::string member(const std::string& name, const std::string& value) {
  return quoted(name) + ':' + value;
}

class BodyMaker {
 public:
  BodyMaker(std::uint32_t seed, const BodyStyle& style) : style_(style), random_(seed) {}

  std::string make(std::size_t services) {
    std::string list;
    for (std::size_t i = 0; i < services; ++i) {
      if (i > 0) list += ',';
      list += make_service(i, style_.has_fault && i + 1 == services);
    }
    const std::string body = object(
        {member("gatewayId", quoted("gw-" + word(20))), member("sourceType", quoted("MSE_NACOS")),
         member("resourceGroupId", quoted("rg-" + word(15))),
         member("clientToken", quoted(word(36))), member("serviceConfigs", '[' + list + ']')});
    return style_.is_indented ? indented(body) : body;
  }

 private:
  std::string make_service(std::size_t number, bool is_faulty) {
    Members members = {
        member("name", quoted("service-" + word(6) + '-' + std::to_string(number))),
        member("groupName", quoted(word(8))), member("sourceId", quoted("nacos-" + word(18))),
        member("qualifier", quoted(word(6))), member("addresses", '[' + quoted(address()) + ']')};
    if (!is_faulty) members.insert(members.begin() + 1, member("namespace", quoted(word(12))));
    return object(std::move(members));
  }

  static std::string indented(const std::string& body) {
    rapidjson::Document document;
    document.Parse(body.data(), body.size());
    rapidjson::StringBuffer buffer;
    rapidjson::PrettyWriter<rapidjson::StringBuffer> writer(buffer);
    writer.SetIndent(' ', 2);
    document.Accept(writer);
    return {buffer.GetString(), buffer.GetSize()};
  }

  std::string object(Members members) {
    if (style_.is_shuffled) std::shuffle(members.begin(), members.end(), random_);
    std::string text = "{";
    for (const std::string& one : members) text += (text.size() > 1 ? "," : "") + one;
    return text + '}';
  }

  std::string address() {
    const std::string port = ':' + std::to_string(1 + random_() % 65535);
    if (random_() % 2 == 0) return word(8) + '.' + word(6) + ".example" + port;
    std::string octets = "10";
    for (int i = 0; i < 3; ++i) octets += '.' + std::to_string(random_() % 256);
    return octets + port;
  }

  std::string word(std::size_t length) {
    std::string text;
    for (std::size_t i = 0; i < length; ++i) {
      text += static_cast<char>('a' + static_cast<char>(random_() % 22));
    }
    return text;
  }

  BodyStyle style_;
  std::mt19937 random_;
};

}  // namespace

std::vector<std::string> make_bodies(std::size_t count, std::size_t services,
                                     const BodyStyle& style) {
  BodyMaker maker(20260821, style);
  std::vector<std::string> bodies;
  for (std::size_t i = 0; i < count; ++i) bodies.push_back(maker.make(services));
  return bodies;
}

}  // namespace admit::bench
