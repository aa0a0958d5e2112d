// Parsers: what it costs to read a body at all.
#include <rapidjson/reader.h>
#include <simdjson.h>

#include <cstring>
#include <string>
#include <vector>

#include "contenders.h"
#include "measure.h"
#include "pooled_document.h"

namespace admit::bench {
namespace {

static_assert(kPadding >= simdjson::SIMDJSON_PADDING);

class SimdjsonDom {
 public:
  bool operator()(const std::string& body) {
    return parser_.parse(body.data(), body.size(), false).error() == simdjson::SUCCESS;
  }

 private:
  simdjson::dom::parser parser_;
};

// Parsing in situ destroys the text: this is what restoring it costs.
class Copy {
 public:
  bool operator()(const std::string& body) {
    restore(body);
    benchmark::DoNotOptimize(bytes_.data());
    benchmark::ClobberMemory();
    return true;
  }

 protected:
  char* restore(const std::string& body) {
    std::memcpy(bytes_.data(), body.c_str(), body.size() + 1);
    return bytes_.data();
  }

 private:
  std::vector<char> bytes_ = std::vector<char>(kMaxBodyBytes);
};

// The copy included.
class RapidjsonSax : Copy {
 public:
  bool operator()(const std::string& body) {
    rapidjson::InsituStringStream stream(restore(body));
    rapidjson::BaseReaderHandler<> nobody;
    return !reader_.Parse<rapidjson::kParseInsituFlag>(stream, nobody).IsError();
  }

 private:
  rapidjson::Reader reader_;
};

class RapidjsonDom {
 public:
  bool operator()(const std::string& body) { return document_.parse(body) != nullptr; }

 private:
  PooledDocument document_;
};

}  // namespace

void register_dom_parse(const BodySet& set) {
  measure<RapidjsonDom>("rapidjson_dom", set);
}

void register_parsers(const BodySet& set) {
  measure<SimdjsonDom>("simdjson_dom", set);
  measure<Copy>("copy", set);
  measure<RapidjsonSax>("rapidjson_sax", set);
  register_dom_parse(set);
}

}  // namespace admit::bench
