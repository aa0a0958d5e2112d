// Normalising: an author's schema -> the hoisted form that valijson reads without harm.
#include "schema/normalise.h"

#include <algorithm>
#include <optional>
#include <unordered_map>
#include <unordered_set>

#include "format/format.h"
#include "schema/hoisted_name.h"
#include "schema/revision.h"
#include "schema/subschemas.h"

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

bool is_in_place(Keyword keyword) {
  switch (keyword) {
    case Keyword::all_of:
    case Keyword::any_of:
    case Keyword::one_of:
    case Keyword::not_:
    case Keyword::if_:
    case Keyword::then_:
    case Keyword::else_:
    case Keyword::dependencies:
      return true;
    default:
      return false;
  }
}

// True for a keyword that says nothing, for its value or in its company (draft-07,
// validation 6.4.2, 6.4.5, 6.5.5, 6.6).
bool is_idle(const Value& schema, Keyword keyword, const Value& value) {
  const auto lacks = [&](Keyword other) { return find_member(schema, other) == nullptr; };
  switch (keyword) {
    case Keyword::additional_items: {
      const Value* items = find_member(schema, Keyword::items);
      return items == nullptr || !items->IsArray();
    }
    case Keyword::if_:
      return lacks(Keyword::then_) && lacks(Keyword::else_);
    case Keyword::then_:
    case Keyword::else_:
      return lacks(Keyword::if_);
    case Keyword::pattern_properties:
      return value.IsObject() && value.ObjectEmpty();
    case Keyword::unique_items:
      return value.IsFalse();
    default:
      return false;
  }
}

class Normaliser {
 public:
  Normaliser(Library& library, const NormaliseOptions& options)
      : library_(library), options_(options), document_(std::make_unique<rapidjson::Document>()) {}

  Result<HoistedSchema, BuildError> run() {
    (void)hoist(library_.root(), 0);
    JsonValue definitions(rapidjson::kArrayType);
    for (std::size_t n = 0; n < entries_.size() && !fault_; ++n) {
      definitions.PushBack(rewrite(n), allocator());
    }
    links_.resize(entries_.size());
    if (!fault_) refuse_loop();
    if (fault_) return std::move(*fault_);
    JsonValue all(rapidjson::kArrayType);
    for (const NodeId n : visiting_order(links_)) {
      all.PushBack(reference_to("definitions", n), allocator());
    }
    document_->SetObject();
    document_->AddMember("allOf", all, allocator());
    document_->AddMember("definitions", definitions, allocator());
    if (is_for_plan()) document_->AddMember("leaves", make_leaves(), allocator());
    return HoistedSchema{std::move(entries_), std::move(links_), std::move(document_),
                         std::move(warnings_)};
  }

 private:
  rapidjson::Document::AllocatorType& allocator() { return document_->GetAllocator(); }

  // The number of the entry that the schema at `place` becomes, following references; 0 after a
  // fault.
  NodeId hoist(SchemaPlace place, std::size_t depth) {
    if (fault_) return 0;
    if (depth > options_.max_depth) {
      fail(place, "build.depth",
           "the schema is nested more than " + std::to_string(options_.max_depth) + " deep",
           "move inner schemas to `definitions`", *place.value);
      return 0;
    }
    if (follow(place)) depth = nesting_of(place.location);
    if (fault_) return 0;
    const auto [known, added] = numbers_.try_emplace(place.value, entries_.size());
    if (added) entries_.push_back({std::move(place), depth, {}});
    return static_cast<NodeId>(known->second);
  }

  // Follows a chain of references to its final target; false where there is none.
  bool follow(SchemaPlace& place) {
    std::unordered_set<const Value*> seen;
    for (;;) {
      const Value* reference =
          place.value->IsObject() ? find_member(*place.value, Keyword::ref) : nullptr;
      if (reference == nullptr) return !seen.empty();
      if (!seen.insert(place.value).second) {
        fail(place, "build.loop", "`$ref` leads in a circle", "", *reference);
        return false;
      }
      auto target = library_.follow(place);
      if (!target) {
        fault_ = std::move(target).error();
        return false;
      }
      place = std::move(target).value();
    }
  }

