#include "yaml/line.h"

#include <algorithm>

namespace remit::yaml {
namespace {

constexpr std::size_t kNone = std::string_view::npos;

std::size_t skip_blanks(std::string_view text, std::size_t at) {
  return std::min(text.size(), text.find_first_not_of(' ', at));
}

bool ends_word(std::string_view text, std::size_t at) {
  return at >= text.size() || text[at] == ' ';
}

}  // namespace

bool Line::empty() const { return indent == text.size() || text[indent] == '#'; }

std::string_view Line::key() const {
  return colon == kNone ? std::string_view() : text.substr(first, colon - first);
}

text::Span Line::span(std::size_t from, std::size_t length) const {
  return {static_cast<std::uint32_t>(begin + from),
          static_cast<std::uint32_t>(begin + from + length)};
}

Line read_line(const text::SourceFile& file, std::size_t number) {
  Line line;
  line.text = file.line(number);
  if (line.text.data() == nullptr) return line;
  line.begin = static_cast<std::size_t>(line.text.data() - file.content().data());
  line.indent = skip_blanks(line.text, 0);
  line.first = line.indent;
  while (line.first < line.text.size() && line.text[line.first] == '-' &&
         ends_word(line.text, line.first + 1)) {
    line.first = skip_blanks(line.text, line.first + 1);
  }
  const bool flow = line.first < line.text.size() &&
                    (line.text[line.first] == '{' || line.text[line.first] == '[');
  for (std::size_t at = line.first; at < line.text.size() && !flow; ++at) {
    if (line.text[at] != ':' || !ends_word(line.text, at + 1)) continue;
    line.colon = at;
    const std::size_t value = skip_blanks(line.text, at + 1);
    if (value < line.text.size()) line.value = value;
    break;
  }
  return line;
}

Line line_before(const text::SourceFile& file, std::size_t number) {
  Line line;
  while (number > 1) {
    line = read_line(file, --number);
    if (!line.empty()) break;
  }
  return line;
}

std::size_t closing_quote(std::string_view text, std::size_t open) {
  const char quote = text[open];
  for (std::size_t at = open + 1; at < text.size(); ++at) {
    if (quote == '"' && text[at] == '\\') {
      ++at;
    } else if (text[at] == quote) {
      if (quote == '"' || at + 1 >= text.size() || text[at + 1] != quote) return at;
      ++at;
    }
  }
  return kNone;
}

}  // namespace remit::yaml
