// orders SCHEMA ORDER...: decides each order by the schema, and says why. Exit code 0 when all of
// them pass, 1 when one is refused, 2 when there is no engine or no such file.
#include <fstream>
#include <iostream>
#include <iterator>
#include <optional>
#include <string>

#include "orders/orders_engine.h"
#include "orders/orders_report.h"

namespace {

std::optional<std::string> read_file(const std::string& name) {
  std::ifstream file(name, std::ios::binary);
  if (!file) return std::nullopt;
  return std::string(std::istreambuf_iterator<char>(file), {});
}

int complain(const std::string& words) {
  std::cerr << words << '\n';
  return 2;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) return complain("usage: orders SCHEMA ORDER...");
  const auto schema = read_file(argv[1]);
  if (!schema) return complain(std::string("cannot read ") + argv[1]);
  const auto engine = orders::build_orders_engine(*schema);
  if (!engine) return orders::print_fault(std::cerr, argv[1], engine.error()), 2;

  admit::Scratch scratch;
  bool all_pass = true;
  for (int i = 2; i < argc; ++i) {
    const auto order = read_file(argv[i]);
    if (!order) return complain(std::string("cannot read ") + argv[i]);
    const admit::Report report = engine.value().check(*order, scratch);
    orders::print_report(std::cout, argv[i], report);
    all_pass = all_pass && report.verdict() == admit::Verdict::accept;
  }
  return all_pass ? 0 : 1;
}
