# Script behind admit_embed_text: INPUT -> SOURCE and HEADER. A raw string literal may hold 64 KiB on
# some compilers, so the text goes in as a list of shorter ones.
file(READ ${INPUT} text)
string(LENGTH "${text}" length)
set(pieces "")
set(at 0)
while(at LESS length)
  string(SUBSTRING "${text}" ${at} 8000 piece)
  string(APPEND pieces "\n    R\"admit_text(${piece})admit_text\"")
  math(EXPR at "${at} + 8000")
endwhile()
file(WRITE ${HEADER} "#pragma once
#include <string_view>
namespace admit::embedded {
extern const std::string_view ${SYMBOL};
}
")
file(WRITE ${SOURCE} "#include \"embedded/${SYMBOL}.h\"
namespace admit::embedded {
const std::string_view ${SYMBOL} = ${pieces};
}
")
