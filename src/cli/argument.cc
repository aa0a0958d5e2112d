// An argument <-> the form in which the parser leaves it alone.
// Outside functions: shielded, unshielded.
#include "cli/argument.h"

namespace admit::cli {
namespace {

constexpr char kShield = '\x01';

}  // namespace

std::string shielded(std::string argument) {
  const bool is_special = argument.starts_with('[') || argument.starts_with(kShield);
  if (is_special || argument == "++") argument.insert(argument.begin(), kShield);
  return argument;
}

std::string unshielded(std::string argument) {
  if (argument.starts_with(kShield)) argument.erase(argument.begin());
  return argument;
}

}  // namespace admit::cli
