// Engine::schema and schema_with_rules: the printed schema, judged by an engine of its own, refuses
// what the engine that printed it refuses.
#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <set>
#include <string>
#include <vector>

#include "admit/create_service.h"
#include "admit/endpoint.h"
#include "engine/json_tree.h"
#include "engine/own_api.h"
#include "format/ecma_pattern.h"

namespace {

using namespace admit;
using namespace admit::test;

SchemaText printed(const Engine& engine) {
  auto schema = engine.schema_with_rules();
  REQUIRE(schema.has_value());
  return std::move(schema).value();
}

// A printed schema stands for itself: no rules, null is null.
Engine engine_of(const std::string& schema) {
  auto engine = Engine::build(schema, {});
  REQUIRE_MESSAGE(engine.has_value(), (engine ? "" : engine.error().message));
  return std::move(engine).value();
}

// An error that no schema can say: about the bytes, or a code that was left out.
bool is_beyond(const Violation& violation, const std::vector<std::string>& left_out) {
  return violation.severity == Severity::error &&
         (violation.code.starts_with("input.") ||
          std::ranges::find(left_out, violation.code) != left_out.end());
}

// An engine and its printed schema, side by side.
class Twins {
 public:
  explicit Twins(const Options& options)
      : engine_(build_engine(options)), text_(printed(engine_)), twin_(engine_of(text_.json)) {}

  [[nodiscard]] const SchemaText& text() const noexcept { return text_; }

  // Counts bodies, so that a test can say how many it has compared.
  void compare(const std::string& body) {
    const Report report = engine_.check(body, scratch_);
    if (std::ranges::any_of(report.violations(), [&](const Violation& violation) {
          return is_beyond(violation, text_.left_out);
        })) {
      return;
    }
    ++compared_;
    if (report.verdict() == Verdict::accept) ++accepted_;
    CHECK_MESSAGE(twin_.accepts(body, scratch_) == (report.verdict() == Verdict::accept), body);
  }

  [[nodiscard]] std::size_t compared() const noexcept { return compared_; }
  [[nodiscard]] std::size_t accepted() const noexcept { return accepted_; }

