// JsonDocumentWriter: a checked document -> the object that JSON reports have of it.
#pragma once

#include "report/json_writer.h"
#include "report/run.h"

namespace admit::report {

/// Writes what schemas/report.schema.json calls a `document`. What does not apply is left out.
class JsonDocumentWriter : protected JsonWriter {
 public:
  using JsonWriter::take;

  void write(const CheckedDocument& document);

 protected:
  template <class List>
  void write_list(const List& list) {
    start_array();
    for (const auto& item : list) write(item);
    end_array();
  }

 private:
  void write(const Violation& violation);
  void write(const Range& range);
  void write(const Position& position);
  void write(const Related& related);
  void write_params(const Violation& violation);
};

}  // namespace admit::report
