// Writes documents as lines of JSON. See jsonl_renderer.h.
#include "report/jsonl_renderer.h"

#include "report/json_document_writer.h"

namespace admit::report {

std::string render_jsonl(const CheckedDocument& document) {
  JsonDocumentWriter writer;
  writer.write(document);
  return writer.take() + '\n';
}

}  // namespace admit::report
