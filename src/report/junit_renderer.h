// render_junit: a whole run -> a JUnit report in XML, as Jenkins and other CI servers read it.
#pragma once

#include <span>
#include <string>

#include "report/run.h"
#include "report/unread_file.h"

namespace admit::report {

/// A `testsuite` per file with a `testcase` per document: `failure` for each error, `error` where
/// there is no verdict, `system-out` for warnings and information. Documents of one file must stand
/// together. What could not be read is a suite of its own at the end, with an `error`. Nothing
/// depends on the clock: the same run always gives the same bytes.
///
/// What XML 1.0 has no way to write becomes an escape such as `\u0001`, bytes that are not UTF-8
/// `\xff`.
[[nodiscard]] std::string render_junit(const Run& run, std::span<const UnreadFile> unread);

}  // namespace admit::report
