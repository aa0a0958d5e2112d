// `admit generate man|bash-completion`.
// Outside functions: GenerateCommand.
#include "cli/generate_command.h"

#include <CLI/CLI.hpp>
#include <array>

#include "cli/manual.h"
#include "cli/options.h"

namespace admit::cli {
namespace {

constexpr std::array<std::string_view, 2> kWhat = {"man", "bash-completion"};

}  // namespace

GenerateCommand::GenerateCommand(CLI::App& app)
    : Command(*app.add_subcommand("generate", "Print a file that is installed with admit")),
      app_(app) {
  add_value_option(parser(), "WHAT", " ", "man, or bash-completion",
                   [this](const std::string& word) { what_ = parse_choice("WHAT", word, kWhat); })
      .required();
}

ExitCode GenerateCommand::run(lint::Streams& streams) const {
  streams.out.write(what_ == 0 ? render_man_page(app_) : render_bash_completion(app_));
  return ExitCode::clean;
}

}  // namespace admit::cli
