// random_body: bodies that nearly meet a schema, made of what it mentions.
#pragma once

#include <rapidjson/document.h>

#include <random>
#include <string>

namespace admit::test {

/// The text of a body for a schema in hoisted form.
std::string random_body(const rapidjson::Document& hoisted, std::mt19937& random);

}  // namespace admit::test
