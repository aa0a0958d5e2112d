// Harness: any bytes as admit.yaml. They make a configuration exactly where their report accepts
// them, and the same one again; every option in it is one that engines take, and the engine for a
// file can be built; asking for paths changes nothing.
#include <admit/create_service.h>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "lint/config.h"
#include "named_options.h"
#include "promise.h"
#include "report_promises.h"

namespace {

using admit::Report;
using admit::Source;
using admit::fuzz::promise;
using admit::lint::Config;
using admit::lint::ConfigOutcome;
using admit::lint::OptionList;
using admit::lint::OptionSetting;

constexpr std::string_view kPaths[] = {"a.json", "deploy/a.yaml", "deploy/legacy/x/b.json",
                                       "gen/\xC3\xA4 b.json", ""};

std::string text_of(const OptionList& options) {
  std::string all;
  for (const OptionSetting& one : options) all += one.name + '=' + one.value + '\n';
  return all;
}

void check_options(const OptionList& list) {
  admit::Options options;
  for (const OptionSetting& one : list) {
    promise(!set_option(options, one.name, one.value), "options of a configuration are options",
            one.name + '=' + one.value);
  }
  promise(create_service_engine(options).has_value(), "options of a configuration make an engine",
          text_of(list));
}

void check_config(const Config& config, const Config& again) {
  std::string last;
  for (const std::string_view path : kPaths) {
    promise(config.takes(path) == again.takes(path), "the same configuration takes the same files");
    const OptionList list = config.options_for(path);
    const std::string text = text_of(list);
    promise(text == text_of(again.options_for(path)),
            "the same configuration has the same options");
    promise(text.starts_with(text_of(config.options)), "overrides come after what they override");
    if (text != last || path == kPaths[0]) check_options(list);
    last = text;
  }
}

void check_places(const Report& report, const Source& source) {
  for (const admit::Violation& violation : report.violations()) {
    promise(violation.range.start.offset <= violation.range.end.offset &&
                violation.range.end.offset <= source.text.size(),
            "a range lies within the text", violation.code);
    promise(!violation.message().empty(), "every violation has a message", violation.code);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static admit::lint::ConfigReader reader;
  const Source source(std::string_view(reinterpret_cast<const char*>(data), size),
                      admit::Syntax::yaml);
  const ConfigOutcome outcome = reader.read(source);
  const ConfigOutcome again = reader.read(source);
  promise(outcome.report.verdict() != admit::Verdict::undecided, "a verdict is reached");
  promise(outcome.config.has_value() == (outcome.report.verdict() == admit::Verdict::accept),
          "there is a configuration exactly where the report accepts");
  admit::fuzz::check_same(outcome.report, again.report);
  check_places(outcome.report, source);
  if (outcome.config) check_config(*outcome.config, *again.config);
  return 0;
}
