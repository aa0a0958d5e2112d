// A folder -> its schemas by `$id`, never by a text search and never by the network.
// Outside functions: read_root_id, SchemaFolder. Source: JSON Schema draft-07 core, section 8.2.
#include "lint/schema_folder.h"

#include <algorithm>
#include <filesystem>
#include <system_error>
#include <utility>

#include "format/quote.h"
#include "format/uri_reference.h"
#include "input/document.h"
#include "lint/file_source.h"
#include "lint/walk.h"

namespace admit::lint {
namespace {

using input::text_of;
using input::Value;

// How deep a schema may be is for the engine to say, once something refers to it.
constexpr std::size_t kAnyDepth = kMaxSchemaBytes;

const Value* find_id(const Value& root) {
  if (!root.IsObject()) return nullptr;
  const auto is_id = [](const Value::Member& member) { return text_of(member.name) == "$id"; };
  const auto found = std::find_if(root.MemberBegin(), root.MemberEnd(), is_id);
  return found != root.MemberEnd() && found->value.IsString() ? &found->value : nullptr;
}

bool is_same_file(const std::string& a, const std::string& b) {
  std::error_code error;
  return std::filesystem::equivalent(a, b, error);
}

SchemaFolderFault unreadable(const Unreadable& what) {
  return {.message = "cannot read `" + what.path + "`: " + what.reason, .hint = {}};
}

SchemaFolderFault same_id(const std::string& a, const std::string& b, const std::string& uri) {
  return {.message = '`' + a + "` and `" + b + "` have the same `$id`: " + format::quoted(uri),
          .hint = "give one of them another `$id`, or move it out of the folder"};
}

}  // namespace

RootId read_root_id(std::string_view text) {
  Limits limits;
  limits.max_body_bytes = kMaxSchemaBytes;
  limits.max_depth = kAnyDepth;
  limits.max_array_items = kMaxSchemaBytes;
  input::DocumentMemory memory;
  input::Document document(memory);
  if (document.read(text, limits, 0).error) return {};
  const Value* id = find_id(document.root());
  if (id == nullptr) return {.uri = std::nullopt, .is_json = true};
  const format::SplitReference split = format::split_fragment(text_of(*id));
  // A fragment makes it the name of a place in a document, not of the document.
  if (!split.fragment.empty() || split.uri.empty()) return {.uri = std::nullopt, .is_json = true};
  return {.uri = std::string(split.uri), .is_json = true};
}

Result<SchemaFolder, SchemaFolderFault> SchemaFolder::read(const std::string& directory,
                                                           std::string_view base) {
  Walk walk = walk_directory(directory);
  if (!walk.unreadable.empty()) return unreadable(walk.unreadable.front());
  SchemaFolder folder;
  FileSource source(kMaxSchemaBytes);
  for (std::string& path : walk.files) {
    const auto text = source.read_file(path);
    if (!text) return unreadable(text.error());
    if (auto fault = folder.add({std::move(path), std::string(text.value())}, base)) {
      return std::move(*fault);
    }
  }
  return folder;
}

std::optional<SchemaFolderFault> SchemaFolder::add(FoundSchema schema, std::string_view base) {
  const RootId id = read_root_id(schema.text);
  if (!id.is_json) unparsed_.push_back(schema.path);
  if (!id.uri) return std::nullopt;
  std::string uri = format::resolve_uri(base, *id.uri);
  const auto known = by_uri_.find(uri);
  if (known == by_uri_.end()) {
    by_uri_.emplace(std::move(uri), std::move(schema));
  } else if (!is_same_file(known->second.path, schema.path)) {
    return same_id(known->second.path, schema.path, uri);
  }
  return std::nullopt;
}

const FoundSchema* SchemaFolder::find(std::string_view uri) const {
  const auto found = by_uri_.find(format::resolve_uri({}, uri));
  return found == by_uri_.end() ? nullptr : &found->second;
}

SchemaResolver SchemaFolder::resolver() const {
  return [this](std::string_view uri) {
    const FoundSchema* schema = find(uri);
    return schema == nullptr ? std::nullopt : std::optional(schema->text);
  };
}

}  // namespace admit::lint
