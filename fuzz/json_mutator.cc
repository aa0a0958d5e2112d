// JSON -> changed JSON; the rest is libFuzzer's own mutator.
// Outside function: mutate_json.
#include "json_mutator.h"

#include <algorithm>
#include <optional>
#include <string>

extern "C" std::size_t LLVMFuzzerMutate(std::uint8_t* bytes, std::size_t size,
                                        std::size_t max_size);

namespace admit::fuzz {
namespace {

std::optional<JsonTree> document_to_change(std::string_view text, Random& random,
                                           const Vocabulary& words) {
  if (below(random, 64) == 0)
    return json_of(words.documents[below(random, words.documents.size())]);
  return parse_json_tree(text);
}

std::string written(const JsonTree& document, Random& random) {
  switch (below(random, 16)) {
    case 0:
      return write_json_tree(document, {.escape_all = true});
    case 1:
      return write_json_tree(document, {.line_end = "\n", .indent = "  "});
    default:
      return write_json_tree(document);
  }
}

}  // namespace

std::size_t mutate_json(std::uint8_t* bytes, std::size_t size, std::size_t max_size,
                        unsigned int seed, std::span<const Edit> edits, const Vocabulary& words) {
  Random random(seed);
  const std::string_view text(reinterpret_cast<const char*>(bytes), size);
  std::optional<JsonTree> document;
  if (below(random, 8) != 0) document = document_to_change(text, random, words);
  if (!document) return LLVMFuzzerMutate(bytes, size, max_size);
  for (std::size_t left = 1 + below(random, 3); left > 0; --left) {
    edits[below(random, edits.size())](*document, random);
  }
  const std::string changed = written(*document, random);
  if (changed.size() > max_size) return LLVMFuzzerMutate(bytes, size, max_size);
  std::copy(changed.begin(), changed.end(), bytes);
  return changed.size();
}

}  // namespace admit::fuzz
