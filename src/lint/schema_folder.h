// SchemaFolder: the schemas below a folder by their `$id`, for what another schema refers to.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "admit/options.h"
#include "admit/result.h"

namespace admit::lint {

/// The largest schema that is read: an engine takes no larger one.
inline constexpr std::size_t kMaxSchemaBytes = std::size_t{16} << 20;

/// The `$id` at the root of the schema `text`, without a fragment. Nothing where there is none, and
/// for text that is no JSON object; `is_json` then tells the two apart. By the engine's reader.
struct RootId {
  std::optional<std::string> uri;
  bool is_json = false;
};
RootId read_root_id(std::string_view text);

/// A folder that cannot be used: in one line why, and the smallest repair.
struct SchemaFolderFault {
  std::string message;
  std::string hint;
};

/// A schema of the folder.
struct FoundSchema {
  std::string path;
  std::string text;
};

class SchemaFolder {
 public:
  /// Has no schemas.
  SchemaFolder() = default;

  /// Reads every `*.json` below `directory` as walk_directory finds them. A file that is no JSON
  /// object, or has no `$id`, is left out. A relative `$id` is resolved against `base`, the URI of
  /// the schema that refers to them; where that is empty it stays as it is. Fails where something
  /// cannot be read, or two files have the same `$id`.
  static Result<SchemaFolder, SchemaFolderFault> read(const std::string& directory,
                                                      std::string_view base);

  /// The schema with this URI, or null.
  [[nodiscard]] const FoundSchema* find(std::string_view uri) const;

  /// Asks this folder, which must live as long.
  [[nodiscard]] SchemaResolver resolver() const;

  /// Files that were left out because they do not parse.
  [[nodiscard]] const std::vector<std::string>& unparsed() const noexcept { return unparsed_; }

 private:
  std::optional<SchemaFolderFault> add(FoundSchema schema, std::string_view base);

  std::unordered_map<std::string, FoundSchema> by_uri_;
  std::vector<std::string> unparsed_;
};

}  // namespace admit::lint