 private:
  Engine engine_;
  SchemaText text_;
  Engine twin_;
  Scratch scratch_;
  std::size_t compared_ = 0;
  std::size_t accepted_ = 0;
};

const std::array<std::string, 8> kReplacements = {"null", R"("")", "0",      "true",
                                                  "[]",   "{}",    R"("x")", R"("10.0.0.7:80")"};

// Calls `visit` with the text of `document` after each of: one value replaced, one member or item
// taken away.
template <class Visit>
void each_edit(const JsonTree& document, JsonTree& part, const Visit& visit) {
  for (std::size_t i = 0; i < part.children.size(); ++i) {
    const auto kept = part.children[i];
    for (const std::string& replacement : kReplacements) {
      part.children[i].value = *parse_json_tree(replacement);
      visit(write_json_tree(document, {}));
    }
    part.children.erase(part.children.begin() + static_cast<std::ptrdiff_t>(i));
    visit(write_json_tree(document, {}));
    part.children.insert(part.children.begin() + static_cast<std::ptrdiff_t>(i), kept);
    each_edit(document, part.children[i].value, visit);
  }
}

// Every case of tests/data for CreateService; of those that are good, and small enough, each with
// one edit, too.
void compare_over_cases(Twins& twins) {
  std::set<std::string> seen;
  for (const Case& request : load_all_cases()) {
    if (!request.schema.empty() || request.body.size() > 4096) continue;
    twins.compare(request.body);
    const bool is_good = request.path.parent_path().filename() == "ok";
    if (!is_good || request.body.size() > 600) continue;
    std::optional<JsonTree> document = parse_json_tree(request.body);
    if (!document) continue;
    each_edit(*document, *document, [&](const std::string& body) {
      if (seen.insert(body).second) twins.compare(body);
    });
  }
}

TEST_CASE("with rules: the printed schema and the engine have one verdict") {
  for (const char* options : {"", "revision=2026-02-05", "strict=true", "unknown_members=deny",
                              "severity=schema.null=error", "severity=endpoint.underscore=error"}) {
    CAPTURE(options);
    Twins twins(parse_options(options));
    compare_over_cases(twins);
    CHECK(twins.compared() > 2000);
    CHECK(twins.accepted() > 200);
  }
}

TEST_CASE("codes that no schema can say are left out, and named in the text") {
  CHECK(printed(build_engine(Options{})).left_out.empty());
  const SchemaText strict = printed(build_engine(parse_options("strict=true")));
  CHECK(std::ranges::find(strict.left_out, "agent.provider-unknown") == strict.left_out.end());
  for (const std::string& code : strict.left_out) {
    CHECK(strict.json.find(code) != std::string::npos);
  }
  const SchemaText loud = printed(build_engine(
      parse_options("severity=service.duplicate-name=error severity=endpoint.list=warning")));
  const auto is_left_out = [&](const std::string& code) {
    return std::ranges::find(loud.left_out, code) != loud.left_out.end();
  };
  CHECK(is_left_out("service.duplicate-name"));
  CHECK(is_left_out("endpoint.label"));
}

TEST_CASE("without rules: the schema of the revision, with its annotations") {
  const auto older = build_engine(parse_options("revision=2026-02-05")).schema();
  REQUIRE(older.has_value());
  CHECK(older.value().json.find("x-since") == std::string::npos);
  CHECK(older.value().json.find("modelProviderId") == std::string::npos);
  CHECK(older.value().json.find("AGENT\"") == std::string::npos);
  CHECK(older.value().json.find("\"title\": \"Gateway ID\"") != std::string::npos);
  const auto newest = build_engine(Options{}).schema();
  REQUIRE(newest.has_value());
  CHECK(newest.value().json.find("modelProviderId") != std::string::npos);
  CHECK(newest.value().json.find("\"then\"") == std::string::npos);
}

TEST_CASE("a schema of several documents cannot be said in one") {
  Options options;
  options.resolver = [](std::string_view) {
    return std::optional<std::string>(R"({"type": "string"})");
  };
  const auto engine = Engine::build(R"({"$ref": "http://example.com/other.json"})", {}, options);
  REQUIRE(engine.has_value());
  const auto schema = engine.value().schema();
  REQUIRE(!schema.has_value());
  CHECK(schema.error().code == "build.reference");
}

TEST_CASE("an own API: required members, counts and conditions") {
  RuleSet rules;
  rules.add(require("region").in("/items/*").when("/items/*/kind", {"REGIONAL"}).as("acme.region"));
  rules.add(forbid("zone").when_not("/mode", {"zonal"}).as("acme.zone"));
  rules.add(expect_at_most("items", 2).as("acme.items"));
  Options options;
  options.null_is_absent = true;
  const auto built = Engine::build(
      R"({"type": "object", "required": ["mode"], "minProperties": 1,
          "properties": {"mode": {"enum": ["zonal", "regional"]}, "zone": {"type": "string"},
                         "items": {"type": "array", "items": {"type": "object"}}}})",
      std::move(rules), options);
  REQUIRE(built.has_value());
  const SchemaText text = printed(built.value());
  CHECK(text.left_out == std::vector<std::string>{"schema.min-properties"});
  const Engine twin = engine_of(text.json);
  Scratch scratch;
  for (const char* body :
       {R"({"mode": "zonal"})", R"({"mode": null})", R"({"mode": "regional", "zone": "a"})",
        R"({"mode": "zonal", "zone": "a"})", R"({"mode": "regional", "zone": ""})",
        R"({"mode": "regional", "zone": null})", R"({"mode": "zonal", "items": [{}, {}, {}]})",
        R"({"mode": "zonal", "items": [{"kind": "REGIONAL"}]})",
        R"({"mode": "zonal", "items": [{"kind": "REGIONAL", "region": null}]})",
        R"({"mode": "zonal", "items": [{"kind": "REGIONAL", "region": "r"}]})",
        R"({"mode": "zonal", "items": null})", R"({"mode": "zonal", "items": [null]})"}) {
    CHECK_MESSAGE(twin.accepts(body, scratch) == built.value().accepts(body, scratch), body);
  }
}

TEST_CASE("an own API: what an endpoint has to be") {
  RuleSet rules;
  rules.add(expect_ip_host("ips/*").as("acme.ip"));
  rules.add(expect_name_host("names/*").as("acme.name"));
  rules.add(expect_port("ports/*").as("acme.port"));
  const auto built = Engine::build(
      R"({"properties": {"ips": {"type": "array"}, "names": {"type": "array"},
                         "ports": {"type": "array"}}})",
      std::move(rules), Options{});
  REQUIRE(built.has_value());
  const SchemaText text = printed(built.value());
  CHECK(text.left_out.empty());
  const Engine twin = engine_of(text.json);
  Scratch scratch;
  std::size_t accepted = 0;
  for (const char* member : {"ips", "names", "ports"}) {
    for (const char* value : {"a.example:80", "a.example", "10.0.0.7:80", "10.0.0.7", "[::1]:80",
                              "::1", "a_b:80", "?", ""}) {
      const std::string body = std::string("{\"") + member + "\": [\"" + value + "\"]}";
      const bool is_accepted = built.value().accepts(body, scratch);
      accepted += is_accepted ? 1 : 0;
      CHECK_MESSAGE(twin.accepts(body, scratch) == is_accepted, body);
    }
  }
  CHECK(accepted > 9);
  CHECK(accepted < 27);
}

