// SampleRun: a fixed run of the linter, with all that a format may stumble over, in every format.
#pragma once

#include <string>
#include <vector>

#include "report/run.h"
#include "report/sarif_renderer.h"
#include "report/unread_file.h"

namespace admit::test {

struct SampleRun {
  report::Run run;
  std::vector<report::UnreadFile> unread;
  std::string text;  ///< the text reports: they alone need the documents themselves
};

/// Cases of tests/data in both syntaxes, one a stream; then made-up reports whose names and
/// messages have markup, line ends, control characters and bytes that are no UTF-8.
SampleRun make_sample_run();

/// A file name that means something to every format: spaces, quotes, markup, `]]>`, `%`, `,`, `:`,
/// a line end, a control character, a letter beyond ASCII, a byte that is no UTF-8.
std::string nasty_name();

/// The run in one format.
struct Rendered {
  std::string file;  ///< below tests/data/formats
  std::string bytes;
};

/// The run in every format.
std::vector<Rendered> render_all(const SampleRun& sample);

}  // namespace admit::test
