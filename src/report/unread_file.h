// UnreadFile: a file or folder that a run could not look at; for reports that must not pass over
// it.
#pragma once

#include <string>

namespace admit::report {

struct UnreadFile {
  std::string path;    ///< as the user named it, or as it was found
  std::string reason;  ///< in the words of the system
};

}  // namespace admit::report