TEST_CASE("null is said in lists of schemas, too") {
  Options options;
  options.null_is_absent = true;
  const auto built = Engine::build(
      R"({"allOf": [{"properties": {"a": {"type": "integer"}}}, {"required": ["b"]}],
          "properties": {"b": {"items": [{"type": "string"}, {"properties": {"c": {"const": 1}}}]},
                         "d": {"anyOf": [{"properties": {"e": {"type": "string"}}}, false]}}})",
      {}, options);
  REQUIRE(built.has_value());
  const Engine twin = engine_of(printed(built.value()).json);
  Scratch scratch;
  std::size_t accepted = 0;
  for (const char* body :
       {R"({"b": []})", R"({"b": null})", R"({"a": null, "b": []})", R"({"a": "x", "b": []})",
        R"({"b": ["x", {"c": null}]})", R"({"b": ["x", {"c": 2}]})", R"({"b": [null]})",
        R"({"b": 1, "d": {"e": null}})", R"({"b": 1, "d": {"e": 1}})", R"({"b": 1, "d": null})"}) {
    const bool is_accepted = built.value().accepts(body, scratch);
    CHECK_MESSAGE(twin.accepts(body, scratch) == is_accepted, body);
    accepted += is_accepted ? 1 : 0;
  }
  CHECK(accepted == 5);
}

TEST_CASE("a schema that is no object takes rules in, too") {
  for (const char* schema : {"true", "false"}) {
    CAPTURE(schema);
    RuleSet rules;
    rules.add(require("a").as("acme.a"));
    const auto built = Engine::build(schema, std::move(rules));
    REQUIRE(built.has_value());
    const Engine twin = engine_of(printed(built.value()).json);
    Scratch scratch;
    for (const char* body : {"{}", R"({"a": 1})", "1"}) {
      CHECK_MESSAGE(twin.accepts(body, scratch) == built.value().accepts(body, scratch), body);
    }
  }
}

TEST_CASE("a rule about the members of an object is left out, and the author's comment stays") {
  RuleSet rules;
  rules.add(require("region").in("/zones/*").as("acme.region"));
  const auto built = Engine::build(
      R"({"$comment": "ours", "properties": {"zones": {"type": ["array", "object"]}}})",
      std::move(rules));
  REQUIRE(built.has_value());
  const SchemaText text = printed(built.value());
  CHECK(text.left_out == std::vector<std::string>{"acme.region"});
  CHECK(text.json.find(R"("ours\nNot said here, and checked by admit: acme.region")") !=
        std::string::npos);
}

// ---- The texts that stand for C++ ---------------------------------------------------------------

// Every string of at most `length` characters of `alphabet`.
template <class Visit>
void each_string(const std::vector<std::string>& alphabet, std::size_t length, std::string& text,
                 const Visit& visit) {
  visit(text);
  if (length == 0) return;
  for (const std::string& one : alphabet) {
    text += one;
    each_string(alphabet, length - 1, text, visit);
    text.resize(text.size() - one.size());
  }
}

TEST_CASE("the pattern of a rule says what its format says") {
  const std::vector<std::string> alphabet = {"a", "Z", "0", "-",  "_", ".",
                                             ":", "@", " ", "\n", "~", "\u00e9"};
  std::size_t patterns = 0;
  const RuleSet rules = create_service_rules();
  for (const auto& rule : rules.rules()) {
    const Declaration* declared = rule->declaration();
    if (declared == nullptr || declared->pattern.empty()) continue;
    ++patterns;
    CAPTURE(declared->pattern);
    const auto pattern = format::Pattern::compile(declared->pattern);
    REQUIRE(pattern.has_value());
    const auto compare = [&](const std::string& text) {
      if (pattern.value().matches(text) != declared->format(text)) FAIL_CHECK(text);
    };
    std::string text;
    each_string(alphabet, 3, text, compare);
    for (const std::size_t size : {62, 63, 64, 65, 127, 128, 129, 512, 513}) {
      for (const std::string& one : alphabet) {
        std::string long_text;
        for (std::size_t i = 0; i < size; ++i) long_text += one;
        compare(long_text);
        compare('a' + long_text.substr(one.size()));
      }
    }
    for (const char* word : {"qwen", "dify", "custom", "qwenx", "LATEST", "123456789"}) {
      compare(word);
    }
  }
  CHECK(patterns > 8);
}

