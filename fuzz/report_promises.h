// What every report keeps, whatever was checked by whatever engine.
#pragma once

#include <string>
#include <vector>

#include "admit/engine.h"

namespace admit::fuzz {

/// Places lie within the source and come in order; verdict, counts and violations fit together;
/// codes are those of the engine; texts are UTF-8, messages one line.
void check_report(const Engine& engine, const Source& source, const Report& report);

/// Both reports say the same, to the letter.
void check_same(const Report& a, const Report& b);

/// One line a violation, sorted: what does not depend on how a document is written. Codes that
/// start with `without` are left out, where it is not empty.
std::vector<std::string> lines_of(const Report& report, std::string_view without = {});

/// Whether the bytes could not be read as one document without a doubt.
bool is_unreadable(const Report& report);

}  // namespace admit::fuzz
