// Library: all documents that a schema consists of, and what each `$ref` in them leads to.
//
// Every schema is indexed under its base URI (`$id`, draft-07 core section 8.2), its name (`$id`
// with a fragment) and the document it stands in. Documents that are not there yet come from the
// caller's resolver; the metaschema of draft-07 is always there.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "admit/options.h"
#include "admit/result.h"
#include "schema/schema_source.h"

namespace admit::schema {

inline constexpr std::string_view kDraft07 = "http://json-schema.org/draft-07/schema";

/// The schema of schemas of draft-07.
std::string_view metaschema() noexcept;

/// Judges a document that was just read: nothing, or why it cannot be used.
using Judge = std::function<std::optional<BuildError>(const SchemaSource&)>;

struct LibraryOptions {
  SchemaResolver resolver;  ///< may be empty
  Judge judge;              ///< may be empty
  bool relaxed_keywords = false;
  std::size_t max_json_depth = 256;
};

/// A schema and where it stands.
struct SchemaPlace {
  const input::Value* value = nullptr;  ///< an object or a boolean
  std::uint32_t document = 0;
  std::string location;  ///< `#` and a JSON Pointer, within the document
};

class Library {
 public:
  explicit Library(LibraryOptions options) : options_(std::move(options)) {}

  /// Takes the document that all starts from.
  std::optional<BuildError> add_root(std::string_view text);

  [[nodiscard]] SchemaPlace root() const;

  /// What `from`, an object with `$ref`, leads to. Loads documents as needed.
  Result<SchemaPlace, BuildError> follow(const SchemaPlace& from);

  /// A BuildError about `value`, a part of that document.
  [[nodiscard]] BuildError fault(std::uint32_t document, std::string code, std::string_view message,
                                 std::string_view hint, const input::Value& value,
                                 bool at_name = false) const;

  /// Where `place` is as a reader of the report needs it: with the document's URI, if it is not the
  /// root.
  [[nodiscard]] std::string full_location(const SchemaPlace& place) const;

  /// Gives away the documents; values stay where they are.
  std::vector<std::unique_ptr<SchemaSource>> take_documents() && { return std::move(sources_); }
  std::vector<BuildError> take_warnings() && { return std::move(warnings_); }

 private:
  // A schema with a URI of its own; references in and below it are relative to it.
  struct Resource {
    std::string uri;
    SchemaPlace root;
  };
  using ResourceId = std::size_t;

  std::optional<BuildError> add_document(std::string_view text, std::string uri);
  Result<ResourceId, BuildError> load(const std::string& uri, const SchemaPlace& from);
  std::optional<BuildError> index(SchemaPlace start, ResourceId base);
  std::optional<BuildError> identify(const SchemaPlace& place, ResourceId& base);
  std::optional<BuildError> judge_words(const SchemaPlace& place);
  Result<SchemaPlace, BuildError> find_pointer(ResourceId resource, std::string_view pointer,
                                               const SchemaPlace& from);
  [[nodiscard]] BuildError lost(const SchemaPlace& from, const std::string& hint) const;

  LibraryOptions options_;
  std::vector<std::unique_ptr<SchemaSource>> sources_;
  std::vector<std::string> uris_;  ///< of the documents, as they were asked for
  std::vector<Resource> resources_;
  std::unordered_map<std::string, ResourceId> by_uri_;
  std::unordered_map<std::string, SchemaPlace> by_name_;  ///< `uri#name`
  std::unordered_map<const input::Value*, ResourceId> bases_;
  std::size_t bytes_ = 0;
  std::vector<BuildError> warnings_;
};

}  // namespace admit::schema
