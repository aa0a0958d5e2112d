// Validators of others: they judge by the schema of CreateService alone, or do our work as far as
// they can.
#include <admit/create_service.h>
#include <admit/engine.h>
#include <rapidjson/document.h>
#include <rapidjson/pointer.h>
#include <rapidjson/reader.h>
#include <rapidjson/schema.h>

#include <stdexcept>
#include <string>
#include <string_view>

#include <valijson/adapters/rapidjson_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validator.hpp>

#include "contenders.h"
#include "engines.h"
#include "measure.h"
#include "pooled_document.h"

namespace admit::bench {
namespace {

rapidjson::Document parsed(std::string_view text) {
  rapidjson::Document document;
  document.Parse(text.data(), text.size());
  return document;
}

// Of CreateService, as it is shipped.
rapidjson::Document schema_alone() {
  return parsed(create_service_schema());
}

// The rules are if/then, the formats of endpoints are patterns.
rapidjson::Document schema_with_rules() {
  return parsed(proving_engine().schema_with_rules().value().json);
}

// For RapidJSON, which knows no if/then, and whose patterns are slow: instead of formats a pattern
// that is easy on it, and far from strict.
rapidjson::Document schema_with_patterns() {
  rapidjson::Document document = schema_alone();
  auto& memory = document.GetAllocator();
  for (const char* place :
       {"/properties/serviceConfigs/items/properties/addresses/items/pattern",
        "/properties/serviceConfigs/items/properties/dnsServers/items/pattern"}) {
    rapidjson::Pointer(place).Set(document, "^[A-Za-z0-9_.-]+(:[1-9][0-9]*)?$", memory);
  }
  return document;
}

// One that accepts everything would be fast.
template <class Validator>
void ensure_it_judges(Validator& accepts) {
  if (accepts(R"({"serviceConfigs": [{"name": 1}]})")) throw std::logic_error("it does not judge");
}

class RapidjsonSchema {
 public:
  explicit RapidjsonSchema(rapidjson::Document (*schema)()) : schema_(schema()) {
    ensure_it_judges(*this);
  }

  bool operator()(const std::string& body) {
    validator_.Reset();
    rapidjson::StringStream stream(body.c_str());
    return !reader_.Parse(stream, validator_).IsError() && validator_.IsValid();
  }

 private:
  rapidjson::SchemaDocument schema_;
  rapidjson::SchemaValidator validator_{schema_};
  rapidjson::Reader reader_;
};

class Valijson {
 public:
  explicit Valijson(rapidjson::Document (*schema)()) {
    const rapidjson::Document document = schema();
    valijson::SchemaParser parser(valijson::SchemaParser::kDraft7);
    parser.populateSchema(valijson::adapters::RapidJsonAdapter(document), schema_);
    ensure_it_judges(*this);
  }

  bool operator()(const std::string& body) {
    const PooledDocument::Document* document = document_.parse(body);
    return document != nullptr &&
           validator_.validate(schema_, valijson::adapters::RapidJsonAdapter(*document), nullptr);
  }

 private:
  valijson::Schema schema_;
  valijson::Validator validator_{valijson::Validator::kStrongTypes};
  PooledDocument document_;
};

}  // namespace

void register_validators(const BodySet& set) {
  measure<RapidjsonSchema>("rapidjson_schema", set, schema_alone);
  measure<RapidjsonSchema>("rapidjson_schema_patterns", set, schema_with_patterns);
  measure<Valijson>("valijson", set, schema_alone);
  measure<Valijson>("valijson_rules", set, schema_with_rules);
}

}  // namespace admit::bench
