// Validators of others: they judge by the schema of CreateService alone, its rules are not checked.
#include <admit/create_service.h>
#include <rapidjson/document.h>
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
#include "measure.h"
#include "pooled_document.h"

namespace admit::bench {
namespace {

rapidjson::Document schema_document() {
  const std::string_view text = create_service_schema();
  rapidjson::Document document;
  document.Parse(text.data(), text.size());
  return document;
}

// One that accepts everything would be fast.
template <class Validator>
void ensure_it_judges(Validator& accepts) {
  if (accepts(R"({"serviceConfigs": [{"name": 1}]})")) throw std::logic_error("it does not judge");
}

class RapidjsonSchema {
 public:
  RapidjsonSchema() { ensure_it_judges(*this); }

  bool operator()(const std::string& body) {
    validator_.Reset();
    rapidjson::StringStream stream(body.c_str());
    return !reader_.Parse(stream, validator_).IsError() && validator_.IsValid();
  }

 private:
  rapidjson::SchemaDocument schema_{schema_document()};
  rapidjson::SchemaValidator validator_{schema_};
  rapidjson::Reader reader_;
};

class Valijson {
 public:
  Valijson() {
    const rapidjson::Document document = schema_document();
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
  measure<RapidjsonSchema>("rapidjson_schema", set);
  measure<Valijson>("valijson", set);
}

}  // namespace admit::bench
