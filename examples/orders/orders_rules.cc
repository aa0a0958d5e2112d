// Three declarative rules and an irregular one -> the RuleSet of the order API (order_rules).
#include "orders/orders_rules.h"

#include <admit/conditional_rule.h>

#include <cmath>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>

namespace orders {
namespace {

// Amounts and quantities that the schema allows; the sum of a request's lines then fits by far.
constexpr double kMaxAmount = 1000000;
constexpr std::int64_t kMaxQuantity = 999;

// An amount in cents; nothing for what is no amount, which the schema has told already.
std::optional<std::int64_t> read_cents(admit::Node node) {
  const auto amount = node.number();
  if (!amount || *amount < 0 || *amount > kMaxAmount) return std::nullopt;
  const std::int64_t cents = std::llround(*amount * 100);
  // Of a number in whole cents, `cents / 100` is the nearest double again; of another it is not.
  if (static_cast<double>(cents) / 100 != *amount) return std::nullopt;
  return cents;
}

std::optional<std::int64_t> read_quantity(admit::Node node) {
  const auto quantity = node.integer();
  if (!quantity || *quantity < 1 || *quantity > kMaxQuantity) return std::nullopt;
  return quantity;
}

// What the lines add up to; nothing where one of them cannot be read.
std::optional<std::int64_t> add_up(admit::Node lines) {
  std::int64_t sum = 0;
  for (const admit::Node line : lines.items()) {
    const auto quantity = read_quantity(line["quantity"]);
    const auto price = read_cents(line["price"]);
    if (!quantity || !price) return std::nullopt;
    sum += *quantity * *price;
  }
  return sum;
}

// 4207 -> "42.07"
std::string amount_text(std::int64_t cents) {
  const std::string fraction = std::to_string(cents % 100);
  return std::to_string(cents / 100) + (fraction.size() == 1 ? ".0" : ".") + fraction;
}

// A requirement that no declaration expresses: it takes arithmetic over all lines.
class TotalIsTheSum : public admit::Rule {
 public:
  TotalIsTheSum()
      : Rule({{.id = "order.total-mismatch", .title = "the total is what the lines add up to"}}) {}

  void check(admit::Node order, admit::Findings& out) const override {
    const admit::Node lines = order["lines"];
    const admit::Node total = order["total"];
    const auto sum = add_up(lines);
    const auto cents = read_cents(total);
    if (lines.size() == 0 || !sum || !cents || *sum == *cents) return;
    out.at("order.total-mismatch", total)
        .related(lines, "the lines")
        .param("sum", amount_text(*sum))
        .message("{place} is {value}, but the lines add up to {sum}")
        .hint("write {sum}, or correct the lines");
  }
};

}  // namespace

admit::RuleSet order_rules() {
  admit::RuleSet rules;
  rules.add(admit::require("customer/vatId")
                .when("/payment/method", {"INVOICE"})
                .as("order.vat-id-required")
                .example("DE123456789"));
  rules.add(admit::forbid("courierNote")
                .when("/shipping", {"PICKUP"})
                .as("order.note-unused")
                .severity(admit::Severity::warning));
  rules.add(admit::expect_at_most("coupons", 1)
                .when("/payment/method", {"INVOICE"})
                .as("order.coupons-too-many"));
  rules.add(std::make_unique<TotalIsTheSum>());
  return rules;
}

}  // namespace orders
