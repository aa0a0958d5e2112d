// split_yaml, line by line.
//
// A line that starts with `---` or `...` and a blank separates documents wherever it stands: YAML
// lets no scalar hold one (YAML 1.2, section 9.1.2). Directives belong to what follows them.
#include "admit/source.h"

namespace admit {
namespace {

// The end of the line at `begin`, its line break included.
std::size_t end_of_line(std::string_view text, std::size_t begin) {
  const std::size_t end = text.find_first_of("\r\n", begin);
  if (end == std::string_view::npos) return text.size();
  return text.substr(end, 2) == "\r\n" ? end + 2 : end + 1;
}

bool is_marker(std::string_view line, std::string_view marker) {
  return line.starts_with(marker) &&
         (line.size() == marker.size() ||
          std::string_view(" \t\r\n").find(line[marker.size()]) != std::string_view::npos);
}

// Whether the line holds nothing but blanks and a comment.
bool is_blank(std::string_view line) {
  const std::size_t begin = line.find_first_not_of(" \t\r\n");
  return begin == std::string_view::npos || line[begin] == '#';
}

class Splitter {
 public:
  Splitter(std::string_view stream, std::size_t max_documents)
      : stream_(stream), max_documents_(max_documents) {}

  std::vector<Source> run() {
    std::size_t next = 0;
    for (std::size_t at = 0; at < stream_.size() && has_room(); at = next) {
      next = end_of_line(stream_, at);
      take(at, next);
      if (has_line_end(next)) ++line_;
    }
    finish(next);
    if (documents_.empty()) add(stream_.size());
    return std::move(documents_);
  }

 private:
  [[nodiscard]] bool has_room() const { return documents_.size() <= max_documents_; }

  // Whether what ends before `end` ends with its line; the last line of a stream may not.
  [[nodiscard]] bool has_line_end(std::size_t end) const {
    return stream_[end - 1] == '\n' || stream_[end - 1] == '\r';
  }

  void take(std::size_t begin, std::size_t end) {
    const std::string_view text = stream_.substr(begin, end - begin);
    if (is_marker(text, "...")) {
      finish(end);
      first_line_ = has_line_end(end) ? line_ + 1 : line_;
    } else if (is_marker(text, "---")) {
      if (has_begun_) finish(begin);
      has_begun_ = true;
      has_content_ = !is_blank(text.substr(3));
    } else if (!is_blank(text)) {
      // A directive is no document yet.
      has_content_ = has_content_ || has_begun_ || !text.starts_with('%');
      has_begun_ = has_content_;
    }
  }

  // What has been read since the last document is one, unless it is empty.
  void finish(std::size_t end) {
    if (has_content_ && has_room()) add(end);
    begin_ = end;
    first_line_ = line_;
    has_begun_ = has_content_ = false;
  }

  void add(std::size_t end) {
    Source& document = documents_.emplace_back(stream_.substr(begin_, end - begin_), Syntax::yaml);
    document.index = documents_.size() - 1;
    document.offset = begin_;
    document.line = first_line_;
  }

  std::string_view stream_;
  std::size_t max_documents_;
  std::vector<Source> documents_;
  std::size_t begin_ = 0;       // of the document that is being read
  std::size_t first_line_ = 1;  // of it
  std::size_t line_ = 1;
  bool has_begun_ = false;  // by a `---`, or by content
  bool has_content_ = false;
};

}  // namespace

std::vector<Source> split_yaml(std::string_view stream, std::size_t max_documents) {
  return Splitter(stream, max_documents).run();
}

}  // namespace admit
