// The rules of the order API: what one member of an order requires of another.
#pragma once

#include <admit/rule.h>

namespace orders {

/// All of them. Their codes:
///
///     order.vat-id-required   an order on invoice names the VAT number of the customer
///     order.note-unused       a note to the courier goes unread at the counter (a warning)
///     order.coupons-too-many  an order on invoice takes one coupon
///     order.total-mismatch    the total is what the lines add up to
admit::RuleSet order_rules();

}  // namespace orders
