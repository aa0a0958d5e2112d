// Harness: any bytes as a YAML stream. Its documents cover it in order; a verdict is always
// reached; comments and secrets are found where they are; a document that JSON can say as well gets
// the same codes at the same pointers when it is written in JSON.
#include <admit/create_service.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "input/document.h"
#include "input/secrets.h"
#include "input/yaml_comments.h"
#include "promise.h"
#include "report/suppressions.h"
#include "report_promises.h"
#include "text/mask.h"

namespace {

using admit::Engine;
using admit::Report;
using admit::Scratch;
using admit::Source;
using admit::fuzz::check_report;
using admit::fuzz::lines_of;
using admit::fuzz::promise;

constexpr std::size_t kMostDocuments = 20;

const Engine& engine() {
  static const Engine made = [] {
    admit::Options options{.report_from = admit::Severity::info};
    options.limits.max_violations = 100000;
    options.limits.max_documents = kMostDocuments;
    auto built = create_service_engine(std::move(options));
    promise(built.has_value(), "the shipped engine can be built");
    return std::move(built).value();
  }();
  return made;
}

std::size_t lines_before(std::string_view text) {
  std::size_t lines = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const bool is_crlf = text[at] == '\r' && at + 1 < text.size() && text[at + 1] == '\n';
    if ((text[at] == '\n' || text[at] == '\r') && !is_crlf) ++lines;
  }
  return lines;
}

void check_split(std::string_view stream, const std::vector<Source>& documents) {
  promise(!documents.empty(), "a stream has a document");
  promise(documents.size() <= kMostDocuments + 1, "no more documents than there may be");
  std::size_t end = 0;
  for (std::size_t i = 0; i < documents.size(); ++i) {
    const Source& document = documents[i];
    promise(document.index == i, "documents are counted");
    promise(document.offset >= end, "documents come one after the other");
    end = document.offset + document.text.size();
    promise(end <= stream.size() &&
                document.text == stream.substr(document.offset, end - document.offset),
            "a document is a part of its stream");
    promise(document.line == 1 + lines_before(stream.substr(0, document.offset)),
            "a document knows its line");
  }
}

void check_comments(const Source& document) {
  const auto comments = admit::input::find_comments(document, {});
  if (!comments) return;
  std::size_t end = 0;
  for (const admit::input::YamlComment& comment : *comments) {
    promise(comment.span.begin >= end && comment.span.end <= document.text.size(),
            "comments come one after the other");
    const std::string_view text = comment.span.of(document.text);
    promise(text.starts_with('#'), "a comment starts with `#`");
    promise(text.find_first_of("\r\n") == std::string_view::npos, "a comment ends with its line");
    end = comment.span.end;
  }
}

void check_secrets(const Source& document) {
  static const admit::text::SecretNames names;
  std::size_t end = 0;
  for (const admit::text::Span& secret : admit::input::find_secrets(document, names)) {
    promise(secret.begin >= end && secret.begin < secret.end, "secrets come one after the other");
    promise(secret.end <= document.text.size(), "secrets lie within the document");
    end = secret.end;
  }
}

// The document in JSON; nothing where it says what JSON cannot.
std::optional<std::string> to_json(const Source& source) {
  admit::input::DocumentMemory memory;
  admit::input::Document document(memory);
  const auto outcome = document.read(source, admit::Limits{}, 1);
  if (outcome.error || outcome.finding_count > 0 || outcome.duplicate_count > 0) {
    return std::nullopt;
  }
  rapidjson::StringBuffer buffer;
  rapidjson::Writer<rapidjson::StringBuffer> writer(buffer);
  promise(document.root().Accept(writer), "what was read is JSON");
  return std::string(buffer.GetString(), buffer.GetSize());
}

void check_in_json(const Source& document, const Report& report, Scratch& scratch) {
  if (document.index >= kMostDocuments) return;  // one too many, and not looked at
  const std::optional<std::string> json = to_json(document);
  if (!json) return;
  const Report other = engine().check(*json, scratch);
  promise(other.verdict() == report.verdict(), "JSON gets the same verdict", *json);
  promise(lines_of(other) == lines_of(report, "yaml."), "JSON gets the same codes", *json);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view stream(reinterpret_cast<const char*>(data), size);
  static Scratch scratch;
  const std::vector<Source> documents = admit::split_yaml(stream, kMostDocuments);
  check_split(stream, documents);
  for (const Source& document : documents) {
    const Report report = engine().check(document, scratch);
    promise(report.verdict() != admit::Verdict::undecided, "shipped rules always reach a verdict");
    check_report(engine(), document, report);
    admit::fuzz::check_same(report, engine().check(document, scratch));
    check_comments(document);
    check_secrets(document);
    check_in_json(document, report, scratch);
    const Report told = admit::report::apply_suppressions(report, document, engine().codes(),
                                                          engine().options().limits);
    check_report(engine(), document, told);
  }
  return 0;
}
