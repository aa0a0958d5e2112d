// Arguments -> the command they name, parsed and run.
// Outside functions: run_command_line.
#include "cli/command_line.h"

#include <CLI/CLI.hpp>
#include <array>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "cli/argument.h"
#include "cli/check_command.h"
#include "cli/explain_command.h"
#include "cli/generate_command.h"
#include "cli/rules_command.h"
#include "cli/schema_command.h"
#include "cli/suggestion.h"
#include "format/quote.h"

namespace admit::cli {
namespace {

constexpr const char* kVersionLine = "admit " ADMIT_VERSION;

constexpr const char* kFooter = R"(`admit COMMAND --help` tells more about a command.

Examples:
  admit check manifests/
  admit check --format json - < request.json
  admit check --schema order.schema.json orders/
  admit explain service.namespace-required
)";

constexpr const char* kCommandsHint = "the commands are check, schema, rules and explain";

std::vector<std::string> option_names(const CLI::App& parser) {
  std::vector<std::string> names;
  for (const CLI::Option* option : parser.get_options()) {
    if (option->nonpositional()) names.push_back(option->get_name());
  }
  return names;
}

class CommandLine {
 public:
  explicit CommandLine(lint::Streams& streams) : streams_(streams) {
    app_.set_version_flag("--version", kVersionLine, "Print the version");
    app_.set_help_flag("--help", "Print help");
    app_.get_formatter()->label("SUBCOMMAND", "COMMAND");
    app_.get_formatter()->column_width(38);
    app_.footer(kFooter);
    app_.require_subcommand(1);
    commands_.push_back(std::make_unique<CheckCommand>(app_));
    commands_.push_back(std::make_unique<SchemaCommand>(app_));
    commands_.push_back(std::make_unique<RulesCommand>(app_));
    commands_.push_back(std::make_unique<ExplainCommand>(app_));
    for (const auto& command : commands_) command->parser().group("Commands");
    commands_.push_back(std::make_unique<GenerateCommand>(app_));
    commands_.back()->parser().group("");  // for those who make packages
  }

  ExitCode run(std::span<const char* const> arguments) {
    try {
      parse(arguments);
    } catch (const CLI::CallForHelp&) {
      streams_.out.write(app_.help());
      return ExitCode::clean;
    } catch (const CLI::CallForVersion&) {
      streams_.out.write(std::string(kVersionLine) + '\n');
      return ExitCode::clean;
    } catch (const CLI::ParseError& error) {
      return refuse(error);
    }
    return chosen()->run(streams_);
  }

 private:
  void parse(std::span<const char* const> arguments) {
    std::vector<std::string> words;
    for (std::size_t i = arguments.size(); i > 1; --i) words.push_back(shielded(arguments[i - 1]));
    app_.parse(std::move(words));  // takes the last word first
  }

  [[nodiscard]] const Command* chosen() const {
    for (const auto& command : commands_) {
      if (command->parser().parsed()) return command.get();
    }
    return nullptr;
  }

  ExitCode refuse(std::string_view message, std::string_view hint) {
    lint::print_error(streams_, message, hint);
    return ExitCode::usage;
  }

  // A word that nobody wanted says more than the complaint that something is missing.
  ExitCode refuse(const CLI::ParseError& error) {
    const Command* command = chosen();
    const CLI::App& parser =
        command != nullptr && app_.remaining().empty() ? command->parser() : app_;
    for (const std::string& word : parser.remaining()) {
      if (word != "--") return refuse_word(unshielded(word), parser);
    }
    if (command == nullptr) return refuse("no command", kCommandsHint);
    std::string message = error.what();
    if (error.get_exit_code() == static_cast<int>(CLI::ExitCodes::ArgumentMismatch)) {
      message = "option `" + message.substr(0, message.find(':')) + "` needs a value";
    }
    return refuse(message, help_hint(parser, "tells more"));
  }

  // An option or a command that there is not, or one word too many.
  ExitCode refuse_word(const std::string& word, const CLI::App& parser) {
    if (word.size() > 1 && word.starts_with('-'))
      return refuse_option(word.substr(0, word.find('=')), parser);
    if (chosen() != nullptr) {
      return refuse("unexpected argument " + format::quoted(word), help_hint(parser, "tells more"));
    }
    const std::array<std::string_view, 4> names = {"check", "schema", "rules", "explain"};
    const std::string nearest = suggestion(word, names);
    return refuse("unknown command " + format::quoted(word),
                  nearest.empty() ? kCommandsHint : nearest);
  }

  ExitCode refuse_option(const std::string& word, const CLI::App& parser) {
    const std::vector<std::string> names = option_names(parser);
    const std::string nearest =
        suggestion(word, std::vector<std::string_view>(names.begin(), names.end()));
    return refuse("unknown option " + format::quoted(word),
                  nearest.empty() ? help_hint(parser, "lists the options") : nearest);
  }

  [[nodiscard]] std::string help_hint(const CLI::App& parser, std::string_view what_it_does) const {
    const std::string command = &parser == &app_ ? "admit" : "admit " + parser.get_name();
    return ('`' + command + " --help` ").append(what_it_does);
  }

  lint::Streams& streams_;
  CLI::App app_{"Checks API requests against a schema and rules, and says what is wrong.", "admit"};
  std::vector<std::unique_ptr<Command>> commands_;
};

}  // namespace

ExitCode run_command_line(std::span<const char* const> arguments, lint::Streams& streams) {
  const ExitCode code = CommandLine(streams).run(arguments);
  if (streams.out.flush()) return code;
  lint::print_error(streams, "cannot write to standard output: " + streams.out.reason());
  return worse_of(code, ExitCode::failure);
}

}  // namespace admit::cli
