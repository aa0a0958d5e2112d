// What the oracles start from: the hoisted form of a schema, and bodies as plain values.
#include "schema/oracle_input.h"

#include <stdexcept>
#include <utility>

#include "admit/engine.h"
#include "input/document.h"
#include "schema/library.h"
#include "schema/normalise.h"

namespace admit::test {
namespace {

std::runtime_error error_of(const BuildError& fault) {
  return std::runtime_error(fault.code + " at `" + fault.pointer + "`: " + fault.message);
}

// Copies by value, since RapidJSON's own copy leaves strings where they are.
rapidjson::Value copy_of(const input::Value& value, rapidjson::Document::AllocatorType& allocator) {
  using rapidjson::Value;
  if (value.IsString()) return {value.GetString(), value.GetStringLength(), allocator};
  if (value.IsArray()) {
    Value items(rapidjson::kArrayType);
    for (const input::Value& item : value.GetArray()) {
      items.PushBack(copy_of(item, allocator), allocator);
    }
    return items;
  }
  if (!value.IsObject()) return Value(value, allocator);
  Value members(rapidjson::kObjectType);
  for (const input::Value::Member& member : value.GetObject()) {
    members.AddMember(copy_of(member.name, allocator), copy_of(member.value, allocator), allocator);
  }
  return members;
}

}  // namespace

struct HoistedText::Parts {
  schema::Library library;
  schema::HoistedSchema form;
};

HoistedText::HoistedText(std::string_view schema, const SchemaResolver& resolver)
    : parts_(std::make_unique<Parts>(
          Parts{schema::Library({resolver, {}, false, Limits{}.max_schema_depth * 4}), {}})) {
  if (auto fault = parts_->library.add_root(schema)) throw error_of(*fault);
  auto form = normalise(parts_->library, {.values = schema::HoistedValues::originals});
  if (!form) throw error_of(form.error());
  parts_->form = std::move(form).value();
}

HoistedText::~HoistedText() = default;

const rapidjson::Document& HoistedText::document() const noexcept {
  return *parts_->form.document;
}

rapidjson::Document read_body(std::string_view text) {
  input::DocumentMemory memory;
  input::Document document(memory);
  if (document.read(text, Limits{}, 1).error) throw std::runtime_error(std::string(text));
  rapidjson::Document body;
  body.CopyFrom(copy_of(document.root(), body.GetAllocator()), body.GetAllocator());
  return body;
}

}  // namespace admit::test
