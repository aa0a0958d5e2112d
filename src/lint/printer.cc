// Checked documents -> text or JSON on a stream.
// Outside functions: TextPrinter, JsonPrinter.
#include "lint/printer.h"

#include <utility>

#include "input/secrets.h"
#include "report/json_renderer.h"
#include "report/text_renderer.h"

namespace admit::lint {

void Printer::on_unreadable(const Unreadable& what) {
  print_error(streams_, "cannot read `" + what.path + "`: " + what.reason);
}

TextPrinter::TextPrinter(Streams& streams, const std::vector<std::string>& secret_members)
    : Printer(streams), secret_names_(secret_members) {}

bool TextPrinter::on_document(report::CheckedDocument document, const Source& source) {
  if (document.report.verdict() == Verdict::accept && document.report.violations().empty()) {
    return !streams_.out.has_failed();
  }
  const std::vector<text::Span> secrets = input::find_secrets(source, secret_names_);
  return streams_.out.write(
      report::render_text(document, source, secrets, {.colour = streams_.colour}));
}

void TextPrinter::finish(const report::Summary& summary) {
  streams_.out.write(report::render_summary(summary));
}

JsonPrinter::JsonPrinter(Streams& streams, std::string revision) : Printer(streams) {
  run_.revision = std::move(revision);
}

bool JsonPrinter::on_document(report::CheckedDocument document, const Source&) {
  run_.documents.push_back(std::move(document));
  return true;
}

void JsonPrinter::finish(const report::Summary& summary) {
  run_.summary = summary;
  streams_.out.write(report::render_json(run_, ADMIT_VERSION));
}

}  // namespace admit::lint
