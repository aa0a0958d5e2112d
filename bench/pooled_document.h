// PooledDocument: RapidJSON's DOM in memory that is used again from body to body.
#pragma once

#include <rapidjson/document.h>

#include <cstddef>
#include <string>
#include <vector>

namespace admit::bench {

class PooledDocument {
 public:
  using Pool = rapidjson::MemoryPoolAllocator<>;
  using Document = rapidjson::GenericDocument<rapidjson::UTF8<>, Pool, Pool>;

  /// Null where the body is no JSON; valid until the next call.
  const Document* parse(const std::string& body) {
    values_.Clear();
    stack_.Clear();
    document_.Parse(body.c_str(), body.size());
    return document_.HasParseError() ? nullptr : &document_;
  }

 private:
  static constexpr std::size_t kBytes = std::size_t{32} << 20;  // more than any body here needs

  std::vector<char> value_bytes_ = std::vector<char>(kBytes);
  std::vector<char> stack_bytes_ = std::vector<char>(kBytes);
  Pool values_{value_bytes_.data(), kBytes};
  Pool stack_{stack_bytes_.data(), kBytes};
  Document document_{&values_, 1024, &stack_};
};

}  // namespace admit::bench
