// One fault in the middle of a request of 200 lines: where the report says that it is, in YAML and
// in JSON, whatever stands before it. The rows mark where the fault is: «here», and ‹there› what is
// said to explain it; tests/engine/marked_text.cc counts the lines and columns of the marks.
#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "engine/cases.h"
#include "engine/marked_text.h"
#include "engine/place_rows.h"

namespace {

using namespace admit;
using namespace admit::test;

using Text = std::vector<std::u32string>;

constexpr std::size_t kLines = 200;
constexpr std::size_t kServices = 27;
constexpr std::size_t kFaulty = 13;  // the service that a row writes, lines 96 to 102

// How the 200 lines are written around a fault.
struct Layout {
  std::u32string_view line_end = U"\n";     // a blank: all in one line
  std::u32string_view indent = U"  ";       // for each arrow at the beginning of a line
  std::u32string_view words = U"the shop";  // in comments and strings
  bool is_stream = false;                   // a document stands before
};

constexpr std::u32string_view kWordsOfManyBytes = U"é中😀 ñ漢🚀";
constexpr std::u32string_view kLineEnds[] = {U"\n", U"\r\n", U"\r"};

void replace_all(std::u32string& line, std::u32string_view from, std::u32string_view to) {
  for (std::size_t at = line.find(from); at != line.npos; at = line.find(from, at + to.size())) {
    line.replace(at, from.size(), to);
  }
}

// Writes lines as a layout wants them: `→` is a tab or indents, `%` stands for words, `@` for what
// makes a name different.
class Composer {
 public:
  explicit Composer(const Layout& layout) : layout_(layout) {}

  void add(std::u32string_view lines) {
    for (std::u32string& line : lines_of(lines)) {
      const std::size_t depth = std::min(line.find_first_not_of(U'→'), line.size());
      line.erase(0, depth);
      for (std::size_t i = 0; i < depth; ++i) line.insert(0, layout_.indent);
      replace_all(line, U"→", U"\t");
      replace_all(line, U"%", layout_.words);
      replace_all(line, U"@", number_);
      text_.push_back(std::move(line));
    }
  }

  // The services, the fault of `row` among them or behind them.
  void add_services(std::u32string_view service, const PlaceRow& row) {
    const std::size_t count = row.is_service ? kServices : kFaulty;
    for (std::size_t i = 0; i < count; ++i) {
      add(row.is_service && i == kFaulty ? row.lines : service);
      number_ += U'x';  // so that every name is another
    }
  }

  // `line` again and again, until `rest` lines are missing.
  void fill(std::u32string_view line, std::size_t rest) {
    while (text_.size() + rest < kLines) add(line);
  }

  [[nodiscard]] Text& text() noexcept { return text_; }

 private:
  Layout layout_;
  std::u32string number_;
  Text text_;
};

constexpr std::u32string_view kYamlService =
    UR"(  # %
  - name: shop-x@
    namespace: shop
    groupName: DEFAULT_GROUP
    sourceId: %
    addresses:
      - 10.0.0.7:8080)";

constexpr std::u32string_view kGoodDocument =
    UR"(%YAML 1.2
--- # é中😀
gatewayId: gw-cq7l5s5lhtgi6qasrdc0
sourceType: K8S
serviceConfigs: [{name: user, namespace: shop, sourceId: "é中😀"}]
...
# orders
---)";

Text yaml_lines(const PlaceRow& row, const Layout& layout) {
  Composer composer(layout);
  composer.add(U"# %\ngatewayId: gw-cq7l5s5lhtgi6qasrdc0");
  composer.add(row.is_service ? U"sourceType: MSE_NACOS" : U"# The source type stands below: %");
  composer.add(U"serviceConfigs:");
  composer.add_services(kYamlService, row);
  if (!row.is_service) composer.add(row.lines);
  composer.fill(U"# %", 0);
  Text text = std::move(composer.text());
  REQUIRE(text.size() == kLines);
  if (layout.is_stream) {
    const Text good = lines_of(kGoodDocument);
    text.insert(text.begin(), good.begin(), good.end());
  }
  return text;
}

constexpr std::u32string_view kJsonService =
    UR"(→→{
→→→"name": "shop-x@",
→→→"namespace": "shop",
→→→"groupName": "DEFAULT_GROUP",
→→→"sourceId": "%",
→→→"addresses": ["10.0.0.7:8080"]
→→},)";

Text json_lines(const PlaceRow& row, const Layout& layout) {
  Composer composer(layout);
  composer.add(U"{\n→\"gatewayId\": \"gw-cq7l5s5lhtgi6qasrdc0\",");
  composer.add(row.is_service ? U"→\"sourceType\": \"MSE_NACOS\"," : U"");
  composer.add(U"→\"serviceConfigs\": [");
  composer.add_services(kJsonService, row);
  composer.add(U"→→{\"name\": \"last\", \"namespace\": \"shop\", \"groupName\": \"G\"}\n→],");
  if (!row.is_service) composer.add(row.lines);
  composer.fill(U"→", 2);
  composer.add(U"→\"clientToken\": \"order-1\"\n}");
  REQUIRE(composer.text().size() == kLines);
  return std::move(composer.text());
}