  [[nodiscard]] bool is_for_plan() const { return options_.values == HoistedValues::placeholders; }

  JsonValue reference_to(std::string_view list, NodeId n) {
    return object_of("$ref", "#/" + std::string(list) + '/' + std::to_string(n));
  }

  // `{"name": "text"}`, made from events: AddMember would make room for 16 members.
  JsonValue object_of(std::string_view name, std::string_view text) {
    const auto size = [](std::string_view words) {
      return static_cast<rapidjson::SizeType>(words.size());
    };
    rapidjson::Document document(&allocator());
    auto generate = [&](rapidjson::Document& handler) {
      return handler.StartObject() && handler.Key(name.data(), size(name), true) &&
             handler.String(text.data(), size(text), true) && handler.EndObject(1);
    };
    document.Populate(generate);
    JsonValue object;
    static_cast<JsonValue&>(document).Swap(object);
    return object;
  }

  // What stands for entry n inside other entries: its number, and nothing to follow.
  JsonValue make_leaves() {
    JsonValue leaves(rapidjson::kArrayType);
    for (std::size_t n = 0; n < entries_.size(); ++n) {
      leaves.PushBack(object_of("title", std::to_string(n)), allocator());
    }
    return leaves;
  }

  JsonValue copy(std::string_view text) {
    return {text.data(), static_cast<rapidjson::SizeType>(text.size()), allocator()};
  }

  // Entry n in hoisted form; its subschemas become entries of their own.
  JsonValue rewrite(std::size_t n) {
    current_ = n;
    links_.resize(std::max(links_.size(), n + 1));
    const Value& source = *entries_[n].place.value;
    JsonValue object(rapidjson::kObjectType);
    object.AddMember("title", copy(std::to_string(n)), allocator());
    if (source.IsFalse() && options_.values == HoistedValues::originals) {
      object.AddMember("not", JsonValue(rapidjson::kObjectType), allocator());
    }
    if (!source.IsObject()) return object;
    // In the order of keywords.def, which is that of valijson's visit.
    for (const KeywordRow& row : keyword_rows()) {
      const Value* value = fault_ ? nullptr : find_member(source, row.name);
      if (value == nullptr || is_idle(source, row.keyword, *value) || !is_shaped(row, *value)) {
        continue;
      }
      std::optional<JsonValue> rewritten = rewrite_keyword(row, *value);
      if (!rewritten) continue;
      entries_[n].keywords.add(row.keyword);
      object.AddMember(copy(row.name), *rewritten, allocator());
    }
    return object;
  }

  // The metaschema has said so before; but it has not seen what stands at odd places.
  bool is_shaped(const KeywordRow& row, const Value& value) {
    const std::string_view complaint = shape_fault(row.shape, value);
    if (complaint.empty()) return true;
    fail(here(), "build.schema-invalid",
         '`' + std::string(row.name) + "` " + std::string(complaint), "", value);
    return false;
  }

  [[nodiscard]] const SchemaPlace& here() const { return entries_[current_].place; }

  std::optional<JsonValue> rewrite_keyword(const KeywordRow& row, const Value& value) {
    const std::string location = within(here().location, row.name);
    switch (row.role) {
      case KeywordRole::assertion:
        return rewrite_assertion(row, value);
      case KeywordRole::format:
        return rewrite_format(value);
      case KeywordRole::subschema:
        return link(row.keyword, value, location);
      case KeywordRole::items:
        if (!value.IsArray()) return link(row.keyword, value, location);
        [[fallthrough]];
      case KeywordRole::list:
        return rewrite_list(row.keyword, value, location);
      case KeywordRole::map:
      case KeywordRole::dependencies:
        return rewrite_map(row.keyword, value, location);
      default:
        return std::nullopt;
    }
  }

  JsonValue rewrite_assertion(const KeywordRow& row, const Value& value) {
    const bool keeps_values = options_.values == HoistedValues::originals;
    switch (row.keyword) {
      case Keyword::const_:
        return keeps_values ? JsonValue(value, allocator()) : JsonValue(0);
      case Keyword::enum_:
        return rewrite_enum(keeps_values);
      case Keyword::pattern:
        return copy(encode_name(text_of(value)));
      case Keyword::required:
        return rewrite_names(value);
      default:
        break;
    }
    if (row.shape == KeywordShape::count) return JsonValue(count_of(value));
    if (value.IsNumber() && !keeps_values) return JsonValue(1);
    return JsonValue(value, allocator());
  }

