// CLI::App -> manual page, completion script.
// Outside functions: render_man_page, render_bash_completion.
#include "cli/manual.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <string_view>
#include <vector>

namespace admit::cli {
namespace {

std::vector<const CLI::App*> commands_of(const CLI::App& app) {
  const auto is_shown = [](const CLI::App* one) { return !one->get_group().empty(); };
  return app.get_subcommands([&](const CLI::App* one) { return is_shown(one); });
}

// Text as man(7) shows it: no escapes of its own, no requests at the start of a line.
std::string plain(std::string_view text) {
  std::string out;
  bool at_start = true;
  for (const char c : text) {
    if (at_start && (c == '.' || c == '\'')) out += "\\&";
    out += c == '\\' ? "\\e" : c == '-' ? "\\-" : std::string(1, c);
    at_start = c == '\n';
  }
  return out;
}

// Descriptions break their lines for --help.
std::string one_line(std::string text) {
  std::ranges::replace(text, '\n', ' ');
  return text;
}

std::string option_term(const CLI::Option& option) {
  std::string term = "\\fB" + plain(option.get_name(false, true)) + "\\fR";
  const std::string& value = option.get_option_text();
  if (option.get_items_expected_max() > 0 && !value.empty() && value != " ") {
    term += " \\fI" + plain(value) + "\\fR";
  }
  return term;
}

void write_options(const CLI::App& command, std::string& out) {
  for (const CLI::Option* option : command.get_options()) {
    out += ".TP\n" + option_term(*option) + '\n';
    out += plain(one_line(option->get_description())) + '\n';
  }
}

// The values that an option takes, where its table row lists them.
std::vector<std::string> values_of(const CLI::Option& option) {
  const std::string& text = option.get_option_text();
  if (text.find('|') == std::string::npos) return {};
  return CLI::detail::split(text, '|');
}

std::string names_of(const CLI::App& command) {
  std::string names;
  for (const CLI::Option* option : command.get_options()) {
    for (const std::string& name : option->get_lnames()) names += " --" + name;
  }
  return names.empty() ? names : names.substr(1);
}

void write_values(const CLI::App& command, std::string& out) {
  for (const CLI::Option* option : command.get_options()) {
    const std::vector<std::string> values = values_of(*option);
    if (values.empty()) continue;
    out += "    " + command.get_name() + ":--" + option->get_lnames().front() + ") words='" +
           CLI::detail::join(values, " ") + "' ;;\n";
  }
}

}  // namespace

std::string render_man_page(const CLI::App& app) {
  std::string out = ".TH ADMIT 1 \"\" \"admit " ADMIT_VERSION "\" \"User Commands\"\n";
  out += ".SH NAME\nadmit \\- check API requests and say what is wrong with them\n";
  out += ".SH SYNOPSIS\n";
  for (const CLI::App* command : commands_of(app)) {
    out += ".B admit " + plain(command->get_name()) + "\n[\\fIOPTIONS\\fR] ...\n.br\n";
  }
  out += ".SH DESCRIPTION\n" + plain(app.get_description()) + '\n';
  for (const CLI::App* command : commands_of(app)) {
    out +=
        ".SH \"ADMIT " + command->get_name() + "\"\n" + plain(command->get_description()) + ".\n";
    write_options(*command, out);
    out += ".PP\n.nf\n" + plain(command->get_footer()) + "\n.fi\n";
  }
  return out;
}

std::string render_bash_completion(const CLI::App& app) {
  std::string commands;
  std::string options;
  std::string values;
  for (const CLI::App* command : commands_of(app)) {
    commands += (commands.empty() ? "" : " ") + command->get_name();
    options += "      " + command->get_name() + ") words='" + names_of(*command) + "' ;;\n";
    write_values(*command, values);
  }
  return R"(# bash completion for admit; made by `admit generate bash-completion`.
_admit() {
  local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD - 1]} words=
  if ((COMP_CWORD == 1)); then
    mapfile -t COMPREPLY < <(compgen -W ')" +
         commands + R"( --help --version' -- "$current")
    return
  fi
  case ${COMP_WORDS[1]}:$previous in
)" + values +
         R"(  esac
  if [[ -z $words && $current == -* ]]; then
    case ${COMP_WORDS[1]} in
)" + options +
         R"(    esac
  fi
  if [[ -n $words ]]; then
    mapfile -t COMPREPLY < <(compgen -W "$words" -- "$current")
  else
    compopt -o filenames
    mapfile -t COMPREPLY < <(compgen -f -- "$current")
  fi
}
complete -F _admit admit
)";
}

}  // namespace admit::cli
