// random_schema: small schemas of draft-07 with every keyword, each one valid and without a loop.
#pragma once

#include <random>
#include <string>

namespace admit::test {

/// The text of a schema. Its patterns are simple, and every reader holds its numbers exactly, but
/// for the divisor 0.1.
std::string random_schema(std::mt19937& random);

}  // namespace admit::test
