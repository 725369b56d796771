#include <algorithm>
#include <utility>

#include "yaml/decode.h"

namespace remit::yaml {
namespace {

struct Line {
  std::size_t begin = 0;
  std::size_t end = 0;   // of its text, before CR or LF
  std::size_t next = 0;  // start of the next line
};

Line line_at(std::string_view file, std::size_t begin) {
  const std::size_t found = file.find('\n', begin);
  const std::size_t feed = found == std::string_view::npos ? file.size() : found;
  std::size_t end = feed;
  if (end > begin && file[end - 1] == '\r') --end;
  return {begin, end, std::min(file.size(), feed + 1)};
}

std::size_t leading_blanks(std::string_view text) {
  const std::size_t first = text.find_first_not_of(' ');
  return first == std::string_view::npos ? text.size() : first;
}

// How far the block stands in: what the first line with text has in the file more than it has in
// the value. (The header may state it, but relative to a parent that is not seen here.)
std::size_t indentation(std::string_view file, std::size_t body, std::string_view expected) {
  const std::size_t first = expected.find_first_not_of(" \n");
  // Of a text without words, lines of blanks in the file are empty lines.
  if (first == std::string_view::npos) return expected.empty() ? 0 : file.size();
  const std::size_t before = expected.substr(0, first).find_last_not_of(' ');
  const std::size_t kept = before == std::string_view::npos ? first : first - before - 1;
  for (Line line = line_at(file, body); line.begin < file.size(); line = line_at(file, line.next)) {
    const std::size_t blanks = leading_blanks(file.substr(line.begin, line.end - line.begin));
    if (line.begin + blanks < line.end) return blanks - std::min(blanks, kept);
  }
  return 0;
}

class BlockDecoder {
 public:
  BlockDecoder(std::string_view file, std::size_t begin, std::string_view expected)
      : file_(file), expected_(expected), line_(line_at(file, begin)) {
    decoded_.end = line_.end;
    line_ = line_at(file_, line_.next);
    indent_ = indentation(file_, line_.begin, expected);
  }

  Decoded run() {
    while (!done() && line_.begin < file_.size()) {
      emit_content();
      emit_breaks();
    }
    // Line breaks at the end of the text, and the end itself, stand behind its last character.
    const auto end = static_cast<std::uint32_t>(decoded_.end);
    for (std::uint32_t& offset : decoded_.offsets) offset = std::min(offset, end);
    decoded_.offsets.push_back(end);
    return std::move(decoded_);
  }

 private:
  bool done() const { return decoded_.text.size() >= expected_.size(); }

  std::size_t content_begin(const Line& line) const {
    const std::size_t blanks = leading_blanks(file_.substr(line.begin, line.end - line.begin));
    return line.begin + std::min(blanks, indent_);
  }

  void emit_content() {
    for (std::size_t i = content_begin(line_); i < line_.end && !done(); ++i) {
      decoded_.emit(file_[i], i);
      decoded_.end = i + 1;
    }
  }

  // The line breaks up to the next line with text: in a folded block they give a blank, or fewer
  // breaks than there are.
  void emit_breaks() {
    std::vector<std::size_t> breaks;
    do {
      breaks.push_back(line_.end);
      line_ = line_at(file_, line_.next);
    } while (line_.begin < file_.size() && content_begin(line_) == line_.end);
    std::string_view rest = expected_.substr(std::min(expected_.size(), decoded_.text.size()));
    std::size_t count =
        rest.starts_with(' ') ? 1 : std::min(rest.size(), rest.find_first_not_of('\n'));
    for (std::size_t i = 0; i < count; ++i) {
      decoded_.emit(rest[i], breaks[std::min(i, breaks.size() - 1)]);
    }
  }

  std::string_view file_;
  std::string_view expected_;
  Line line_;
  std::size_t indent_ = 0;
  Decoded decoded_;
};

}  // namespace

Decoded decode_block(std::string_view file, std::size_t begin, std::string_view expected) {
  return BlockDecoder(file, begin, expected).run();
}

}  // namespace remit::yaml
