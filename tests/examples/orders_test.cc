// examples/orders: every good order passes, every bad one is refused for what it is named after,
// and the rules keep still where the schema has spoken.
#include <doctest/doctest.h>

#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "engine/cases.h"
#include "orders/orders_engine.h"
#include "orders/orders_rules.h"

namespace {

namespace fs = std::filesystem;
using namespace admit;
using namespace admit::test;

/// Names of files, and the codes reported on each: sorted, a space behind each.
using CodesByFile = std::map<std::string, std::string>;
using Lines = std::vector<std::string>;

const fs::path kFolder = fs::path(ADMIT_SOURCE_DIR) / "examples" / "orders";

Engine orders_engine() {
  auto built = orders::build_orders_engine(read_bytes(kFolder / "order.schema.json"));
  REQUIRE_MESSAGE(built.has_value(), built.error().message);
  return std::move(built).value();
}

CodesByFile codes_in(const char* folder) {
  const Engine engine = orders_engine();
  Scratch scratch;
  CodesByFile found;
  for (const auto& entry : fs::directory_iterator(kFolder / folder)) {
    const Report report = engine.check(read_bytes(entry.path()), scratch);
    std::multiset<std::string> codes;
    for (const Violation& violation : report.violations()) codes.insert(violation.code);
    std::string& words = found[entry.path().filename().string()];
    for (const std::string& code : codes) words += code + ' ';
  }
  return found;
}

void compare(const CodesByFile& found, const CodesByFile& expected) {
  CHECK(found.size() == expected.size());
  for (const CodesByFile::value_type& row : expected) {
    CAPTURE(row.first);
    REQUIRE(found.contains(row.first));
    CHECK(found.at(row.first) == row.second);
  }
}

// What is said about `card.json` after `from` in it has become `to`.
Lines found_after(const std::string& from, const std::string& to) {
  std::string body = read_bytes(kFolder / "good" / "card.json");
  const std::size_t at = body.find(from);
  REQUIRE_MESSAGE(at != std::string::npos, from);
  body.replace(at, from.size(), to);
  Scratch scratch;
  return list_violations(orders_engine().check(body, scratch));
}

TEST_CASE("every good order is accepted") {
  const Engine engine = orders_engine();
  Scratch scratch;
  for (const auto& entry : fs::directory_iterator(kFolder / "good")) {
    CAPTURE(entry.path().filename().string());
    CHECK(engine.accepts(read_bytes(entry.path()), scratch));
  }
  compare(codes_in("good"), {
                                {"card.json", ""},
                                {"invoice.json", ""},
                                {"note-at-pickup.json", "order.note-unused "},
                                {"transfer-and-pickup.json", ""},
                            });
}

TEST_CASE("every bad order is refused, and each mistake told once") {
  const Engine engine = orders_engine();
  Scratch scratch;
  for (const auto& entry : fs::directory_iterator(kFolder / "bad")) {
    CAPTURE(entry.path().filename().string());
    CHECK(!engine.accepts(read_bytes(entry.path()), scratch));
  }
  compare(codes_in("bad"),
          {
              {"card-without-token.json", "schema.one-of "},
              {"courier-without-address.json", "schema.required "},
              {"day-that-never-was.json", "schema.format "},
              {"half-a-cent.json", "schema.multiple-of "},
              {"invoice-without-vat-id.json", "order.vat-id-required "},
              {"misspelt-member.json", "schema.additional-properties "},
              {"no-lines.json", "schema.min-items "},
              {"order-id-of-another-form.json", "schema.pattern "},
              {"payment-by-cheque.json", "schema.one-of "},
              {"same-coupon-twice.json", "schema.unique-items "},
              {"several-mistakes.json",
               "order.total-mismatch order.vat-id-required schema.additional-properties "
               "schema.pattern schema.required "},
              {"token-of-another-form.json", "schema.one-of "},
              {"two-coupons-on-invoice.json", "order.coupons-too-many "},
              {"wrong-total.json", "order.total-mismatch "},
          });
}

TEST_CASE("every rule of the order API has an order that breaks it") {
  std::string raised;
  for (const char* folder : {"good", "bad"}) {
    for (const auto& [file, codes] : codes_in(folder)) raised += codes;
  }
  const RuleSet rules = orders::order_rules();
  CHECK(rules.rules().size() == 4);
  for (const auto& rule : rules.rules()) {
    for (const CodeInfo& code : rule->codes()) {
      CHECK_MESSAGE(raised.find(code.id + ' ') != std::string::npos, code.id);
    }
  }
}

TEST_CASE("the total is compared in whole cents") {
  CHECK(found_after("64.47", "64.470").empty());
  CHECK(found_after("64.47", "6447e-2").empty());
  CHECK(found_after("64.47", "64.46") == Lines{"error order.total-mismatch /total"});
}

TEST_CASE("the total is left alone where the lines cannot be added up") {
  CHECK(found_after("19.99", "19.995") == Lines{"error schema.multiple-of /lines/0/price"});
  CHECK(found_after("19.99", "\"19.99\"") == Lines{"error schema.type /lines/0/price"});
  CHECK(found_after("\"quantity\": 3", "\"quantity\": 9223372036854775807") ==
        Lines{"error schema.maximum /lines/0/quantity"});
  CHECK(found_after("64.47", "1e300") == Lines{"error schema.maximum /total"});
}

TEST_CASE("the token of a card is not quoted") {
  const std::string body = read_bytes(kFolder / "bad" / "token-of-another-form.json");
  const Engine engine = orders_engine();
  Scratch scratch;
  const Report report = engine.check(body, scratch);
  REQUIRE(!report.violations().empty());
  CHECK(whole_report(engine, body, report).find("4111") == std::string::npos);
}

}  // namespace