// The engine of the definition `name` that endpoints are checked by.
Engine engine_of_definition(const std::string& definitions, const std::string& name) {
  JsonTree document = *parse_json_tree(definitions);
  document.children.push_back(
      {"allOf", *parse_json_tree(R"([{"$ref": "#/definitions/)" + name + "\"}]")});
  return engine_of(write_json_tree(document, {}));
}

class EndpointTwins {
 public:
  EndpointTwins() : text_(read_bytes(ADMIT_SOURCE_DIR "/schemas/endpoint.schema.json")) {
    for (const char* name :
         {"endpoint", "endpoint-with-ip", "endpoint-with-name", "endpoint-with-port",
          "endpoint-without-underscore", "endpoint-without-trailing-dot"}) {
      engines_.push_back(engine_of_definition(text_, std::string("admit-") + name));
    }
  }

  void compare(const std::string& text) {
    const std::string body = '"' + text + '"';
    const auto parsed = parse_endpoint(text);
    const auto accepts = [&](std::size_t engine) {
      return engines_[engine].accepts(body, scratch_);
    };
    if (accepts(0) != parsed.has_value()) FAIL_CHECK(text);
    if (!parsed) return;
    ++endpoints_;
    const Endpoint& endpoint = parsed.value();
    const bool is_name = endpoint.kind == HostKind::name;
    const auto has_notice = [&](EndpointCode code) {
      return endpoint.notice && endpoint.notice->code == code;
    };
    if (accepts(1) == is_name) FAIL_CHECK(text);
    if (accepts(2) != is_name) FAIL_CHECK(text);
    if (accepts(3) != endpoint.port.has_value()) FAIL_CHECK(text);
    if (accepts(4) == has_notice(EndpointCode::underscore)) FAIL_CHECK(text);
    // Of both notices the underscore is told.
    if (!has_notice(EndpointCode::underscore) &&
        accepts(5) == has_notice(EndpointCode::trailing_dot)) {
      FAIL_CHECK(text);
    }
  }

  [[nodiscard]] std::size_t endpoints() const noexcept { return endpoints_; }

 private:
  std::string text_;
  std::vector<Engine> engines_;
  Scratch scratch_;
  std::size_t endpoints_ = 0;
};

TEST_CASE("the schema of endpoints says what parse_endpoint says") {
  EndpointTwins twins;
  std::string text;
  each_string({"a", "0", "1", "x", ".", ":", "-", "_", "[", "]"}, 4, text,
              [&](const std::string& one) { twins.compare(one); });
  // IPv6, in brackets, with few and with many groups.
  each_string({"0", "ffff", "1", ":", "::", "1.2.3.4"}, 5, text,
              [&](const std::string& one) { twins.compare("[" + one + "]"); });
  each_string({"0:", "ffff:", "::", ":", "0", "ffff", "1.2.3.4"}, 3, text,
              [&](const std::string& one) { twins.compare("[0:0:0:0:" + one + "]:80"); });
  const std::string label(63, 'a');
  const std::string long_name = label + '.' + label + '.' + label + '.';
  for (const std::string& one : {label,
                                 label + 'a',
                                 long_name + label.substr(2),
                                 long_name + label.substr(1),
                                 long_name + label.substr(2) + ".",
                                 long_name + label.substr(2) + ":65535",
                                 std::string("a:65536"),
                                 std::string("a:0"),
                                 std::string("a:080"),
                                 std::string("256.1.1.1"),
                                 std::string("255.255.255.255:65535"),
                                 std::string("01.1.1.1"),
                                 std::string("1.1.1.1."),
                                 std::string("a.0xff"),
                                 std::string("a.0xfg"),
                                 std::string("[::ffff:1.2.3.4]"),
                                 std::string("[::FFFF:0:0]:1"),
                                 std::string("[0:0::ffff:0:1]"),
                                 std::string("[fe80::1]"),
                                 std::string("a..b"),
                                 std::string("a."),
                                 std::string("a.:1"),
                                 std::string("_a.b-c:1"),
                                 std::string("-a.b"),
                                 std::string("a-.b"),
                                 std::string("[::1"),
                                 std::string("[::1]x")}) {
    twins.compare(one);
  }
  CHECK(twins.endpoints() > 1000);
}

}  // namespace
