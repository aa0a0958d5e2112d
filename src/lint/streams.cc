// A message -> lines on the error stream.
// Outside functions: print_error.
#include "lint/streams.h"

#include "text/escape.h"

namespace admit::lint {

void print_error(Streams& streams, std::string_view message, std::string_view hint) {
  streams.out.flush();
  streams.errors.write("admit: " + text::printable(message) + '\n');
  if (!hint.empty()) streams.errors.write("  hint: " + text::printable(hint) + '\n');
  streams.errors.flush();
}

}  // namespace admit::lint
