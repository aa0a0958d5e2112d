// A switch for tests: a program that brings a prove_by_default() of its own explains every request.
#pragma once

namespace admit::prove {

bool prove_by_default() noexcept;

}  // namespace admit::prove
