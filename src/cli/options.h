// The options that several commands share, each read into what the library understands.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "admit/engine.h"
#include "cli/exit_code.h"
#include "lint/option_list.h"
#include "lint/streams.h"

namespace CLI {
class App;
class Option;
}  // namespace CLI

namespace admit::cli {

/// What `admit check` can print; the other commands print the first two.
enum class Format : std::uint8_t { text, json, jsonl, sarif, junit, github, gcc, problem };

/// Options for an engine that lints: it also looks for what is merely information.
Options linter_options();

/// Adds --format, with every format.
void add_format_option(CLI::App& parser, Format& format);

/// Adds --format for a command that prints text or JSON alone.
void add_plain_format_option(CLI::App& parser, Format& format);

/// Add one option each.
CLI::Option& add_strict_option(CLI::App& parser, lint::OptionList& options);
CLI::Option& add_revision_option(CLI::App& parser, lint::OptionList& options);
CLI::Option& add_unknown_members_option(CLI::App& parser, lint::OptionList& options);

/// Adds --strict, --severity and --revision: what a code means.
void add_severity_options(CLI::App& parser, lint::OptionList& options);

/// Adds --unknown-members, --max-body-bytes and --max-work: how a document is read.
void add_document_options(CLI::App& parser, lint::OptionList& options);

/// Adds an option with one value, which `read` gets as the user wrote it; given twice, the last
/// counts. `read` throws CLI::ValidationError.
CLI::Option& add_value_option(CLI::App& parser, const std::string& name, const std::string& value,
                              const std::string& description,
                              std::function<void(std::string)> read);

/// The position of `word` in `choices`. Throws CLI::ValidationError, naming them all.
std::size_t parse_choice(const std::string& option, std::string_view word,
                         std::span<const std::string_view> choices);

/// A decimal number from 1 to `most`. Throws CLI::ValidationError.
std::size_t parse_count(const std::string& option, const std::string& word, std::size_t most);

/// The engine for requests that `options` ask for; nothing, and an error message, where there is
/// none.
struct EngineOrExit {
  std::optional<Engine> engine;
  ExitCode code = ExitCode::clean;
};
EngineOrExit build_engine(const Options& options, lint::Streams& streams);

/// Tells a fault of options, or of admit itself, and what it means to the caller.
ExitCode print_fault(const BuildError& error, lint::Streams& streams);

}  // namespace admit::cli
