// Normalising: an author's schema -> the hoisted form that valijson reads without harm.
#include "schema/normalise.h"

#include <algorithm>
#include <optional>
#include <unordered_map>
#include <unordered_set>

#include "schema/reference.h"
#include "text/pointer.h"
#include "text/suggest.h"

namespace admit::schema {
namespace {

using input::text_of;
using input::Value;
using JsonValue = rapidjson::Value;

// How deeply a schema at `location` can be nested: each level takes two names of its pointer, or
// one.
std::size_t nesting_of(std::string_view location) {
  return static_cast<std::size_t>(std::ranges::count(location, '/')) / 2;
}

class Normaliser {
 public:
  Normaliser(const SchemaSource& source, const NormaliseOptions& options)
      : source_(source), options_(options), document_(std::make_unique<rapidjson::Document>()) {}

  Result<HoistedSchema, BuildError> run() {
    (void)hoist(source_.root(), "#", 0);
    JsonValue definitions(rapidjson::kArrayType);
    for (std::size_t n = 0; n < entries_.size() && !fault_; ++n) {
      definitions.PushBack(rewrite(n), allocator());
    }
    if (fault_) return std::move(*fault_);
    document_->SetObject();
    document_->AddMember("allOf", JsonValue(rapidjson::kArrayType).PushBack(link(0), allocator()),
                         allocator());
    document_->AddMember("definitions", definitions, allocator());
    return HoistedSchema{std::move(entries_), std::move(document_)};
  }

 private:
  rapidjson::Document::AllocatorType& allocator() { return document_->GetAllocator(); }

  // The number of the entry that `schema` becomes, following references. 0 after a fault.
  NodeId hoist(const Value& schema, std::string location, std::size_t depth) {
    if (depth > options_.max_depth) {
      fail("build.depth",
           "the schema is nested more than " + std::to_string(options_.max_depth) + " deep",
           "move inner schemas to `definitions`", schema);
      return 0;
    }
    const Value* target = follow(schema, location);
    if (target == nullptr) return 0;
    const auto [known, added] = numbers_.try_emplace(target, entries_.size());
    if (target != &schema) depth = nesting_of(location);
    if (added) entries_.push_back({target, std::move(location), depth, {}});
    return static_cast<NodeId>(known->second);
  }

  // The final target of a chain of references; null after a fault. Updates `location` with it.
  const Value* follow(const Value& schema, std::string& location) {
    const Value* target = &schema;
    std::unordered_set<const Value*> seen;
    for (;;) {
      if (!target->IsObject() && !target->IsBool()) {
        return fail("build.keyword-value", "a schema must be an object, true or false", "",
                    *target);
      }
      const Value* reference = target->IsObject() ? find_member(*target, "$ref") : nullptr;
      if (reference == nullptr) return target;
      if (!seen.insert(target).second) {
        return fail("build.loop", "`$ref` leads in a circle", "", *reference);
      }
      if (!reference->IsString()) {
        return fail("build.keyword-value", "`$ref` must be a string", "", *reference);
      }
      target = resolve_reference(source_.root(), text_of(*reference), location);
      if (target == nullptr) return fail_reference(*reference);
    }
  }

  const Value* fail_reference(const Value& reference) {
    return fail("build.reference",
                "`$ref` leads nowhere: `" + std::string(text_of(reference)) + "`",
                "only references within the document are followed, such as `#/definitions/name`",
                reference);
  }

  JsonValue link(NodeId n) {
    const std::string pointer = "#/definitions/" + std::to_string(n);
    JsonValue object(rapidjson::kObjectType);
    object.AddMember("$ref", copy(pointer), allocator());
    return object;
  }

  JsonValue copy(std::string_view text) {
    return {text.data(), static_cast<rapidjson::SizeType>(text.size()), allocator()};
  }

  // Entry n in hoisted form; its subschemas become entries of their own.
  JsonValue rewrite(std::size_t n) {
    const Value& source = *entries_[n].source;
    JsonValue object(rapidjson::kObjectType);
    object.AddMember("title", copy(std::to_string(n)), allocator());
    if (source.IsObject()) {
      judge(source, n == 0);
      // In the order of keywords.def, which is that of valijson's visit.
      for (const KeywordRow& row : keyword_rows()) {
        const Value* value = fault_ ? nullptr : find_member(source, row.name);
        if (value != nullptr) rewrite_keyword(n, row, *value, object);
      }
    }
    return object;
  }

  void rewrite_keyword(std::size_t n, const KeywordRow& row, const Value& value,
                       JsonValue& object) {
    JsonValue rewritten;
    switch (row.role) {
      case KeywordRole::assertion:
        rewritten = rewrite_assertion(n, row.keyword, value);
        break;
      case KeywordRole::subschema:
        rewritten = rewrite_subschema(n, row, value);
        break;
      case KeywordRole::subschemas:
        rewritten = rewrite_subschemas(n, row, value);
        break;
      case KeywordRole::reference:
      case KeywordRole::annotation:
      case KeywordRole::root_only:
      case KeywordRole::not_enforced:
        return;
    }
    entries_[n].keywords.add(row.keyword);
    object.AddMember(copy(row.name), rewritten, allocator());
  }