std::string text_of(const Position& position) {
  return std::to_string(position.line) + ':' + std::to_string(position.column) + " (byte " +
         std::to_string(position.offset) + ')';
}

std::string text_of(std::string_view code, std::string_view pointer, const Range& range) {
  return std::string(code) + " at " + std::string(pointer) + ", from " + text_of(range.start) +
         " to " + text_of(range.end);
}

// Everything that is said of the documents of `source`.
std::vector<Violation> violations_in(const MarkedText& source, Syntax syntax) {
  static const Engine engine = build_engine(Options{});
  std::vector<Source> documents = {Source(source.text())};
  if (syntax == Syntax::yaml) documents = split_yaml(source.text());
  Scratch scratch;
  std::vector<Violation> all;
  for (const Source& document : documents) {
    const Report report = engine.check(document, scratch);
    all.insert(all.end(), report.violations().begin(), report.violations().end());
  }
  return all;
}

void check_row(const PlaceRow& row, const Text& lines, const Layout& layout, Syntax syntax) {
  CAPTURE(row.what);
  const MarkedText source(lines, layout.line_end);
  const std::vector<Violation> violations = violations_in(source, syntax);
  std::string said;
  std::string related;
  for (const Violation& one : violations) {
    said += text_of(one.code, one.pointer, one.range) + '\n';
    for (const Related& other : one.related) related += text_of("", "", other.range) + '\n';
  }
  CHECK(said == text_of(row.code, row.pointer, source.marked()) + '\n');
  CHECK(related == (source.related() ? text_of("", "", *source.related()) + '\n' : ""));
}

void check_yaml(const Layout& layout) {
  for (const PlaceRow& row : kYamlPlaceRows)
    check_row(row, yaml_lines(row, layout), layout, Syntax::yaml);
}

void check_json(const Layout& layout) {
  for (const PlaceRow& row : kJsonPlaceRows)
    check_row(row, json_lines(row, layout), layout, Syntax::json);
}

// A row of no fault: what is around the faults is good.
constexpr PlaceRow kGoodYaml = {"nothing", "", "", kYamlService};
constexpr PlaceRow kGoodJson = {"nothing", "", "", kJsonService};

TEST_CASE("the 200 lines without a fault are good") {
  for (const std::u32string_view words : {Layout{}.words, kWordsOfManyBytes}) {
    const Layout layout = {.words = words};
    Text yaml = yaml_lines(kGoodYaml, layout);
    Text json = json_lines(kGoodJson, layout);
    yaml.back() += U"«»";
    json.back() += U"«»";
    CHECK(violations_in(MarkedText(yaml, U"\n"), Syntax::yaml).empty());
    CHECK(violations_in(MarkedText(json, U"\n"), Syntax::json).empty());
  }
}

TEST_CASE("marks are counted and taken out") {
  const MarkedText marked({U"é", U"\t😀«中é»", U"‹›"}, U"\r\n");
  CHECK(marked.text() == "\xC3\xA9\r\n\t\xF0\x9F\x98\x80\xE4\xB8\xAD\xC3\xA9\r\n\r\n");
  CHECK(text_of("", "", marked.marked()) == " at , from 2:3 (byte 9) to 2:5 (byte 14)");
  CHECK(text_of(marked.related().value().start) == "3:1 (byte 16)");
}

TEST_CASE("YAML: one fault in the middle, with every line end") {
  for (const std::u32string_view line_end : kLineEnds) check_yaml({.line_end = line_end});
}

TEST_CASE("YAML: one fault behind characters of 2, 3 and 4 bytes") {
  for (const std::u32string_view line_end : kLineEnds) {
    check_yaml({.line_end = line_end, .words = kWordsOfManyBytes});
  }
}

TEST_CASE("YAML: one fault in a later document of a stream") {
  check_yaml({.line_end = U"\r\n", .words = kWordsOfManyBytes, .is_stream = true});
}

TEST_CASE("JSON: one fault in the middle, with every line end, indented by blanks and tabs") {
  for (const std::u32string_view line_end : kLineEnds) {
    for (const std::u32string_view indent : {U"  ", U"\t"}) {
      check_json({.line_end = line_end, .indent = indent});
    }
  }
}

TEST_CASE("JSON: one fault behind characters of 2, 3 and 4 bytes") {
  for (const std::u32string_view line_end : kLineEnds) {
    check_json({.line_end = line_end, .indent = U"\t", .words = kWordsOfManyBytes});
  }
}

TEST_CASE("JSON: one fault far into the only line") {
  check_json({.line_end = U" "});
  check_json({.line_end = U"\t", .indent = U"", .words = kWordsOfManyBytes});
}

}  // namespace
