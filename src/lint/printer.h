// Printers: listeners that turn what a run finds into text or JSON on standard output.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "lint/listener.h"
#include "lint/streams.h"
#include "text/mask.h"

namespace admit::lint {

/// What both formats share: what cannot be read is an error message at once.
class Printer : public Listener {
 public:
  explicit Printer(Streams& streams) noexcept : streams_(streams) {}

  void on_unreadable(const Unreadable& what) override;

  /// Writes what comes after the last document.
  virtual void finish(const report::Summary& summary) = 0;

 protected:
  Streams& streams_;
};

/// Prints each document as soon as it is there, and a summary line at the end.
class TextPrinter final : public Printer {
 public:
  /// `secret_members`: names whose values are masked in quoted lines, beside the built-in ones.
  TextPrinter(Streams& streams, const std::vector<std::string>& secret_members);

  bool on_document(report::CheckedDocument document, const Source& source) override;
  void finish(const report::Summary& summary) override;

 private:
  text::SecretNames secret_names_;
};

/// Collects the documents and prints them as one JSON report at the end.
class JsonPrinter final : public Printer {
 public:
  JsonPrinter(Streams& streams, std::string revision);

  bool on_document(report::CheckedDocument document, const Source& source) override;
  void finish(const report::Summary& summary) override;

 private:
  report::Run run_;
};

}  // namespace admit::lint
