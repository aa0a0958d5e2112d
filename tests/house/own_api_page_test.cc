// docs/own-api.md shows what is there: each of its blocks stands in the file that is named above
// it, and its report is the one that the program prints.
#include <doctest/doctest.h>

#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "engine/cases.h"
#include "orders/orders_engine.h"
#include "orders/orders_report.h"

namespace admit::test {
namespace {

constexpr const char* kOrder = "examples/orders/bad/several-mistakes.json";

/// A fenced block of the page.
struct Block {
  std::string language;
  std::string file;  ///< of a line such as "`examples/orders/orders.cc`:" above it; else empty
  std::string text;
};

std::string read_source(const std::string& name) {
  return read_bytes(ADMIT_SOURCE_DIR "/" + name);
}

// The name between the backticks; empty where the line holds anything else.
std::string file_named_in(std::string_view line) {
  if (line.size() < 3 || !line.starts_with('`') || !line.ends_with("`:")) return {};
  return std::string(line.substr(1, line.size() - 3));
}

std::vector<Block> blocks_of(const std::string& page) {
  constexpr std::string_view kFence = "```";
  std::vector<Block> blocks;
  std::string above;  // the last line that was not empty
  bool is_inside = false;
  std::istringstream lines(page);
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with(kFence)) {
      is_inside = !is_inside;
      if (is_inside) blocks.push_back({line.substr(kFence.size()), file_named_in(above), {}});
    } else if (is_inside) {
      blocks.back().text += line + '\n';
    }
    if (!line.empty()) above = line;
  }
  return blocks;
}

std::string report_on(const std::string& order) {
  const auto engine = orders::build_orders_engine(read_source("examples/orders/order.schema.json"));
  REQUIRE_MESSAGE(engine.has_value(), engine.error().message);
  Scratch scratch;
  std::ostringstream out;
  orders::print_report(out, order, engine.value().check(read_source(order), scratch));
  return out.str();
}

TEST_CASE("the schema and the code of docs/own-api.md stand in the files that it names") {
  std::size_t quoted = 0;
  for (const Block& block : blocks_of(read_source("docs/own-api.md"))) {
    if (block.language == "text") continue;
    CAPTURE(block.text);
    REQUIRE_MESSAGE(!block.file.empty(), "no file is named above the block");
    CAPTURE(block.file);
    CHECK(('\n' + read_source(block.file)).find('\n' + block.text) != std::string::npos);
    ++quoted;
  }
  CHECK(quoted > 10);
}

TEST_CASE("the report of docs/own-api.md is the one that the program prints") {
  std::size_t reports = 0;
  for (const Block& block : blocks_of(read_source("docs/own-api.md"))) {
    if (block.language != "text") continue;
    CHECK(block.text == report_on(kOrder));
    ++reports;
  }
  CHECK(reports == 1);
}

}  // namespace
}  // namespace admit::test
