// `admit explain CODE`: a code -> its page of docs/codes, which is part of the program.
// Outside functions: ExplainCommand.
#include "cli/explain_command.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <utility>
#include <vector>

#include "admit/codes.h"
#include "cli/options.h"
#include "cli/suggestion.h"
#include "embedded/code_pages.h"
#include "format/quote.h"

namespace admit::cli {
namespace {

constexpr const char* kFooter = R"(Examples:
  admit explain service.namespace-required
  admit rules    (lists the codes)
)";

// The page of `code`, or null; the pages are sorted by name.
const embedded::Page* find_page(std::string_view code) {
  const auto pages = embedded::code_pages();
  const auto page = std::ranges::lower_bound(pages, code, {}, &embedded::Page::name);
  return page != pages.end() && page->name == code ? &*page : nullptr;
}

std::string nearest_code(std::string_view word) {
  std::vector<std::string_view> ids;
  for (const CodeRow& row : code_rows()) ids.push_back(row.id);
  return suggestion(word, ids);
}

}  // namespace

ExplainCommand::ExplainCommand(CLI::App& app)
    : Command(*app.add_subcommand("explain", "Explain a code: what, why, and how to repair it")) {
  parser().footer(kFooter);
  add_value_option(parser(), "CODE", " ", "As printed in brackets behind a message",
                   [this](std::string word) { code_ = std::move(word); })
      .required();
}

ExitCode ExplainCommand::run(lint::Streams& streams) const {
  if (const embedded::Page* page = find_page(code_)) {
    streams.out.write(page->text);
    return ExitCode::clean;
  }
  if (find_code(code_) != nullptr) {
    lint::print_error(streams, "the page of " + format::quoted(code_) + " is missing");
    return ExitCode::failure;
  }
  const std::string nearest = nearest_code(code_);
  lint::print_error(streams, "unknown code " + format::quoted(code_),
                    nearest.empty() ? "`admit rules` lists the codes" : nearest);
  return ExitCode::usage;
}

}  // namespace admit::cli
