// An engine for an API of one's own: a schema, a declarative rule and an irregular one.
#include <admit/conditional_rule.h>
#include <admit/engine.h>

#include <iostream>
#include <memory>

namespace {

constexpr std::string_view kSchema = R"json({
  "type": "object",
  "properties": {
    "items": {
      "type": "array",
      "items": {
        "type": "object",
        "properties": {
          "kind": {"enum": ["REGIONAL", "GLOBAL"]},
          "region": {"type": "string"},
          "replicas": {"type": "integer", "minimum": 1}
        }
      }
    }
  }
})json";

// A requirement that no single member shows: the replicas of all items together.
class TooManyReplicas : public admit::Rule {
 public:
  TooManyReplicas()
      : Rule({{.id = "acme.too-many-replicas", .title = "a request has at most 10 replicas"}}) {}

  void check(admit::Node request, admit::Findings& out) const override {
    std::int64_t sum = 0;
    for (const admit::Node item : request["items"].items()) {
      const admit::Node replicas = item["replicas"];
      if (!replicas.integer()) continue;
      sum += *replicas.integer();
      if (sum <= kMost) continue;
      out.at("acme.too-many-replicas", replicas)
          .param("sum", sum)
          .message("with {place} the request has {sum} replicas, more than 10")
          .hint("split the request");
      return;
    }
  }

 private:
  static constexpr std::int64_t kMost = 10;
};

}  // namespace

int main() {
  admit::RuleSet rules;
  rules.add(admit::require("region")
                .in("/items/*")
                .when("/items/*/kind", {"REGIONAL"})
                .as("acme.region-required"));
  rules.add(std::make_unique<TooManyReplicas>());
  auto built = admit::Engine::build(kSchema, std::move(rules));
  if (!built) return std::cerr << built.error().message << '\n', 2;

  admit::Scratch scratch;
  const admit::Report report = built.value().check(
      R"({"items": [{"kind": "REGIONAL", "replicas": 4}, {"kind": "GLOBAL", "replicas": 7}]})",
      scratch);
  for (const admit::Violation& v : report.violations()) {
    std::cout << v.range.start.line << ':' << v.range.start.column << ": " << v.message() << " ["
              << v.code << "]\n";
  }
  return report.verdict() == admit::Verdict::reject ? 0 : 1;
}
