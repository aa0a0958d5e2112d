// write_bodies FOLDER: for programs that read files, the valid bodies as FOLDER/set/000.json, those
// that are minified as FOLDER/set.jsonl, too, and the schema with the rules as FOLDER/schema.json.
#include <admit/engine.h>

#include <cstdio>
#include <exception>
#include <filesystem>
#include <fstream>
#include <ios>
#include <string>

#include "body_sets.h"
#include "engines.h"

namespace {

namespace fs = std::filesystem;
using admit::bench::BodySet;

std::ofstream opened(const fs::path& path) {
  std::ofstream file;
  file.exceptions(std::ios::failbit | std::ios::badbit);
  file.open(path, std::ios::binary);
  return file;
}

void write_set(const BodySet& set, const fs::path& folder) {
  fs::create_directories(folder / set.name);
  std::string lines;
  std::size_t number = 0;
  for (const std::string& body : bodies_of(set)) {
    std::string name = std::to_string(number++);
    name.insert(0, 3 - name.size(), '0');
    opened(folder / set.name / (name + ".json")) << body;
    lines += body + '\n';
  }
  if (!set.style.is_indented) opened(folder / (std::string(set.name) + ".jsonl")) << lines;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) {
    std::fputs("usage: write_bodies FOLDER\n", stderr);
    return 2;
  }
  try {
    for (const BodySet& set : admit::bench::body_sets()) {
      if (!set.style.has_fault) write_set(set, argv[1]);
    }
    opened(fs::path(argv[1]) / "schema.json")
        << admit::bench::proving_engine().schema_with_rules().value().json;
  } catch (const std::exception& error) {
    std::fprintf(stderr, "write_bodies: %s\n", error.what());
    return 1;
  }
}
