// In a file of its own, so that a test program can take its place.
#include "prove/prove_by_default.h"

namespace admit::prove {

bool prove_by_default() noexcept {
  return true;
}

}  // namespace admit::prove
