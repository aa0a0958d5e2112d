// Node: a read-only view of one JSON value of the request, as rules see it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace admit {

namespace input {
class DocumentView;
}

/// A value of the request, or the absence of one.
///
/// A Node is two pointers: pass it by value. It is valid during Rule::check only, as are the views
/// that it returns. All calls are cheap, allocate nothing and never fail: what is not there, or has
/// another type, is an absent Node or an empty optional.
///
/// A value that the schema has already refused (wrong type, not in an enum or const) yields no
/// content: its typed readers return nothing and it has no items or members, though it
/// `is_given()`. So no rule speaks a second time about a value that has been reported.
///
///     for (Node service : request["serviceConfigs"].items())
///       if (auto name = service["name"].string()) ...
class Node {
 public:
  enum class Kind : std::uint8_t { absent, null, boolean, number, string, array, object };

  Node() = default;
  Node(const void* value, const input::DocumentView* view) noexcept : value_(value), view_(view) {}

  [[nodiscard]] Kind kind() const noexcept;

  /// True where the document has a value here, null included.
  [[nodiscard]] bool exists() const noexcept { return value_ != nullptr; }

  /// True for a value that is there, is not null and is not the empty string; also for a value that
  /// the schema has refused. This is what "present" means in a rule.
  [[nodiscard]] bool is_given() const noexcept;

  /// The text, decoded from its escapes; nothing for other types.
  [[nodiscard]] std::optional<std::string_view> string() const noexcept;

  /// true or false; nothing for other types.
  [[nodiscard]] std::optional<bool> boolean() const noexcept;

  /// An integral number that fits in 64 bits (`1.0` is one); nothing for others.
  [[nodiscard]] std::optional<std::int64_t> integer() const noexcept;

  /// Any number, rounded to the nearest double.
  [[nodiscard]] std::optional<double> number() const noexcept;

  /// The member called `name`; absent where there is none or this is no object. Of a name that
  /// stands twice, the last.
  [[nodiscard]] Node operator[](std::string_view name) const noexcept;

  /// Items of an array or members of an object; 0 for others.
  [[nodiscard]] std::size_t size() const noexcept;

  /// The item, or the value of the member, at `index`, in source order; absent past the end.
  [[nodiscard]] Node at(std::size_t index) const noexcept;

  /// The name of the member at `index` of an object; empty past the end and for others.
  [[nodiscard]] std::string_view name_at(std::size_t index) const noexcept;

  /// The items of an array, or the member values of an object, for a range-based for.
  class Items;
  [[nodiscard]] Items items() const noexcept;

  /// The identity of the value within its document; null when absent.
  [[nodiscard]] const void* id() const noexcept { return value_; }

  friend bool operator==(const Node& a, const Node& b) noexcept { return a.value_ == b.value_; }

 private:
  [[nodiscard]] bool is_refused() const noexcept;

  const void* value_ = nullptr;
  const input::DocumentView* view_ = nullptr;
};

class Node::Items {
 public:
  class Iterator {
   public:
    Iterator(Node parent, std::size_t index) noexcept : parent_(parent), index_(index) {}
    Node operator*() const noexcept { return parent_.at(index_); }
    Iterator& operator++() noexcept { return ++index_, *this; }
    friend bool operator!=(const Iterator& a, const Iterator& b) noexcept {
      return a.index_ != b.index_;
    }

   private:
    Node parent_;
    std::size_t index_;
  };

  explicit Items(Node parent) noexcept : parent_(parent) {}
  [[nodiscard]] Iterator begin() const noexcept { return {parent_, 0}; }
  [[nodiscard]] Iterator end() const noexcept { return {parent_, parent_.size()}; }

 private:
  Node parent_;
};

inline Node::Items Node::items() const noexcept {
  return Items(*this);
}

}  // namespace admit
