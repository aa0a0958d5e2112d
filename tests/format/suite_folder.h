// suite_folder: where the JSON Schema Test Suite has its cases of draft-07.
#pragma once

#include <filesystem>

namespace admit::test {

/// The folder `draft7` of the conformance data, else of Debian's package json-schema-test-suite;
/// empty where neither is there.
inline std::filesystem::path suite_folder() {
  const std::filesystem::path folders[] = {
#ifdef ADMIT_CONFORMANCE_DATA
      ADMIT_CONFORMANCE_DATA "/json-schema-test-suite/tests/draft7",
#endif
      "/usr/share/json-schema-test-suite/tests/draft7",
  };
  for (const std::filesystem::path& folder : folders) {
    if (std::filesystem::is_directory(folder)) return folder;
  }
  return {};
}

}  // namespace admit::test
