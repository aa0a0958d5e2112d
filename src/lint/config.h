// Config: what `admit.yaml` says of the files below its folder.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "admit/engine.h"
#include "lint/glob.h"
#include "lint/option_list.h"
#include "report/run.h"

namespace admit::lint {

/// The name that a configuration is looked for under.
inline constexpr std::string_view kConfigName = "admit.yaml";

class Config {
 public:
  /// Settings for some of the files.
  struct Override {
    std::vector<Glob> files;
    OptionList options;
  };

  /// Whether a file that was found in a folder is checked. `path`: below the config's folder.
  [[nodiscard]] bool takes(std::string_view path) const;

  /// The options for a file; of several that set the same, a later one counts more.
  [[nodiscard]] OptionList options_for(std::string_view path) const;

  OptionList options;
  std::vector<Glob> include;
  std::vector<Glob> exclude;
  std::vector<Override> overrides;
};

/// What a text that is meant to be a configuration came to: a Config, and a report with warnings
/// perhaps, or a report that says why there is none.
struct ConfigOutcome {
  std::optional<Config> config;
  Report report;
};

/// Reads configurations. Judges them by their schema (schemas/config.schema.json) with an engine as
/// any other document, and by a rule that knows the codes.
class ConfigReader {
 public:
  ConfigReader();

  /// Reads one YAML document.
  [[nodiscard]] ConfigOutcome read(const Source& source);

 private:
  Engine engine_;
  Scratch scratch_;
};

}  // namespace admit::lint
