// The engine on YAML: the same document in JSON and in YAML gets the same codes at the same
// pointers; what YAML alone has is found, and where.
#include <doctest/doctest.h>
#include <rapidjson/document.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <algorithm>
#include <compare>
#include <string>
#include <string_view>
#include <vector>

#include "admit/create_service.h"
#include "engine/cases.h"

namespace {

using namespace admit;
using namespace admit::test;

// A JSON value as YAML in block style: names and strings in double quotes, the rest as it is.
class YamlWriter {
 public:
  std::string write(const rapidjson::Value& value) {
    out_.clear();
    write_value(value, "");
    return out_;
  }

 private:
  void write_value(const rapidjson::Value& value, const std::string& indent) {
    if (value.IsObject() && value.MemberCount() > 0) {
      for (const auto& member : value.GetObject()) {
        out_ += "\n" + indent + json_of(member.name) + ":";
        write_value(member.value, indent + "  ");
      }
    } else if (value.IsArray() && !value.Empty()) {
      for (const auto& item : value.GetArray()) {
        out_ += "\n" + indent + "-";
        write_value(item, indent + "  ");
      }
    } else {
      out_ += " " + json_of(value);
    }
  }

  static std::string json_of(const rapidjson::Value& value) {
    rapidjson::StringBuffer buffer;
    rapidjson::Writer<rapidjson::StringBuffer> writer(buffer);
    value.Accept(writer);
    return {buffer.GetString(), buffer.GetSize()};
  }

