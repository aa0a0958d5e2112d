// Writes the JSON report. See json_renderer.h.
#include "report/json_renderer.h"

#include "report/json_document_writer.h"

namespace admit::report {
namespace {

class RunWriter : private JsonDocumentWriter {
 public:
  using JsonDocumentWriter::take;

  void write(const Run& run, std::string_view version) {
    start_object();
    member("report_version", std::size_t{1});
    key("tool");
    start_object();
    member("name", "admit");
    member("version", version);
    end_object();
    member("revision", run.revision);
    key("summary");
    write(run.summary);
    key("documents");
    write_list(run.documents);
    end_object();
  }

 private:
  void write(const Summary& summary) {
    start_object();
    member("documents", summary.documents);
    member("accepted", summary.accepted);
    member("rejected", summary.rejected);
    member("undecided", summary.undecided);
    member("skipped", summary.skipped);
    member("errors", summary.errors);
    member("warnings", summary.warnings);
    end_object();
  }
};

}  // namespace

std::string render_json(const Run& run, std::string_view version) {
  RunWriter writer;
  writer.write(run, version);
  return writer.take() + '\n';
}

}  // namespace admit::report
