// Printers: listeners that turn what a run finds into one of the formats, on standard output.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "lint/listener.h"
#include "lint/streams.h"
#include "report/sarif_renderer.h"
#include "report/statistics.h"
#include "report/unread_file.h"
#include "text/mask.h"

namespace admit::lint {

/// What all formats share: what cannot be read is an error message at once.
class Printer : public Listener {
 public:
  explicit Printer(Streams& streams) noexcept : streams_(streams) {}

  void on_unreadable(const Unreadable& what) override;

  /// Writes what comes after the last document.
  virtual void finish(const report::Summary& summary) = 0;

 protected:
  Streams& streams_;
};

/// What TextPrinter says beside the findings.
struct TextExtent {
  bool has_summary = true;      ///< a line at the end
  bool has_statistics = false;  ///< how often each code was found, before it
};

/// Prints each document as soon as it is there, and a summary at the end.
class TextPrinter final : public Printer {
 public:
  /// `secret_members`: names whose values are masked in quoted lines, beside the built-in ones.
  TextPrinter(Streams& streams, const std::vector<std::string>& secret_members,
              TextExtent extent = {});

  bool on_document(report::CheckedDocument document, const Source& source) override;
  void finish(const report::Summary& summary) override;

 private:
  text::SecretNames secret_names_;
  TextExtent extent_;
  report::Statistics statistics_;
};

/// Prints the lines of each document as soon as it is there, and nothing else.
class LinePrinter final : public Printer {
 public:
  /// A document to the lines on it; empty where nothing is to be said.
  using Render = std::string (*)(const report::CheckedDocument& document);

  LinePrinter(Streams& streams, Render render) noexcept : Printer(streams), render_(render) {}

  bool on_document(report::CheckedDocument document, const Source& source) override;
  void finish(const report::Summary& summary) override;

 private:
  Render render_;
};

/// Collects the documents, and prints one report on them all at the end.
class RunPrinter : public Printer {
 public:
  explicit RunPrinter(Streams& streams, std::string revision = {});

  bool on_document(report::CheckedDocument document, const Source& source) override;
  void on_unreadable(const Unreadable& what) override;
  void finish(const report::Summary& summary) override;

 private:
  [[nodiscard]] virtual std::string render(const report::Run& run,
                                           std::span<const report::UnreadFile> unread) const = 0;

  report::Run run_;
  std::vector<report::UnreadFile> unread_;
};

/// JSON, report version 1.
class JsonPrinter final : public RunPrinter {
 public:
  using RunPrinter::RunPrinter;

 private:
  [[nodiscard]] std::string render(const report::Run& run,
                                   std::span<const report::UnreadFile> unread) const override;
};

/// JUnit, in XML.
class JunitPrinter final : public RunPrinter {
 public:
  using RunPrinter::RunPrinter;

 private:
  [[nodiscard]] std::string render(const report::Run& run,
                                   std::span<const report::UnreadFile> unread) const override;
};

/// SARIF 2.1.0.
class SarifPrinter final : public RunPrinter {
 public:
  /// `pages`: of the codes; their texts must outlive the printer.
  SarifPrinter(Streams& streams, std::vector<report::CodePage> pages);

 private:
  [[nodiscard]] std::string render(const report::Run& run,
                                   std::span<const report::UnreadFile> unread) const override;

  std::vector<report::CodePage> pages_;
};

}  // namespace admit::lint
