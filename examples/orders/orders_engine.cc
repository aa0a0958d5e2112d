// Schema, rules and options -> the engine of the order API (build_orders_engine).
#include "orders/orders_engine.h"

#include "orders/orders_rules.h"

namespace orders {

admit::Result<admit::Engine, admit::BuildError> build_orders_engine(std::string_view schema) {
  admit::Options options;
  options.secret_members = {"token"};
  return admit::Engine::build(schema, order_rules(), options);
}

}  // namespace orders