  JsonValue rewrite_assertion(std::size_t n, Keyword keyword, const Value& value) {
    if (keyword_row(keyword).shape == KeywordShape::count) return JsonValue(count_of(value));
    if (keyword != Keyword::enum_) return JsonValue(value, allocator());
    JsonValue values(rapidjson::kArrayType);
    for (const Value* allowed : enum_values(*entries_[n].source, options_.revision)) {
      values.PushBack(JsonValue(*allowed, allocator()), allocator());
    }
    return values;
  }

  JsonValue rewrite_subschema(std::size_t n, const KeywordRow& row, const Value& value) {
    std::string location = entries_[n].location;
    text::append_token(location, row.name);
    return link(hoist(value, std::move(location), entries_[n].depth + 1));
  }

  JsonValue rewrite_subschemas(std::size_t n, const KeywordRow& row, const Value& value) {
    JsonValue links(rapidjson::kObjectType);
    for (const Value::Member& member : value.GetObject()) {
      if (fault_ || is_later(member.value, options_.revision)) continue;
      const std::string_view name = text_of(member.name);
      if (name.find('\0') != std::string_view::npos) {
        fail("build.keyword-value", "the name of a property holds a NUL character", "",
             member.value);
        break;
      }
      std::string location = entries_[n].location;
      text::append_token(location, row.name);
      text::append_token(location, name);
      const NodeId child = hoist(member.value, std::move(location), entries_[n].depth + 1);
      links.AddMember(copy(name), link(child), allocator());
    }
    return links;
  }

  // Every keyword of a schema object is known, enforced, and has a value of its shape.
  void judge(const Value& schema, bool is_root) {
    for (const Value::Member& member : schema.GetObject()) {
      const std::string_view name = text_of(member.name);
      const KeywordRow* row = find_keyword(name);
      if (fault_) return;
      if (row == nullptr) {
        if (!name.starts_with("x-")) fail_unknown(name, member.value);
        continue;
      }
      const bool misplaced = row->role == KeywordRole::root_only && !is_root;
      if (row->role == KeywordRole::not_enforced || misplaced) {
        fail_at_name("build.keyword",
                     "the keyword `" + std::string(name) + "` is not enforced" +
                         (misplaced ? " outside the root of a schema" : ""),
                     "leave it out; what it says must be checked by a rule", member.value);
        continue;
      }
      const std::string_view complaint = shape_fault(row->shape, member.value);
      if (!complaint.empty()) {
        fail("build.keyword-value", "`" + std::string(name) + "` " + std::string(complaint), "",
             member.value);
      }
    }
  }

  void fail_unknown(std::string_view name, const Value& value) {
    std::vector<std::string_view> names;
    for (const KeywordRow& row : keyword_rows()) names.push_back(row.name);
    const auto nearest = text::closest(name, names);
    fail_at_name("build.keyword", "the keyword `" + std::string(name) + "` is unknown",
                 nearest ? "did you mean `" + std::string(*nearest) + "`?"
                         : "leave it out, or start its name with `x-`",
                 value);
  }

  void fail_at_name(std::string code, std::string message, std::string hint, const Value& value) {
    if (fault_) return;
    fault_ = source_.fault(std::move(code), std::move(message), std::move(hint), value, true);
  }

  const Value* fail(std::string code, std::string message, std::string hint, const Value& value) {
    if (!fault_) {
      fault_ = source_.fault(std::move(code), std::move(message), std::move(hint), value);
    }
    return nullptr;
  }

  const SchemaSource& source_;
  const NormaliseOptions& options_;
  std::unique_ptr<rapidjson::Document> document_;
  std::vector<HoistedEntry> entries_;
  std::unordered_map<const Value*, std::size_t> numbers_;
  std::optional<BuildError> fault_;
};

std::string_view text_member(const Value& object, std::string_view name) {
  const Value* member = object.IsObject() ? find_member(object, name) : nullptr;
  return member != nullptr && member->IsString() ? text_of(*member) : std::string_view();
}

}  // namespace

Result<HoistedSchema, BuildError> normalise(const SchemaSource& source,
                                            const NormaliseOptions& options) {
  return Normaliser(source, options).run();
}

std::vector<LaterName> later_names(const Value& schema, std::string_view revision) {
  std::vector<LaterName> later;
  if (revision.empty()) return later;
  const auto add = [&](const Value& name, std::string_view since) {
    if (since > revision) later.push_back({std::string(text_of(name)), std::string(since)});
  };
  if (const Value* properties = find_member(schema, "properties")) {
    for (const Value::Member& property : properties->GetObject()) {
      add(property.name, text_member(property.value, "x-since"));
    }
  }
  if (const Value* since = find_member(schema, "x-enum-since")) {
    for (const Value::Member& value : since->GetObject()) add(value.name, text_of(value.value));
  }
  return later;
}

bool is_later(const Value& schema, std::string_view revision) {
  return !revision.empty() && text_member(schema, "x-since") > revision;
}

std::vector<const Value*> enum_values(const Value& schema, std::string_view revision) {
  std::vector<const Value*> values;
  const Value* since = find_member(schema, "x-enum-since");
  for (const Value& value : find_member(schema, "enum")->GetArray()) {
    const bool dated = since != nullptr && since->IsObject() && value.IsString();
    const bool later = dated && !revision.empty() && text_member(*since, text_of(value)) > revision;
    if (!later) values.push_back(&value);
  }
  return values;
}

}  // namespace admit::schema
