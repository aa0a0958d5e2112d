# Script behind admit_embed_pages: FOLDER and NAMES (sorted, with commas between) -> SOURCE and
# HEADER. The pages must be ASCII and short enough for one raw string literal.
string(REPLACE "," ";" names "${NAMES}")
set(rows "")
foreach(name IN LISTS names)
  file(READ "${FOLDER}/${name}.md" text)
  if(text MATCHES "[^\n -~]")
    message(FATAL_ERROR "${FOLDER}/${name}.md: a page holds printable ASCII and line ends only")
  endif()
  string(APPEND rows "    Page{\"${name}\", R\"admit_page(${text})admit_page\"},\n")
endforeach()
file(WRITE "${HEADER}" "#pragma once
#include <span>
#include <string_view>
namespace admit::embedded {
struct Page {
  std::string_view name;
  std::string_view text;
};
std::span<const Page> ${SYMBOL}() noexcept;
}
")
if(rows STREQUAL "")
  set(body "return {};")
else()
  set(body "static constexpr Page kPages[] = {\n${rows}  };\n  return kPages;")
endif()
file(WRITE "${SOURCE}" "#include \"embedded/${SYMBOL}.h\"
namespace admit::embedded {
std::span<const Page> ${SYMBOL}() noexcept {
  ${body}
}
}
")
