// Words of the command line -> Options.
// Outside functions: linter_options, add_..._option(s), parse_choice, build_engine, print_fault.
#include "cli/options.h"

#include <CLI/CLI.hpp>
#include <array>
#include <charconv>
#include <utility>

#include "admit/create_service.h"
#include "cli/argument.h"
#include "format/quote.h"
#include "named_options.h"

namespace admit::cli {
namespace {

// In the order of Format.
constexpr std::array<std::string_view, 8> kFormats = {"text",  "json",   "jsonl", "sarif",
                                                      "junit", "github", "gcc",   "problem"};
constexpr std::span<const std::string_view> kPlainFormats = std::span(kFormats).first(2);

// Notes the option of the library that `option` of the command line stands for.
void set(lint::OptionList& options, const std::string& option, const std::string& name,
         const std::string& value) {
  Options scratch;
  if (const auto fault = set_option(scratch, name, value)) {
    throw CLI::ValidationError(option, fault->message);
  }
  options.push_back({name, value});
}

}  // namespace

Options linter_options() {
  return {.report_from = Severity::info};
}

CLI::Option& add_value_option(CLI::App& parser, const std::string& name, const std::string& value,
                              const std::string& description,
                              std::function<void(std::string)> read) {
  const CLI::callback_t read_all = [read = std::move(read)](const CLI::results_t& words) {
    for (const std::string& word : words) read(unshielded(word));
    return true;
  };
  CLI::Option* option = parser.add_option(name, read_all, description);
  option->type_size(1)->expected(1)->allow_extra_args(false)->option_text(value);
  return *option->multi_option_policy(CLI::MultiOptionPolicy::TakeLast);
}

std::size_t parse_choice(const std::string& option, std::string_view word,
                         std::span<const std::string_view> choices) {
  std::string list;
  for (std::size_t i = 0; i < choices.size(); ++i) {
    if (word == choices[i]) return i;
    (list += i == 0 ? "" : ", ") += choices[i];
  }
  throw CLI::ValidationError(option, format::quoted(word) + " is none of " + list);
}

void add_format_option(CLI::App& parser, Format& format) {
  add_value_option(parser, "--format", "FORMAT",
                   "How to print: text, json, jsonl, sarif, junit, github,\n"
                   "gcc or problem (default: text)",
                   [&format](const std::string& word) {
                     format = static_cast<Format>(parse_choice("--format", word, kFormats));
                   });
}

void add_plain_format_option(CLI::App& parser, Format& format) {
  add_value_option(parser, "--format", "text|json", "How to print (default: text)",
                   [&format](const std::string& word) {
                     format = static_cast<Format>(parse_choice("--format", word, kPlainFormats));
                   });
}

CLI::Option& add_strict_option(CLI::App& parser, lint::OptionList& options) {
  return *parser.add_flag_callback(
      "--strict",
      [&options] {
        options.push_back({"strict", "true"});
      },
      "Make errors of the warnings that are marked for it");
}

CLI::Option& add_revision_option(CLI::App& parser, lint::OptionList& options) {
  return add_value_option(
      parser, "--revision", "R", "Revision of the API, as in 2026-02-05\n(default: the newest)",
      [&options](const std::string& word) { set(options, "--revision", "revision", word); });
}

CLI::Option& add_unknown_members_option(CLI::App& parser, lint::OptionList& options) {
  return add_value_option(parser, "--unknown-members", "warn|deny|ignore",
                          "What a member that the schema does not know is\n"
                          "(default: warn; ignore with --schema, --response)",
                          [&options](const std::string& word) {
                            set(options, "--unknown-members", "unknown_members", word);
                          });
}

void add_severity_options(CLI::App& parser, lint::OptionList& options) {
  add_strict_option(parser, options);
  add_value_option(
      parser, "--severity", "CODE=LEVEL",
      "Level of a code, or of a family as in endpoint.*:\n"
      "error, warning, info or ignore; may be repeated",
      [&options](const std::string& word) { set(options, "--severity", "severity", word); })
      .multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
  add_revision_option(parser, options);
}

void add_document_options(CLI::App& parser, lint::OptionList& options) {
  add_unknown_members_option(parser, options);
  add_value_option(parser, "--max-body-bytes", "N", "Largest document (default: 1048576)",
                   [&options](const std::string& word) {
                     set(options, "--max-body-bytes", "max_body_bytes", word);
                   });
  add_value_option(
      parser, "--max-work", "N", "Most steps of checking one document\n(default: 50000000)",
      [&options](const std::string& word) { set(options, "--max-work", "max_work", word); });
}

std::size_t parse_count(const std::string& option, const std::string& word, std::size_t most) {
  std::size_t count = 0;
  const char* end = word.data() + word.size();
  const auto [stop, error] = std::from_chars(word.data(), end, count);
  if (error != std::errc() || stop != end || count == 0 || count > most) {
    throw CLI::ValidationError(
        option, format::quoted(word) + " is not a number from 1 to " + std::to_string(most));
  }
  return count;
}

EngineOrExit build_engine(const Options& options, lint::Streams& streams) {
  Result<Engine, BuildError> built = create_service_engine(options);
  if (built) return {.engine = std::move(built).value()};
  return {.engine = {}, .code = print_fault(built.error(), streams)};
}

ExitCode print_fault(const BuildError& error, lint::Streams& streams) {
  lint::print_error(streams, error.message + " [" + error.code + ']', error.hint);
  return error.code == "build.option" ? ExitCode::usage : ExitCode::failure;
}

}  // namespace admit::cli
