// Library: all documents that a schema consists of, and what each `$ref` in them leads to.
#include "schema/library.h"

#include <charconv>
#include <utility>

#include "embedded/draft_07_schema.h"
#include "format/uri_reference.h"
#include "schema/keyword.h"
#include "schema/subschemas.h"

namespace admit::schema {
namespace {

using input::text_of;
using input::Value;

// Of all documents together.
constexpr std::size_t kMaxBytes = std::size_t{16} << 20;
constexpr std::size_t kMaxSchemas = 50'000;

std::string quoted(std::string_view text) {
  return '`' + std::string(text) + '`';
}

bool is_draft_07(std::string_view uri) {
  if (uri.ends_with('#')) uri.remove_suffix(1);
  return uri == kDraft07;
}

// An array index as RFC 6901 section 4 writes it: no sign, no leading zero.
const Value* find_item(const Value& array, std::string_view token) {
  std::size_t index = 0;
  const auto result = std::from_chars(token.data(), token.data() + token.size(), index);
  const bool whole = result.ec == std::errc() && result.ptr == token.data() + token.size();
  const bool canonical = token.size() == 1 || !token.starts_with('0');
  if (!whole || !canonical || index >= array.Size()) return nullptr;
  return array.Begin() + index;
}

const Value* find_child(const Value& parent, std::string_view token) {
  if (parent.IsObject()) return find_member(parent, token);
  return parent.IsArray() ? find_item(parent, token) : nullptr;
}

const Value* text_member(const Value& schema, Keyword keyword) {
  const Value* value = schema.IsObject() ? find_member(schema, keyword) : nullptr;
  return value != nullptr && value->IsString() ? value : nullptr;
}

std::optional<BuildError> find_size_fault(bool is_too_large, const std::string& what) {
  if (!is_too_large) return std::nullopt;
  return BuildError{"build.size", "the schema is too large: " + what, "", std::nullopt,
                    "leave out what is not referred to"};
}

}  // namespace

std::string_view metaschema() noexcept {
  return embedded::draft_07_schema;
}

std::optional<BuildError> Library::add_root(std::string_view text) {
  return add_document(text, "");
}

SchemaPlace Library::root() const {
  return resources_.front().root;
}

BuildError Library::fault(std::uint32_t document, std::string code, std::string_view message,
                          std::string_view hint, const Value& value, bool at_name) const {
  BuildError error = sources_[document]->fault(std::move(code), message, hint, value, at_name);
  error.document = uris_[document];
  return error;
}

std::string Library::full_location(const SchemaPlace& place) const {
  return uris_[place.document] + place.location;
}

std::optional<BuildError> Library::add_document(std::string_view text, std::string uri) {
  bytes_ += text.size();
  if (auto fault = find_size_fault(bytes_ > kMaxBytes, "more than 16 MiB of text")) return fault;
  const auto document = static_cast<std::uint32_t>(sources_.size());
  sources_.push_back(std::make_unique<SchemaSource>(text));
  uris_.push_back(std::move(uri));
  const SchemaSource& source = *sources_.back();
  const auto named = [&](BuildError fault) {
    fault.document = uris_[document];
    return fault;
  };
  if (auto unread = sources_.back()->read(options_.max_json_depth)) return named(*unread);
  const SchemaPlace root{&source.root(), document, "#"};
  const Value* dialect = text_member(*root.value, Keyword::schema);
  if (dialect != nullptr && !is_draft_07(text_of(*dialect))) {
    return fault(document, "build.schema-draft",
                 "the schema is of another draft than draft-07: " + quoted(text_of(*dialect)),
                 "write it in draft-07, `" + std::string(kDraft07) + "#`", *dialect);
  }
  if (!is_schema(*root.value)) {
    return fault(document, "build.schema-invalid", "a schema must be an object, true or false", "",
                 *root.value);
  }
  if (options_.judge) {
    if (auto refused = options_.judge(source)) return named(*refused);
  }
  resources_.push_back({uris_[document], root});
  by_uri_.try_emplace(uris_[document], resources_.size() - 1);
  return index(root, resources_.size() - 1);
}

// Indexes a schema and all below it, without recursion.
std::optional<BuildError> Library::index(SchemaPlace start, ResourceId base) {
  std::vector<std::pair<SchemaPlace, ResourceId>> pending;
  pending.emplace_back(std::move(start), base);
  while (!pending.empty()) {
    const SchemaPlace place = std::move(pending.back().first);
    ResourceId own_base = pending.back().second;
    pending.pop_back();
    if (bases_.contains(place.value)) continue;
    if (place.value->IsObject()) {
      if (auto fault = identify(place, own_base)) return fault;
      if (auto fault = judge_words(place)) return fault;
      for_each_subschema(
          *place.value, place.location, [&](const Value& child, std::string location) {
            pending.push_back({{&child, place.document, std::move(location)}, own_base});
          });
    }
    bases_.emplace(place.value, own_base);
    const std::size_t count = bases_.size() + pending.size();
    if (auto fault = find_size_fault(count > kMaxSchemas, "more than 50,000 subschemas")) {
      return fault;
    }
  }
  return std::nullopt;
}

// Gives a schema the URI and the name that its `$id` states; `base` becomes its own.
std::optional<BuildError> Library::identify(const SchemaPlace& place, ResourceId& base) {
  const Value* id = text_member(*place.value, Keyword::id);
  if (id == nullptr || find_member(*place.value, Keyword::ref) != nullptr) return std::nullopt;
  const auto twice = [&] {
    return fault(place.document, "build.reference",
                 "two schemas have the `$id` " + quoted(text_of(*id)), "give each its own", *id);
  };
  const format::SplitReference split = format::split_fragment(text_of(*id));
  std::string uri = format::resolve_uri(resources_[base].uri, split.uri);
  if (uri != resources_[base].uri) {
    const auto [known, is_new] = by_uri_.try_emplace(uri, resources_.size());
    if (!is_new && resources_[known->second].root.value != place.value) return twice();
    if (is_new) resources_.push_back({uri, place});
    base = known->second;
  }
  if (split.fragment.empty()) return std::nullopt;
  const auto [known, is_new] = by_name_.try_emplace(uri + '#' + std::string(split.fragment), place);
  return is_new || known->second.value == place.value ? std::nullopt : std::optional(twice());
}

// What stands beside `$ref` is ignored (draft-07 core, section 8.3), misspelt or not.
std::optional<BuildError> Library::judge_words(const SchemaPlace& place) {
  const bool is_reference = find_member(*place.value, Keyword::ref) != nullptr;
  for (const Value::Member& member : place.value->GetObject()) {
    const std::string_view name = text_of(member.name);
    const KeywordRow* row = find_keyword(name);
    if (is_reference) {
      const bool asserts = row != nullptr && row->role < KeywordRole::reference;
      if (asserts) {
        warnings_.push_back(fault(place.document, "build.keyword",
                                  "draft-07 ignores " + quoted(name) + " beside `$ref`",
                                  "put both into `allOf`", member.value, true));
      }
      continue;
    }
    if (row != nullptr && row->role == KeywordRole::dialect && member.value.IsString() &&
        !is_draft_07(text_of(member.value))) {
      return fault(place.document, "build.schema-draft",
                   "a part of the schema is of another draft than draft-07", "", member.value);
    }
    if (row != nullptr || options_.relaxed_keywords) continue;
    WordFault word = judge_word(name, member.value);
    if (!word.message.empty()) {
      return fault(place.document, "build.keyword", word.message, word.hint, member.value, true);
    }
  }
  return std::nullopt;
}

BuildError Library::lost(const SchemaPlace& from, const std::string& hint) const {
  const Value& reference = *find_member(*from.value, Keyword::ref);
  return fault(from.document, "build.reference",
               "`$ref` leads nowhere: " + quoted(text_of(reference)), hint, reference);
}

Result<Library::ResourceId, BuildError> Library::load(const std::string& uri,
                                                      const SchemaPlace& from) {
  if (const auto known = by_uri_.find(uri); known != by_uri_.end()) return known->second;
  std::optional<std::string> text;
  if (options_.resolver) text = options_.resolver(uri);
  if (!text && uri == kDraft07) text = std::string(metaschema());
  if (!text) {
    return lost(from, options_.resolver ? "there is no schema " + quoted(uri)
                                        : "no schema outside this document is known");
  }
  if (auto fault = add_document(*text, uri)) return std::move(*fault);
  return by_uri_.at(uri);
}

Result<SchemaPlace, BuildError> Library::follow(const SchemaPlace& from) {
  const Value& reference = *find_member(*from.value, Keyword::ref);
  if (!reference.IsString()) {
    return fault(from.document, "build.schema-invalid", "`$ref` must be a string", "", reference);
  }
  const format::SplitReference split = format::split_fragment(text_of(reference));
  const Resource& base = resources_[bases_.at(from.value)];
  const std::string uri = split.uri.empty() ? base.uri : format::resolve_uri(base.uri, split.uri);
  auto resource = load(uri, from);
  if (!resource) return std::move(resource).error();
  const auto fragment = format::decode_percent(split.fragment);
  if (!fragment) return lost(from, "its percent escapes are malformed");
  if (fragment->empty()) return resources_[resource.value()].root;
  if (fragment->starts_with('/')) return find_pointer(resource.value(), *fragment, from);
  const auto named = by_name_.find(uri + '#' + *fragment);
  if (named != by_name_.end()) return named->second;
  return lost(from, "no schema has an `$id` with that name; a JSON Pointer starts with `/`");
}

Result<SchemaPlace, BuildError> Library::find_pointer(ResourceId resource, std::string_view pointer,
                                                      const SchemaPlace& from) {
  const auto tokens = text::parse_pointer(pointer);
  if (!tokens) return lost(from, "its JSON Pointer is malformed");
  SchemaPlace place = resources_[resource].root;
  ResourceId base = resource;
  for (const std::string& token : *tokens) {
    place.value = find_child(*place.value, token);
    if (place.value == nullptr) return lost(from, "there is no `" + token + "` where it leads");
    text::append_token(place.location, token);
    if (const auto known = bases_.find(place.value); known != bases_.end()) base = known->second;
  }
  if (!is_schema(*place.value)) return lost(from, "what stands there is no schema");
  // A schema under a word that is no keyword is one as soon as something refers to it.
  if (auto fault = index(place, base)) return std::move(*fault);
  return place;
}

}  // namespace admit::schema
