// The manual page and the bash completion, made of the table of options.
#pragma once

#include <string>

namespace CLI {
class App;
}

namespace admit::cli {

/// A manual page of section 1, in the language of man(7).
std::string render_man_page(const CLI::App& app);

/// A script for bash that completes commands, options, their values, and files.
std::string render_bash_completion(const CLI::App& app);

}  // namespace admit::cli
