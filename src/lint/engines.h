// Engines: options -> engine, each kind made once.
#pragma once

#include <functional>
#include <map>
#include <span>
#include <string>
#include <vector>

#include "admit/engine.h"
#include "admit/result.h"
#include "lint/option_list.h"

namespace admit::lint {

/// `options` with every code of `codes` ignored that is not among `selected` (codes and families)
/// and that can be. A BuildError for a name that is no code.
Result<Options, BuildError> narrowed(Options options, std::span<const EngineCode> codes,
                                     const std::vector<std::string>& selected);

class Engines {
 public:
  /// Makes an engine of options.
  using Build = std::function<Result<Engine, BuildError>(const Options&)>;

  /// `base`: what every engine starts from. `chosen`: what the user said for this run; it counts
  /// more than any configuration. `selected`: codes and families; where there are some, all others
  /// whose severity can be changed are ignored.
  Engines(Build build, Options base, OptionList chosen, std::vector<std::string> selected = {})
      : build_(std::move(build)),
        base_(std::move(base)),
        chosen_(std::move(chosen)),
        selected_(std::move(selected)) {}

  /// The engine for what a configuration says; it lives as long as this object.
  Result<const Engine*, BuildError> find(const OptionList& configured);

 private:
  Result<Engine, BuildError> make(const OptionList& configured) const;

  Build build_;
  Options base_;
  OptionList chosen_;
  std::vector<std::string> selected_;
  std::map<std::string, Engine> engines_;  ///< by their options
};

}  // namespace admit::lint
