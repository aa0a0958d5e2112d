// The README shows what is there: its request, its report and its program are the real ones.
#include <doctest/doctest.h>

#include <fstream>
#include <iterator>
#include <string>
#include <string_view>

#include "admit/create_service.h"
#include "report/answer_renderer.h"
#include "report/text_renderer.h"
#include "text/mask.h"

namespace admit {
namespace {

constexpr const char* kRequest = "examples/manifests/bad/nacos-four-mistakes.json";

std::string read_file(const std::string& name) {
  std::ifstream file(ADMIT_SOURCE_DIR "/" + name, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

// The first fenced block of the README in that language.
std::string block(const std::string& readme, const std::string& language) {
  const std::string fence = "```" + language + "\n";
  const std::size_t begin = readme.find(fence) + fence.size();
  return readme.substr(begin, readme.find("```", begin) - begin);
}

TEST_CASE("the README's request and report are the real ones") {
  const std::string readme = read_file("README.md");
  const std::string request = read_file(kRequest);
  CHECK(block(readme, "json") == request);

  const auto engine = create_service_engine();
  REQUIRE(engine);
  Scratch scratch;
  report::CheckedDocument document{kRequest, 0, engine.value().check(request, scratch)};
  report::Summary summary;
  summary.add(document.report);
  const auto secrets = text::find_secrets(request, text::SecretNames());
  CHECK(block(readme, "text") ==
        report::render_text(document, request, secrets, {}) + report::render_summary(summary));
}

TEST_CASE("the README's program is the example that is built and run") {
  const std::string program = read_file("examples/embed/ten_lines.cc");
  const std::string code = program.substr(program.find("#include"));
  CHECK(block(read_file("README.md"), "cpp") == code);
}

TEST_CASE("the README's 400 is the one that a gateway gives") {
  const auto engine = create_service_engine({.report_from = Severity::error});
  REQUIRE(engine);
  Scratch scratch;
  const std::string request = read_file("examples/manifests/bad/wrong-case-member.json");
  const Report report = engine.value().check(request, scratch);
  const std::string answer = report::render_answer(report, report::AnswerShape::problem,
                                                   "ff5cfc9ff5ed046abcc3ee2499f6a5a2");
  CHECK(block(read_file("README.md"), "http") ==
        "HTTP/1.1 400 Bad Request\nContent-Type: application/problem+json\n\n" + answer + '\n');
}

TEST_CASE("the gateways' example stands at the place of the operation") {
  const Operation operation = create_service_operation();
  const std::string example = read_file("gateways/nginx/example.conf");
  CHECK(example.find("location = " + std::string(operation.path) + " {") != std::string::npos);
  CHECK(operation.method == "POST");
  CHECK(operation.action == "apig:CreateService");
  CHECK(operation.resource.starts_with("acs:apig:"));
  CHECK(operation.name == "CreateService");
}

TEST_CASE("the C program of docs/c-api.md is the example that is built and run") {
  const std::string program = read_file("examples/embed/check.c");
  CHECK(block(read_file("docs/c-api.md"), "c") == program.substr(program.find("#include")));
}

TEST_CASE("the code of docs/embedding.md stands in the example that is built and run") {
  const std::string program = read_file("examples/embed/hot_swap.cc");
  const std::string page = read_file("docs/embedding.md");
  const std::string first = block(page, "cpp");
  const std::string second = block(page.substr(page.find(first)), "cpp");
  REQUIRE(!first.empty());
  REQUIRE(second != first);
  CHECK(program.find(first) != std::string::npos);
  CHECK(program.find(second) != std::string::npos);
}

}  // namespace
}  // namespace admit
