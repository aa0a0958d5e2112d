// render_sarif: a whole run -> a SARIF 2.1.0 log, for code scanning and viewers.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "report/run.h"
#include "report/unread_file.h"

namespace admit::report {

/// The page of a code, in Markdown: `# code`, a title, a head, and sections, the first of them
/// `## What`.
struct CodePage {
  std::string_view code;
  std::string_view text;
};

/// What a log says of the tool.
struct SarifTool {
  std::string_view version;
  std::span<const CodePage> pages;
};

/// The log on one line, with its line feed: a rule for each code that was reported, a result for
/// each violation, and a notification for what could not be read, for a document without a verdict
/// and for violations that are not shown. The same run always gives the same bytes.
///
/// Regions are lines and columns from 1, in code points, the end exclusive. Each result has the
/// partial fingerprint `pointerHash/v1`, which stays when lines move: the Fingerprint of URI, code,
/// pointer and, where there is one, the parameter `member`; then `:1`, or a higher number for
/// further results of the run with the same fingerprint.
[[nodiscard]] std::string render_sarif(const Run& run, std::span<const UnreadFile> unread,
                                       const SarifTool& tool);

}  // namespace admit::report