  JsonValue rewrite_enum(bool keeps_values) {
    JsonValue values(rapidjson::kArrayType);
    for (const Value* allowed : enum_values(*here().value, options_.revision)) {
      if (keeps_values) {
        values.PushBack(JsonValue(*allowed, allocator()), allocator());
      } else {
        values.PushBack(JsonValue(values.Size()), allocator());
      }
    }
    return values;
  }

  JsonValue rewrite_names(const Value& names) {
    JsonValue copies(rapidjson::kArrayType);
    for (const Value& name : names.GetArray()) {
      copies.PushBack(copy(encode_name(text_of(name))), allocator());
    }
    return copies;
  }

  // Only formats that assert reach valijson.
  std::optional<JsonValue> rewrite_format(const Value& value) {
    const std::string name(text_of(value));
    const format::FormatRow* row = format::find_format(name);
    if (row == nullptr) {
      warnings_.push_back(library_.fault(here().document, "build.format",
                                         "the format `" + name + "` is unknown and not enforced",
                                         "say what it means by `pattern`", value));
      return std::nullopt;
    }
    if (row->kind == format::FormatKind::annotation) return std::nullopt;
    if (!row->is_available) {
      fail(here(), "build.format", "this build of admit cannot judge the format `" + name + "`",
           "build it with " + std::string(row->build_option) + "=ON", value);
    }
    return copy(name);
  }

  // A reference in place of the schema `value` at `location`.
  JsonValue link(Keyword keyword, const Value& value, std::string location) {
    const NodeId n =
        hoist({&value, here().document, std::move(location)}, entries_[current_].depth + 1);
    if (!fault_) links_[current_].push_back({n, is_in_place(keyword)});
    return reference_to(is_for_plan() ? "leaves" : "definitions", n);
  }

  JsonValue rewrite_list(Keyword keyword, const Value& value, const std::string& location) {
    JsonValue schemas(rapidjson::kArrayType);
    for (rapidjson::SizeType i = 0; i < value.Size(); ++i) {
      schemas.PushBack(link(keyword, value[i], within(location, i)), allocator());
    }
    return schemas;
  }

  JsonValue rewrite_map(Keyword keyword, const Value& value, const std::string& location) {
    JsonValue map(rapidjson::kObjectType);
    for (const Value::Member& member : value.GetObject()) {
      if (keyword == Keyword::properties && is_later(member.value, options_.revision)) continue;
      const std::string_view name = text_of(member.name);
      JsonValue inner = member.value.IsArray()
                            ? rewrite_names(member.value)
                            : link(keyword, member.value, within(location, name));
      map.AddMember(copy(encode_name(name)), inner, allocator());
    }
    return map;
  }

  void refuse_loop() {
    const std::optional<NodeId> loop = find_loop(links_);
    if (!loop) return;
    const SchemaPlace& place = entries_[*loop].place;
    fail(place, "build.loop", "the schema leads back to itself without looking into the value",
         "such a schema never comes to an end", *place.value);
  }

  void fail(const SchemaPlace& place, std::string code, std::string_view message,
            std::string_view hint, const Value& value) {
    if (fault_) return;
    fault_ = library_.fault(place.document, std::move(code), message, hint, value);
  }

  Library& library_;
  const NormaliseOptions& options_;
  std::unique_ptr<rapidjson::Document> document_;
  std::vector<HoistedEntry> entries_;
  Links links_;
  std::size_t current_ = 0;  ///< the entry that is being rewritten
  std::unordered_map<const Value*, std::size_t> numbers_;
  std::vector<BuildError> warnings_;
  std::optional<BuildError> fault_;
};

}  // namespace

Result<HoistedSchema, BuildError> normalise(Library& library, const NormaliseOptions& options) {
  return Normaliser(library, options).run();
}

}  // namespace admit::schema
