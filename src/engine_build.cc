// Engine::build: schema, rules and options -> EngineParts, or the BuildError that says why not.
#include <algorithm>
#include <exception>
#include <functional>
#include <new>
#include <optional>
#include <string>
#include <utility>

#include "admit/engine.h"
#include "engine_parts.h"
#include "prove/compile.h"
#include "prove/prove_by_default.h"
#include "rules/declared_rule.h"
#include "schema/build_plan.h"
#include "schema_judge.h"
#include "severity_table.h"
#include "text/escape.h"

namespace admit {
namespace {

BuildError rule_fault(const std::string& id, const std::string& message, std::string hint = "") {
  return {"build.rule", "the rule `" + id + "`: " + message, "", std::nullopt, std::move(hint)};
}

// Codes look like `family.name`: lower-case words of letters, digits and hyphens.
bool is_code_id(std::string_view id) {
  constexpr std::string_view kAllowed = "abcdefghijklmnopqrstuvwxyz0123456789-.";
  const std::size_t dot = id.find('.');
  return dot != std::string_view::npos && dot > 0 && dot + 1 < id.size() && !id.ends_with('.') &&
         id.find("..") == std::string_view::npos &&
         id.find_first_not_of(kAllowed) == std::string_view::npos;
}

bool is_of_engine(std::string_view id) {
  return id.starts_with("input.") || id.starts_with("schema.") || id.starts_with("yaml.") ||
         id.starts_with("lint.");
}

bool is_reserved(std::string_view id) {
  return is_of_engine(id) || id.starts_with("build.");
}

std::optional<BuildError> find_rule_fault(const RuleSet& rules) {
  for (const auto& rule : rules.rules()) {
    if (rule->codes().empty()) return rule_fault("?", "it declares no code");
    for (const CodeInfo& code : rule->codes()) {
      if (!is_code_id(code.id)) {
        return rule_fault(code.id, "its code is not of the form `family.name`",
                          "give it one, as in `.as(\"acme.region-required\")`");
      }
      if (is_reserved(code.id)) {
        return rule_fault(code.id,
                          "the families input, schema, yaml, lint and build belong to the engine",
                          "choose a family of your own");
      }
    }
    const auto* declared = dynamic_cast<const rules::DeclaredRule*>(rule.get());
    if (declared != nullptr && !declared->fault().empty()) {
      return rule_fault(rule->codes().front().id, declared->fault());
    }
  }
  return std::nullopt;
}

// Admit's own codes first, at the index of their enumerator; then those of the rules.
std::vector<EngineCode> collect_codes(const RuleSet& rules) {
  std::vector<EngineCode> codes;
  codes.reserve(code_rows().size());
  for (const CodeRow& row : code_rows()) codes.push_back({code_info(row.code), Severity::ignore});
  for (const auto& rule : rules.rules()) {
    for (const CodeInfo& code : rule->codes()) {
      const auto same = [&](const EngineCode& other) { return other.info.id == code.id; };
      const auto known = std::ranges::find_if(codes, same);
      if (known == codes.end()) {
        codes.push_back({code, Severity::ignore});
      } else if (known->info.source.empty()) {
        known->info.source = code.source;
      }
    }
  }
  return codes;
}

// The codes that the reader, the schema or one of the rules can raise.
std::vector<EngineCode> list_codes(const std::vector<EngineCode>& codes, const RuleSet& rules) {
  const auto is_declared = [&](const std::string& id) {
    return std::ranges::any_of(rules.rules(), [&](const auto& rule) {
      return std::ranges::any_of(rule->codes(),
                                 [&](const CodeInfo& code) { return code.id == id; });
    });
  };
  std::vector<EngineCode> listed;
  listed.reserve(codes.size());
  std::ranges::copy_if(codes, std::back_inserter(listed), [&](const EngineCode& code) {
    return is_of_engine(code.info.id) || is_declared(code.info.id);
  });
  return listed;
}

bool speaks_in(const CodeInfo& code, std::string_view revision) {
  if (revision.empty()) return true;
  return revision >= std::string_view(code.since) &&
         (code.until.empty() || revision < std::string_view(code.until));
}

// The rules with a code that is to be reported, each with its severities.
void activate_rules(EngineParts& parts, const SeverityTable& severities) {
  for (const auto& rule : parts.rules.rules()) {
    rules::ActiveRule active{rule.get(), {}};
    bool speaks = false;
    for (const CodeInfo& code : rule->codes()) {
      const auto known =
          std::ranges::find(parts.codes, code.id,
                            [](const EngineCode& c) -> const std::string& { return c.info.id; });
      Severity severity = Severity::ignore;
      if (speaks_in(code, parts.options.revision)) {
        severity = severities.resolve(code);
        known->severity = std::max(known->severity, severity);
      }
      if (severity < parts.options.report_from) severity = Severity::ignore;
      speaks = speaks || severity != Severity::ignore;
      active.codes.push_back(
          {code.id, static_cast<std::size_t>(known - parts.codes.begin()), severity});
    }
    if (speaks) parts.active_rules.push_back(std::move(active));
  }
}

void set_engine_severities(EngineParts& parts, const SeverityTable& severities) {
  for (const CodeRow& row : code_rows()) {
    EngineCode& code = parts.codes[static_cast<std::size_t>(row.code)];
    const bool of_engine = is_of_engine(row.id);
    if (of_engine) code.severity = severities.resolve(code.info);
    const bool reported = code.severity >= parts.options.report_from;
    parts.schema_severities.push_back(of_engine && reported ? code.severity : Severity::ignore);
  }
}

std::optional<BuildError> build_schema(std::string_view schema, bool is_judged,
                                       EngineParts& parts) {
  Options& options = parts.options;
  SchemaJudge judge;
  schema::PlanOptions plan_options{options.revision, options.limits.max_schema_depth,
                                   std::exchange(options.resolver, nullptr),
                                   options.relaxed_keywords, nullptr};
  if (!is_judged) plan_options.judge = std::ref(judge);
  auto built = schema::build_plan(schema, plan_options);
  if (!built) return std::move(built).error();
  parts.plan = std::move(built.value().plan);
  parts.warnings = std::move(built.value().warnings);
  return std::nullopt;
}

void build_program(EngineParts& parts) {
  auto compiled = prove::compile(parts.plan, parts.active_rules, parts.evaluate_options(),
                                 parts.options.limits);
  parts.proof.obstacles = std::move(compiled.obstacles);
  if (compiled.program == nullptr) return;
  parts.kernel = &prove::best_kernel();
  parts.proof.kernel = parts.kernel->name;
  if (prove::prove_by_default()) parts.program = std::move(compiled.program);
}

std::optional<BuildError> build_parts(std::string_view schema, bool is_judged, RuleSet rules,
                                      Options options, EngineParts& parts) {
  parts.options = std::move(options);
  Options& chosen = parts.options;
  chosen.unknown_members = chosen.unknown_members.value_or(UnknownMembers::ignore);
  chosen.null_is_absent = chosen.null_is_absent.value_or(false);
  if (chosen.limits.max_violations == 0) {
    return BuildError{"build.option", "`max_violations` is 0: a report could not say why", "",
                      std::nullopt, "set it to 1 at least"};
  }
  if (auto fault = find_rule_fault(rules)) return fault;
  parts.rules = std::move(rules);
  parts.codes = collect_codes(parts.rules);
  SeverityTable severities(chosen);
  if (!chosen.severities.empty()) {
    if (auto fault = severities.find_fault(list_codes(parts.codes, parts.rules))) return fault;
  }
  set_engine_severities(parts, severities);
  activate_rules(parts, severities);
  parts.listed_codes = list_codes(parts.codes, parts.rules);
  parts.secrets = text::SecretNames(chosen.secret_members);
  if (auto fault = build_schema(schema, is_judged, parts)) return fault;
  build_program(parts);
  return std::nullopt;
}

BuildError memory_fault() noexcept {
  BuildError fault;
  fault.code = "build.memory";  // short enough to need no allocation
  return fault;
}

}  // namespace

Result<Engine, BuildError> Engine::build(std::string_view schema, RuleSet rules,
                                         Options options) noexcept {
  return build(schema, false, std::move(rules), std::move(options));
}

Result<Engine, BuildError> Engine::build(std::string_view schema, bool is_judged, RuleSet rules,
                                         Options options) noexcept {
  try {
    auto parts = std::make_shared<Parts>();
    if (auto fault = build_parts(schema, is_judged, std::move(rules), std::move(options), *parts)) {
      // Codes, options and rules may hold anything, too.
      fault->message = text::printable(fault->message);
      fault->hint = text::printable(fault->hint);
      return std::move(*fault);
    }
    return Engine(std::move(parts));
  } catch (const std::bad_alloc&) {
    return memory_fault();
  } catch (const std::exception& error) {
    try {
      return BuildError{"build.internal", error.what(), "", std::nullopt, ""};
    } catch (...) {
      return memory_fault();
    }
  }
}

}  // namespace admit
