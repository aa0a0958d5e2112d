// Files of tests/data -> cases; options text -> Options; reports -> text.
#include "engine/cases.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <sstream>
#include <stdexcept>

#include "admit/create_service.h"
#include "input/secrets.h"
#include "named_options.h"
#include "report/json_renderer.h"
#include "report/suppressions.h"
#include "report/text_renderer.h"
#include "text/mask.h"

namespace admit::test {
namespace {

namespace fs = std::filesystem;

std::string read_if_there(const fs::path& path) {
  return fs::exists(path) ? read_bytes(path) : std::string();
}

Case load_case(const fs::path& path) {
  const auto beside = [&](const char* ending) { return fs::path(path).replace_extension(ending); };
  return {path, path.filename().string(), read_bytes(path), read_if_there(beside(".options")),
          read_if_there(beside(".schema.json"))};
}

std::string describe(const Violation& violation) {
  std::string line(to_string(violation.severity));
  line += ' ' + violation.code + ' ' + violation.pointer;
  const ParamValue* param = violation.param("member");
  const auto* member = param == nullptr ? nullptr : std::get_if<std::string>(param);
  if (member != nullptr && !violation.pointer.ends_with('/' + *member)) line += " - " + *member;
  return line;
}

std::vector<Case> load_cases_in(const std::string& folder, std::string_view suffix) {
  std::vector<Case> cases;
  for (const auto& entry : fs::directory_iterator(fs::path(ADMIT_TEST_DATA) / folder)) {
    const std::string name = entry.path().filename().string();
    if (!name.ends_with(suffix) || name.ends_with(".schema.json")) continue;
    cases.push_back(load_case(entry.path()));
  }
  std::ranges::sort(cases, {}, &Case::name);
  return cases;
}

}  // namespace

std::string read_bytes(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) throw std::runtime_error("cannot read " + path.string());
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

std::vector<Case> load_cases(const std::string& folder) {
  return load_cases_in(folder, ".json");
}

std::vector<Case> load_yaml_cases(const std::string& folder) {
  return load_cases_in(folder, ".yaml");
}

std::vector<Source> sources_of(const Case& request, const Engine& engine) {
  if (!request.name.ends_with(".yaml")) return {Source(request.body)};
  return split_yaml(request.body, engine.options().limits.max_documents);
}

Report lint(const Engine& engine, const Source& source, Scratch& scratch) {
  return report::apply_suppressions(engine.check(source, scratch), source, engine.codes(),
                                    engine.options().limits);
}

std::vector<Case> load_all_cases() {
  std::vector<Case> cases = load_cases("ok");
  std::ranges::move(load_cases("err"), std::back_inserter(cases));
  return cases;
}

Options parse_options(std::string_view text) {
  Options options;
  std::istringstream words{std::string(text)};
  for (std::string word; words >> word;) {
    const std::size_t equals = word.find('=');
    if (equals == std::string::npos) throw std::runtime_error("no name=value: " + word);
    if (const auto fault = set_option(options, word.substr(0, equals), word.substr(equals + 1))) {
      throw std::runtime_error(word + ": " + fault->message);
    }
  }
  return options;
}

Engine build_engine(Options options, std::string_view schema) {
  auto built = schema.empty() ? create_service_engine(std::move(options))
                              : Engine::build(schema, RuleSet(), std::move(options));
  if (!built) throw std::runtime_error(built.error().code + ": " + built.error().message);
  return std::move(built).value();
}

Engine build_engine(const Case& request) {
  return build_engine(parse_options(request.options), request.schema);
}

std::vector<std::string> list_violations(const Report& report) {
  std::vector<std::string> lines;
  for (const Violation& violation : report.violations()) lines.push_back(describe(violation));
  return lines;
}

std::string text_report(const Engine& engine, const Source& source, const Report& report,
                        const std::string& file) {
  const text::SecretNames names(engine.options().secret_members);
  return report::render_text({.file = file, .report = report}, source,
                             input::find_secrets(source, names), {.colour = false});
}

std::string json_report(const Engine& engine, const Report& report, const std::string& file) {
  report::Run run{.revision = engine.options().revision};
  run.summary.add(report);
  run.documents.push_back({.file = file, .report = report});
  return report::render_json(run, ADMIT_VERSION);
}

std::string whole_report(const Engine& engine, std::string_view body, const Report& report) {
  return text_report(engine, body, report, "a.json") + json_report(engine, report, "a.json");
}

}  // namespace admit::test
