// DirectCompiler: a schema in hoisted form -> one closure for each keyword, called one in the
// other.
//
// An oracle: slow, obvious, and independent of the tree, the plan and the evaluators that the
// library makes of the same form.
#pragma once

#include <rapidjson/document.h>

#include <functional>
#include <string_view>
#include <vector>

namespace admit::test {

class DirectCompiler {
 public:
  /// `hoisted` must outlive it. Throws std::logic_error for a keyword that it does not know.
  explicit DirectCompiler(const rapidjson::Document& hoisted);
  DirectCompiler(const DirectCompiler&) = delete;
  DirectCompiler& operator=(const DirectCompiler&) = delete;

  [[nodiscard]] bool accepts(const rapidjson::Value& body) const { return definitions_[0](body); }

 private:
  using Json = rapidjson::Value;
  using Check = std::function<bool(const Json&)>;
  // Makes the check of a keyword from its argument and the schema around it.
  using Maker = Check (DirectCompiler::*)(const Json& argument, const Json& schema) const;
  struct Row {
    std::string_view keyword;
    Maker maker;
  };
  static const std::vector<Row>& rows();

  [[nodiscard]] Check compile(const Json& schema) const;
  [[nodiscard]] Check compile_keyword(std::string_view name, const Json& argument,
                                      const Json& schema) const;
  [[nodiscard]] std::vector<Check> compile_list(const Json& schemas) const;

  [[nodiscard]] Check all_of(const Json& argument, const Json& schema) const;
  [[nodiscard]] Check any_of(const Json& argument, const Json& schema) const;
  [[nodiscard]] Check one_of(const Json& argument, const Json& schema) const;
  [[nodiscard]] Check not_(const Json& argument, const Json& schema) const;
  [[nodiscard]] Check if_(const Json& argument, const Json& schema) const;
  [[nodiscard]] Check dependencies(const Json& argument, const Json& schema) const;
  [[nodiscard]] Check items(const Json& argument, const Json& schema) const;
  [[nodiscard]] Check contains(const Json& argument, const Json& schema) const;
  [[nodiscard]] Check properties(const Json& argument, const Json& schema) const;
  [[nodiscard]] Check pattern_properties(const Json& argument, const Json& schema) const;
  [[nodiscard]] Check additional_properties(const Json& argument, const Json& schema) const;
  [[nodiscard]] Check property_names(const Json& argument, const Json& schema) const;
  template <Check (*make)(const Json&)>
  [[nodiscard]] Check plain(const Json& argument, const Json&) const {
    return make(argument);
  }

  std::vector<Check> definitions_;
};

}  // namespace admit::test
