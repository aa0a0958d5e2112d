// admit.yaml: text -> Document -> judged -> Config.
// Outside functions: Config, ConfigReader.
#include "lint/config.h"

#include <algorithm>
#include <stdexcept>
#include <utility>

#include "admit/codes.h"
#include "embedded/config_schema.h"
#include "input/document.h"
#include "severity_table.h"

namespace admit::lint {
namespace {

using input::text_of;
using input::Value;

constexpr const char* kUnknownCode = "config.unknown-code";

// Names in `severities` that are no code or family, or that cannot be changed.
class KnownCodes : public Rule {
 public:
  KnownCodes()
      : Rule({{.id = kUnknownCode, .title = "a severity is given to a code that has none"}}) {
    for (const CodeRow& row : code_rows()) codes_known_.push_back({code_info(row.code)});
  }

  void check(Node config, Findings& out) const override {
    check_names(config["severities"], out);
    for (const Node entry : config["overrides"].items()) check_names(entry["severities"], out);
  }

 private:
  void check_names(Node severities, Findings& out) const {
    if (severities.kind() != Node::Kind::object) return;
    for (std::size_t i = 0; i < severities.size(); ++i) {
      Options options;
      options.severities.push_back({std::string(severities.name_at(i)), Severity::error});
      if (const auto fault = SeverityTable(options).find_fault(codes_known_)) {
        out.at_name(kUnknownCode, severities.at(i)).quoting(fault->message, fault->hint);
      }
    }
  }

  std::vector<EngineCode> codes_known_;
};

Engine build_engine() {
  RuleSet rules;
  rules.add(std::make_unique<KnownCodes>());
  // `revision: 2026-02-05` is no date to anybody who reads a configuration.
  Options options{.severities = {{"yaml.ambiguous-scalar", Severity::ignore}},
                  .unknown_members = UnknownMembers::deny};
  auto built = Engine::build(embedded::config_schema, std::move(rules), std::move(options));
  if (!built) throw std::logic_error("schemas/config.schema.json: " + built.error().message);
  return std::move(built).value();
}

// The values of a configuration that has been found valid.
class Extractor {
 public:
  static Config config_of(const Value& root) {
    Config config;
    config.options = options_of(root);
    config.include = globs_of(root, "include");
    config.exclude = globs_of(root, "exclude");
    if (const Value* entries = find(root, "overrides")) {
      for (const Value& entry : entries->GetArray()) {
        config.overrides.push_back({globs_of(entry, "files"), options_of(entry)});
      }
    }
    return config;
  }

 private:
  static const Value* find(const Value& object, const char* name) {
    const auto member = object.FindMember(name);
    return member == object.MemberEnd() ? nullptr : &member->value;
  }

  static std::vector<Glob> globs_of(const Value& object, const char* name) {
    std::vector<Glob> globs;
    if (const Value* list = find(object, name)) {
      for (const Value& pattern : list->GetArray()) globs.emplace_back(text_of(pattern));
    }
    return globs;
  }

  static OptionList options_of(const Value& object) {
    OptionList options;
    for (const char* name : {"revision", "unknown_members"}) {
      if (const Value* value = find(object, name)) {
        options.push_back({name, std::string(text_of(*value))});
      }
    }
    if (const Value* strict = find(object, "strict")) {
      options.push_back({"strict", strict->GetBool() ? "true" : "false"});
    }
    if (const Value* size = find(object, "max_body_bytes")) {
      const auto bytes = size->IsUint64() ? size->GetUint64()  // else as in `1e6`
                                          : static_cast<std::uint64_t>(size->GetDouble());
      options.push_back({"max_body_bytes", std::to_string(bytes)});
    }
    if (const Value* names = find(object, "secret_members")) {
      for (const Value& name : names->GetArray()) {
        options.push_back({"secret_member", std::string(text_of(name))});
      }
    }
    if (const Value* levels = find(object, "severities")) {
      for (const Value::Member& member : levels->GetObject()) {
        options.push_back({"severity", std::string(text_of(member.name)) + '=' +
                                           std::string(text_of(member.value))});
      }
    }
    return options;
  }
};

bool fits_any(const std::vector<Glob>& globs, std::string_view path) {
  return std::ranges::any_of(globs, [&](const Glob& glob) { return glob.matches(path); });
}

}  // namespace

bool Config::takes(std::string_view path) const {
  return (include.empty() || fits_any(include, path)) && !fits_any(exclude, path);
}

OptionList Config::options_for(std::string_view path) const {
  OptionList all = options;
  for (const Override& one : overrides) {
    if (fits_any(one.files, path)) all.insert(all.end(), one.options.begin(), one.options.end());
  }
  return all;
}

ConfigReader::ConfigReader() : engine_(build_engine()) {}

ConfigOutcome ConfigReader::read(const Source& source) {
  ConfigOutcome outcome;
  outcome.report = engine_.check(source, scratch_);
  if (outcome.report.verdict() != Verdict::accept) return outcome;
  input::DocumentMemory memory;
  input::Document document(memory);
  (void)document.read(source, engine_.options().limits, 0);  // it has been read before
  outcome.config = Extractor::config_of(document.root());
  return outcome;
}

}  // namespace admit::lint
