// Judges: one schema in the hands of the engine and of both oracles.
#include "schema/judges.h"

#include <algorithm>
#include <charconv>
#include <exception>
#include <stdexcept>
#include <utility>

#include "engine/cases.h"
#include "schema/plain_json.h"
#include "text/pointer.h"

namespace admit::test {
namespace {

using Json = rapidjson::Value;

std::string word_for(std::optional<bool> verdict) {
  if (!verdict) return "none";
  return *verdict ? "accept" : "reject";
}

const Json* find_child(const Json& parent, const std::string& token) {
  if (parent.IsArray()) {
    rapidjson::SizeType index = 0;
    (void)std::from_chars(token.data(), token.data() + token.size(), index);
    return std::to_string(index) == token && index < parent.Size() ? &parent[index] : nullptr;
  }
  if (!parent.IsObject()) return nullptr;
  for (const Json::Member& member : parent.GetObject()) {
    if (plain_text(member.name) == token) return &member.value;
  }
  return nullptr;
}

bool leads_somewhere(const std::string& pointer, const Json& body) {
  const auto tokens = text::parse_pointer(pointer);
  const Json* place = tokens ? &body : nullptr;
  for (std::size_t i = 0; place != nullptr && i < tokens->size(); ++i) {
    place = find_child(*place, (*tokens)[i]);
  }
  return place != nullptr;
}

void find_lost_pointers(const Report& report, const Json& body, std::vector<std::string>& faults) {
  const auto look_at = [&](const std::string& pointer) {
    if (!leads_somewhere(pointer, body)) faults.push_back("`" + pointer + "` leads nowhere");
  };
  for (const Violation& violation : report.violations()) {
    look_at(violation.pointer);
    if (violation.because) look_at(*violation.because);
    for (const Related& related : violation.related) look_at(related.pointer);
  }
}

Engine build(std::string_view schema, Options options) {
  auto built = Engine::build(schema, {}, std::move(options));
  if (!built) throw std::runtime_error(built.error().code + ": " + built.error().message);
  return std::move(built).value();
}

// An engine that denies twice what `schema` says: whatever is in it is matched in silence, by other
// code than that which reports.
Engine build_denied_twice(std::string_view schema, const SchemaResolver& resolver) {
  Options options;
  options.resolver = [&](std::string_view uri) -> std::optional<std::string> {
    if (uri == "urn:example:judged") return std::string(schema);
    return resolver ? resolver(uri) : std::nullopt;
  };
  return build(R"({"not":{"not":{"$ref":"urn:example:judged"}}})", std::move(options));
}

std::vector<Engine> build_engines(std::string_view schema, const SchemaResolver& resolver) {
  const Options usual{.resolver = resolver};
  Options warning = usual;
  warning.unknown_members = UnknownMembers::warn;
  Options errors = usual;
  errors.report_from = Severity::error;
  return {build(schema, usual), build(schema, warning), build(schema, errors),
          build_denied_twice(schema, resolver)};
}

}  // namespace

std::string to_text(const Verdicts& verdicts) {
  return "engine: " + word_for(verdicts.engine) + ", direct: " + word_for(verdicts.direct) +
         ", valijson: " + (verdicts.abstains ? "abstains" : word_for(verdicts.valijson));
}

Judges::Judges(std::string_view schema, const SchemaResolver& resolver)
    : form_(schema, resolver),
      direct_(form_.document()),
      engines_(build_engines(schema, resolver)) {
  try {
    valijson_ = std::make_unique<ValijsonOracle>(form_.document());
  } catch (const std::exception&) {
    valijson_ = nullptr;
  }
}

Verdicts Judges::judge(std::string_view body) {
  Verdicts verdicts;
  const Report report = engines_.front().check(body, scratch_);
  if (report.verdict() != Verdict::undecided) {
    verdicts.engine = report.verdict() == Verdict::accept;
  }
  const rapidjson::Document document = read_body(body);
  verdicts.direct = direct_.accepts(document);
  if (valijson_ == nullptr) return verdicts;
  verdicts.abstains = valijson_->abstains(document);
  if (verdicts.abstains) return verdicts;
  try {
    verdicts.valijson = valijson_->accepts(document);
  } catch (const std::exception&) {
    verdicts.valijson = std::nullopt;
  }
  return verdicts;
}

std::vector<std::string> Judges::find_faults(std::string_view body) {
  std::vector<std::string> faults;
  const rapidjson::Document document = read_body(body);
  const Engine& engine = engines_.front();
  const Report report = engine.check(body, scratch_);
  const bool accepts = report.verdict() == Verdict::accept;
  if (engine.accepts(body, scratch_) != accepts) faults.push_back("accepts() disagrees");
  find_lost_pointers(report, document, faults);
  for (std::size_t i = 1; i < engines_.size(); ++i) {
    const Report other = engines_[i].check(body, scratch_);
    if (other.verdict() != report.verdict())
      faults.push_back("engine " + std::to_string(i) + " differs");
    find_lost_pointers(other, document, faults);
  }
  const bool has_error = std::ranges::any_of(report.violations(), [](const Violation& violation) {
    return violation.severity == Severity::error;
  });
  if (has_error == accepts) faults.push_back("the verdict does not follow from the violations");
  const Report again = engine.check(body, scratch_);
  if (report.violations().empty() && again.violations().empty()) return faults;
  if (whole_report(engine, body, report) != whole_report(engine, body, again)) {
    faults.push_back("the second report is another one");
  }
  return faults;
}

}  // namespace admit::test
