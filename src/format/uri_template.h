// URI templates: text -> well-formed or not. Source: RFC 6570 section 2, all levels, with erratum
// 6937 (the apostrophe is a literal).
#pragma once

#include <string_view>

namespace admit::format {

/// `http://example.com/{term:1}/{?query*,page}`
bool is_uri_template(std::string_view text) noexcept;

}  // namespace admit::format