  std::string out_;
};

struct Said {
  std::string code;
  std::string pointer;
  std::string member;
  friend auto operator<=>(const Said&, const Said&) = default;
};

std::vector<Said> said_of(const Report& report) {
  std::vector<Said> all;
  for (const Violation& violation : report.violations()) {
    const ParamValue* member = violation.param("member");
    const auto* name = member == nullptr ? nullptr : std::get_if<std::string>(member);
    all.push_back({violation.code, violation.pointer, name == nullptr ? "" : *name});
  }
  // In YAML an object begins where its first member does, which changes the order.
  std::ranges::sort(all);
  return all;
}

bool is_unreadable(const Report& report) {
  for (const Violation& violation : report.violations()) {
    if (violation.code.starts_with("input.") && violation.code != "input.duplicate-key") {
      return true;
    }
  }
  return false;
}

TEST_CASE("all of tests/data: the same in YAML as in JSON") {
  Scratch scratch;
  std::size_t compared = 0;
  for (const Case& one : load_all_cases()) {
    const Engine engine = build_engine(one);
    const Report json = engine.check(one.body, scratch);
    if (is_unreadable(json)) continue;
    rapidjson::Document document;
    document.Parse<rapidjson::kParseIterativeFlag>(one.body.data(), one.body.size());
    REQUIRE(!document.HasParseError());
    const std::string text = YamlWriter().write(document);
    if (text.size() > 100'000) continue;  // long names: YAML has none above 1024 characters
    CAPTURE(one.name);
    CAPTURE(text);
    const Report yaml = engine.check(Source(text, Syntax::yaml), scratch);
    CHECK(yaml.verdict() == json.verdict());
    CHECK(said_of(yaml) == said_of(json));
    ++compared;
  }
  CHECK(compared > 150);
}

// The one violation of `text`, as "line:column-line:column code pointer".
std::string only(std::string_view text, Options options = {}) {
  const Engine engine = build_engine(std::move(options));
  Scratch scratch;
  std::string all;
  for (const Source& source : split_yaml(text)) {
    const Report report = engine.check(source, scratch);
    for (const Violation& v : report.violations()) {
      const auto place = [](const Position& p) {
        return std::to_string(p.line) + ':' + std::to_string(p.column);
      };
      if (!all.empty()) all += '\n';
      all += place(v.range.start) + '-' + place(v.range.end) + ' ' + v.code + ' ' + v.pointer;
    }
  }
  return all;
}

TEST_CASE("places of what YAML alone has") {
  constexpr std::string_view kHead = "gatewayId: gw-cq7l5s5lhtgi6qasrdc0\nsourceType: VIP\n";
  const auto with = [&](std::string_view rest) {
    return only(std::string(kHead) + std::string(rest));
  };
  const std::string services = "serviceConfigs:\n- name: a\n  addresses: ['10.0.0.7:80']\n";
  CHECK(with(services) == "");
  CHECK(with(services + "  qualifier: &x LATEST\n") ==
        "6:14-6:23 yaml.anchor /serviceConfigs/0/qualifier");
  CHECK(with(services + "  qualifier: *x\n") == "6:14-6:16 yaml.alias /serviceConfigs/0/qualifier");
  CHECK(with(services + "  qualifier: !!int 1\n").starts_with("6:14-6:21 yaml.tag"));
  CHECK(with("serviceConfigs: !!seq\n- !!map\n  name: a\n  addresses: ['10.0.0.7:80']\n") == "");
  CHECK(with("serviceConfigs: !!map\n- name: a\n").starts_with("3:17-4:2 yaml.tag"));
  CHECK(with(services + "  <<: {}\n") == "6:3-6:5 yaml.merge-key /serviceConfigs/0/<<");
  CHECK(with(services + "  1: 2\n") == "6:3-6:4 yaml.key /serviceConfigs/0/1");
  CHECK(with(services + "  ? [a]\n  : 2\n") == "6:5-6:6 yaml.complex-key /serviceConfigs/0/?");
  CHECK(with(services + "  name: b\n") == "6:3-6:7 input.duplicate-key /serviceConfigs/0/name");
}

TEST_CASE("places within strings, quoted in every way") {
  const auto endpoint = [](std::string_view written) {
    return only(
        "gatewayId: gw-cq7l5s5lhtgi6qasrdc0\nsourceType: VIP\nserviceConfigs:\n"
        "- name: \xE5\x90\x8D\n  addresses: [" +
        std::string(written) + "]\n");
  };
  CHECK(endpoint("10.0.0.7:99999") ==
        "5:24-5:29 endpoint.port-range /serviceConfigs/0/addresses/0");
  CHECK(endpoint("'10.0.0.7:99999'") ==
        "5:25-5:30 endpoint.port-range /serviceConfigs/0/addresses/0");
  CHECK(endpoint("\"10.0.0.7\\u003a99999\"") ==
        "5:30-5:35 endpoint.port-range /serviceConfigs/0/addresses/0");
  CHECK(endpoint("\"\\x31\\u0030.0.0.7:99999\"") ==
        "5:33-5:38 endpoint.port-range /serviceConfigs/0/addresses/0");
  // Escapes of characters of 1 to 4 bytes in UTF-8, before the part that is wrong.
  CHECK(endpoint("\"\\x61\\u00e9.example:80\"") ==
        "5:20-5:26 endpoint.non-ascii /serviceConfigs/0/addresses/0");
  CHECK(endpoint("\"a\\u540d.example:80\"") ==
        "5:17-5:23 endpoint.non-ascii /serviceConfigs/0/addresses/0");
  CHECK(endpoint("\"a\\U0001F600.example:80\"") ==
        "5:17-5:27 endpoint.non-ascii /serviceConfigs/0/addresses/0");
  CHECK(endpoint("'a''b:80'") == "5:17-5:19 endpoint.label /serviceConfigs/0/addresses/0");
}

TEST_CASE("scalars are those of the core schema; others are doubtful") {
  struct Row {
    std::string_view scalar;
    std::string_view said;  // of a string that a schema wants
  };
  constexpr Row kRows[] = {
      {"a", ""},
      {"'no'", ""},
      {"no", "yaml.ambiguous-scalar"},
      {"Off", "yaml.ambiguous-scalar"},
      {"22:22", "yaml.ambiguous-scalar"},
      {"80:80", ""},
      {"10.0.0.7:80", ""},
      {"1_000", "yaml.ambiguous-scalar"},
      {"0b11", "yaml.ambiguous-scalar"},
      {"2026-08-21", "yaml.ambiguous-scalar"},
      {"2026-08-21T10:00:00Z", "yaml.ambiguous-scalar"},
      {"2026-08-21x", ""},
      {"190:20:30.15", "yaml.ambiguous-scalar"},
      {"1.2.3", ""},
      {"012", "schema.type"},
      {"12", "schema.type"},
      {"+12", "schema.type"},
      {"0o14", "schema.type"},
      {"0xC", "schema.type"},
      {"1.", "schema.type"},
      {".5", "schema.type"},
      {"1e3", "schema.type"},
      {"TRUE", "schema.type"},
      {"tRUE", ""},
      {"~", "schema.type"},
      {"", "schema.type"},
      {".inf", "input.number-range"},
      {"-.INF", "input.number-range"},
      {"1e999", "input.number-range"},
      {"!!str 12", ""},
      {"! 12", ""},
      {"|\n  no\n", ""},
  };
  const Engine engine = build_engine(Options{}, R"({"properties": {"s": {"type": "string"}}})");
  Scratch scratch;
  for (const Row& row : kRows) {
    CAPTURE(row.scalar);
    const std::string text = "s: " + std::string(row.scalar);
    const Report report = engine.check(Source(text, Syntax::yaml), scratch);
    const auto violations = report.violations();
    REQUIRE(violations.size() == (row.said.empty() ? 0 : 1));
    if (!row.said.empty()) CHECK(violations[0].code == row.said);
  }
}

TEST_CASE("numbers have the values of YAML 1.2") {
  const auto is = [](std::string_view scalar, std::string_view value) {
    const Engine engine =
        build_engine(Options{.report_from = Severity::error},
                     R"({"properties": {"n": {"const": )" + std::string(value) + "}}}");
    Scratch scratch;
    const std::string text = "n: " + std::string(scalar);
    return engine.check(Source(text, Syntax::yaml), scratch).verdict() == Verdict::accept;
  };
  CHECK(is("012", "12"));
  CHECK(is("-0012", "-12"));
  CHECK(is("+7", "7"));
  CHECK(is("0o14", "12"));
  CHECK(is("0xfF", "255"));
  CHECK(is("0xFFFFFFFFFFFFFFFF", "18446744073709551615"));
  CHECK(is(".5", "0.5"));
  CHECK(is("-.5e1", "-5.0"));
  CHECK(is("5.", "5"));
  CHECK(is("1.0E+2", "100"));
  CHECK(is("9007199254740993", "9007199254740993"));
  CHECK(!is("9007199254740993", "9007199254740992"));
  CHECK(is("00", "0"));
  CHECK(is("False", "false"));
  CHECK(is("Null", "null"));
}

TEST_CASE("what cannot be read") {
  CHECK(only("") == "1:1-1:1 input.empty ");
  CHECK(only("# nothing\n---\n...\n").ends_with("input.empty "));
  CHECK(only("a: [b\nc: d").starts_with("2:2-2:3 input.syntax"));
  CHECK(only("\xFF\xFE"
             "a")
            .find("input.encoding") != std::string::npos);
  CHECK(only("\xEF\xBB\xBF"
             "a: b")
            .starts_with("1:1-1:2 input.encoding"));
  CHECK(only("a: \xFF").starts_with("1:4-1:5 input.encoding"));
  CHECK(only(std::string_view("a: b\0c", 6)).starts_with("1:5-"));
  CHECK(only("\tb: c").find("input.syntax") != std::string::npos);
  CHECK(only("a: b\xE2\x80\xA8--- c").find("input.syntax") != std::string::npos);
  const std::string deep(100'000, '[');
  CHECK(only(deep).find("input.too-deep") != std::string::npos);
  CHECK(only("? " + deep).find("input.too-deep") != std::string::npos);
  CHECK(only(std::string(100'000, 'k') + ": 1").find("input.syntax") != std::string::npos);
}

TEST_CASE("directives: a hundred are read") {
  const auto with = [](std::size_t count, const std::string& line_break) {
    std::string text = "# head" + line_break;
    for (std::size_t i = 0; i < count; ++i) {
      text += "%TAG !" + std::to_string(i) + "! t" + line_break;
    }
    return only(text + "\n---\nsourceType: VIP\n", {.report_from = Severity::error});
  };
  for (const char* line_break : {"\n", "\r\n", "\r", "\xC2\x85", "\xE2\x80\xA8", "\xE2\x80\xA9"}) {
    CAPTURE(line_break);
    CHECK(with(100, line_break).find("service.configs-required") != std::string::npos);
    CHECK(with(101, line_break).find("input.syntax") != std::string::npos);
  }
  CHECK(with(101, "\n").starts_with("102:1-102:2 "));
  std::string block = "a: |\n";
  for (int i = 0; i < 200; ++i) block += " %\n";
  CHECK(only(block).find("input.syntax") == std::string::npos);
}

TEST_CASE("streams: documents, lines and offsets") {
  constexpr std::string_view kStream =
      "# head\n%YAML 1.2\n---\na: 1\n...\n# between\n--- {b: 2}\n---\n\n---\nc: |\n  ---\n";
  const std::vector<Source> documents = split_yaml(kStream);
  REQUIRE(documents.size() == 3);
  CHECK(documents[0].text.starts_with("# head\n%YAML"));
  CHECK(documents[0].line == 1);
  CHECK(documents[1].text.starts_with("# between\n--- {b: 2}"));
  CHECK(documents[1].line == 6);
  CHECK(documents[1].index == 1);
  CHECK(documents[2].line == 10);
  CHECK(kStream.substr(documents[2].offset) == documents[2].text);
  CHECK(split_yaml("--- # a comment\n--- !t x\n").size() == 1);
  CHECK(split_yaml("a\r---\rb").size() == 2);
  CHECK(split_yaml("a: '\n---x'").size() == 1);
  CHECK(split_yaml("1\n---\n2\n---\n3\n---\n4\n", 2).size() == 3);

  CHECK(only("sourceType: VIP\n---\n\nsourceType: 1\n", {.report_from = Severity::error})
            .find("4:13-4:14 schema.type /sourceType") != std::string::npos);
}

TEST_CASE("a million documents end in a finding") {
  std::string stream;
  for (int i = 0; i < 1'000'000; ++i) stream += "---\n1\n";
  const std::vector<Source> documents = split_yaml(stream);
  REQUIRE(documents.size() == 10'001);
  Scratch scratch;
  const Report report = build_engine(Options{}).check(documents.back(), scratch);
  REQUIRE(report.violations().size() == 1);
  CHECK(report.violations()[0].code == "yaml.too-many-documents");
  CHECK(report.violations()[0].range.start.line == 20'001);
}

TEST_CASE("secrets of YAML are in no report") {
  for (const std::string_view text : {
           "serviceConfigs: 1\napiKey: hunter2 # and\n",
           "apiKeys: [hunter2,\n  hunter2]\nserviceConfigs: 1\n",
           "apiKey:\n  hunter2: hunter2\nserviceConfigs: 1\n",
           "apiKey: |\n  hunter2\n  hunter2\nserviceConfigs: 1\n",
           "serviceConfigs: 1 # apiKey: hunter2\n",
           "serviceConfigs: [hunter2x, {apiKey: hunter2}, 1]\n",
           "? {apiKey: hunter2}\n: serviceConfigs\n",
           "serviceConfigs: {apiKey: *hunter2}\n",
           "serviceConfigs: {apiKey: &hunter2 hunter2}\n",
           "serviceConfigs: {apiKey: !hunter2 hunter2}\n",
           "apiKey: 'hunter2\nb: [",
       }) {
    CAPTURE(text);
    const Engine engine = build_engine(Options{});
    Scratch scratch;
    const Source source(text, Syntax::yaml);
    const std::string shown = text_report(engine, source, engine.check(source, scratch), "a.yaml") +
                              json_report(engine, engine.check(source, scratch), "a.yaml");
    CAPTURE(shown);
    CHECK(shown.find(" ") != std::string::npos);
    const std::size_t at = shown.find("hunter2");
    CHECK((at == std::string::npos || shown.substr(at, 8) == "hunter2x"));
  }
}

}  // namespace
