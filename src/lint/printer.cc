// Checked documents -> text, JSON, XML on a stream.
// Outside functions: TextPrinter, LinePrinter, JsonPrinter, JunitPrinter, SarifPrinter.
#include "lint/printer.h"

#include <utility>

#include "input/secrets.h"
#include "report/json_renderer.h"
#include "report/junit_renderer.h"
#include "report/text_renderer.h"

namespace admit::lint {

void Printer::on_unreadable(const Unreadable& what) {
  print_error(streams_, "cannot read `" + what.path + "`: " + what.reason);
}

TextPrinter::TextPrinter(Streams& streams, const std::vector<std::string>& secret_members,
                         TextExtent extent)
    : Printer(streams), secret_names_(secret_members), extent_(extent) {}

bool TextPrinter::on_document(report::CheckedDocument document, const Source& source) {
  if (document.report.verdict() == Verdict::accept && document.report.violations().empty()) {
    return !streams_.out.has_failed();
  }
  if (extent_.has_statistics) statistics_.add(document.report);
  const std::vector<text::Span> secrets = input::find_secrets(source, secret_names_);
  return streams_.out.write(
      report::render_text(document, source, secrets, {.colour = streams_.colour}));
}

void TextPrinter::finish(const report::Summary& summary) {
  streams_.out.write(statistics_.render());
  if (extent_.has_summary) streams_.out.write(report::render_summary(summary));
}

bool LinePrinter::on_document(report::CheckedDocument document, const Source&) {
  return streams_.out.write(render_(document));
}

void LinePrinter::finish(const report::Summary&) {}

RunPrinter::RunPrinter(Streams& streams, std::string revision)
    : Printer(streams), run_{.revision = std::move(revision)} {}

bool RunPrinter::on_document(report::CheckedDocument document, const Source&) {
  run_.documents.push_back(std::move(document));
  return true;
}

void RunPrinter::on_unreadable(const Unreadable& what) {
  Printer::on_unreadable(what);
  unread_.push_back({.path = what.path, .reason = what.reason});
}

void RunPrinter::finish(const report::Summary& summary) {
  run_.summary = summary;
  streams_.out.write(render(run_, unread_));
}

std::string JsonPrinter::render(const report::Run& run, std::span<const report::UnreadFile>) const {
  return report::render_json(run, ADMIT_VERSION);
}

std::string JunitPrinter::render(const report::Run& run,
                                 std::span<const report::UnreadFile> unread) const {
  return report::render_junit(run, unread);
}

SarifPrinter::SarifPrinter(Streams& streams, std::vector<report::CodePage> pages)
    : RunPrinter(streams), pages_(std::move(pages)) {}

std::string SarifPrinter::render(const report::Run& run,
                                 std::span<const report::UnreadFile> unread) const {
  return report::render_sarif(run, unread, {.version = ADMIT_VERSION, .pages = pages_});
}

}  // namespace admit::lint
