// The engine of the order API.
#pragma once

#include <admit/engine.h>

#include <string_view>

namespace orders {

/// Makes the engine from the text of order.schema.json and the rules. Tokens of cards never appear
/// in what it reports.
admit::Result<admit::Engine, admit::BuildError> build_orders_engine(std::string_view schema);

}  // namespace orders
