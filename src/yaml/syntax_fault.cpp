#include "yaml/syntax_fault.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <vector>

#include "yaml/line.h"

namespace remit::yaml {
namespace {

constexpr std::size_t kNone = std::string_view::npos;

/// Where the library stopped, and the lines that an author would look at.
struct Stop {
  const text::SourceFile& file;
  std::size_t number;  ///< of the line
  std::size_t column;  ///< a byte of the line
  Line line;
  Line before;
};

using Found = std::optional<SyntaxFault>;

bool is_quote(char c) { return c == '"' || c == '\''; }

std::string in_quotes(std::string_view text) {
  const char quote = text.find('"') == kNone ? '"' : '\'';
  std::string doubled;
  for (const char c : text) doubled += c == '\'' && quote == '\'' ? "''" : std::string(1, c);
  return fmt::format("{0}{1}{0}", quote, doubled);
}

std::string quote_value(const Line& line) {
  std::string_view value = line.text.substr(line.value);
  value = value.substr(0, value.find_last_not_of(' ') + 1);
  // Quotes around the whole, and the same ones within: `"a.role = "lead""`.
  const std::size_t close = is_quote(value.front()) ? closing_quote(value, 0) : kNone;
  if (close != kNone && close + 1 < value.size() && value[close + 1] != ' ' &&
      value.back() == value.front()) {
    value = value.substr(1, value.size() - 2);
  }
  return fmt::format("quote the whole text: `{}: {}`", line.key(), in_quotes(value));
}

Found tab(const Stop& stop) {
  const std::size_t found = stop.line.text.find_first_not_of(' ');
  if (found == kNone || stop.line.text[found] != '\t') return std::nullopt;
  return SyntaxFault{stop.line.span(found, 1), "a tab indents this line",
                     "indent with blanks: YAML does not allow tabs there"};
}

// What a word processor makes of a dash or a blank.
Found word_processor(const Stop& stop) {
  for (const Line& line : {stop.before, stop.line}) {
    const std::string_view rest = line.text.substr(line.indent);
    if (rest.starts_with("\xC2\xA0")) {
      return SyntaxFault{line.span(line.indent, 2), "a no-break blank (U+00A0) indents this line",
                         "write ordinary blanks in its place"};
    }
    for (const std::string_view dash :
         {"\xE2\x80\x93", "\xE2\x80\x94", "\xE2\x80\xA2", "\xE2\x88\x92"}) {
      if (!rest.starts_with(dash)) continue;
      return SyntaxFault{line.span(line.indent, dash.size()),
                         fmt::format("`{}` does not begin an item of a list", dash),
                         "write `-` and a blank"};
    }
  }
  return std::nullopt;
}

Found glued_dash(const Stop& stop) {
  for (const Line& line : {stop.before, stop.line}) {
    if (line.first + 1 >= line.text.size() || line.text[line.first] != '-') continue;
    if (line.colon == kNone || line.text[line.first + 1] == '-') continue;
    return SyntaxFault{line.span(line.first, 1), "no blank stands behind this dash",
                       fmt::format("write `- {}: ...`", line.key().substr(1))};
  }
  return std::nullopt;
}

// A quote that was to end on its own line, and was ended by the next one in the file.
Found open_quote(const Stop& stop) {
  Line opened;
  for (std::size_t number = 1; number <= stop.number; ++number) {
    const Line line = read_line(stop.file, number);
    std::size_t close = kNone;
    if (!opened.text.empty()) {
      const std::string quoted = opened.text[opened.value] + std::string(line.text);
      close = closing_quote(quoted, 0);
      if (close == kNone) continue;
      if (number == stop.number && close <= stop.column + 1) {
        return SyntaxFault{opened.span(opened.value, 1), "this quote is not closed on its line",
                           "add the closing quote"};
      }
      opened = Line();
    } else if (line.value != kNone && is_quote(line.text[line.value]) &&
               closing_quote(line.text, line.value) == kNone) {
      opened = line;
    }
  }
  return std::nullopt;
}

Found behind_quote(const Stop& stop) {
  const Line& line = stop.line;
  if (line.value == kNone || !is_quote(line.text[line.value])) return std::nullopt;
  const std::size_t close = closing_quote(line.text, line.value);
  if (close == kNone) return std::nullopt;
  const std::size_t rest = line.text.find_first_not_of(' ', close + 1);
  if (rest == kNone || line.text[rest] == '#') return std::nullopt;
  const bool apostrophe = line.text[line.value] == '\'' && rest == close + 1;
  return SyntaxFault{
      line.span(close, line.text.size() - close), "the text in quotes ends here, and more follows",
      apostrophe ? "write an apostrophe twice (`''`), or put the text in `\"`" : quote_value(line)};
}

Found behind_brace(const Stop& stop) {
  const Line& line = stop.line;
  if (line.value == kNone || line.text[line.value] != '{') return std::nullopt;
  const std::size_t close = line.text.find('}', line.value);
  if (close == kNone || line.text.find('{', line.value + 1) < close) return std::nullopt;
  const std::size_t rest = line.text.find_first_not_of(' ', close + 1);
  if (rest == kNone || line.text[rest] == '#') return std::nullopt;
  return SyntaxFault{line.span(line.value, close + 1 - line.value),
                     "a value that begins with `{` is read as a mapping, and more follows",
                     quote_value(line)};
}

Found reserved_sign(const Stop& stop) {
  const Line& line = stop.line;
  if (line.value == kNone) return std::nullopt;
  const char sign = line.text[line.value];
  if (sign != '@' && sign != '`' && sign != '%') return std::nullopt;
  return SyntaxFault{line.span(line.value, 1),
                     fmt::format("a text cannot begin with {} outside of quotes",
                                 sign == '`' ? "a back quote" : fmt::format("`{}`", sign)),
                     quote_value(line)};
}

/// The brackets that are open at `end`, as positions of the line.
std::vector<std::size_t> open_brackets(const Line& line, std::size_t end) {
  std::vector<std::size_t> open;
  for (std::size_t at = line.value; at < std::min(end, line.text.size()); ++at) {
    const char c = line.text[at];
    if (is_quote(c) && std::string_view("[{, :").find(line.text[at - 1]) != kNone) {
      const std::size_t close = closing_quote(line.text, at);
      if (close == kNone) break;
      at = close;
    } else if (c == '[' || c == '{') {
      open.push_back(at);
    } else if ((c == ']' || c == '}') && !open.empty()) {
      if ((line.text[open.back()] == '[') != (c == ']')) return open;
      open.pop_back();
    }
  }
  return open;
}

Found open_bracket(const Stop& stop) {
  for (const Line& line : {stop.line, stop.before}) {
    if (line.value == kNone || (line.text[line.value] != '[' && line.text[line.value] != '{')) {
      continue;
    }
    const auto open = open_brackets(line, line.text.size());
    if (open.empty()) continue;
    const char bracket = line.text[open.back()];
    return SyntaxFault{line.span(open.back(), 1), fmt::format("this `{}` is not closed", bracket),
                       fmt::format("write `{}` where it ends", bracket == '[' ? ']' : '}')};
  }
  return std::nullopt;
}

Found missing_comma(const Stop& stop) {
  const Line& line = stop.line;
  const std::size_t begin = line.value == kNone ? line.first : line.value;
  if (begin >= line.text.size() || stop.column >= line.text.size()) return std::nullopt;
  if (line.text[begin] != '[' && line.text[begin] != '{') return std::nullopt;
  return SyntaxFault{line.span(stop.column, 1),
                     line.text[stop.column] == ':' ? "a second `: ` without a comma between them"
                                                   : "a comma is missing before this",
                     "put a comma between two entries; quote a text that holds `: `"};
}

Found no_colon(const Stop& stop) {
  for (const Line& line : {stop.before, stop.line}) {
    if (line.colon != kNone || line.empty() || line.first >= line.text.size()) continue;
    const std::string_view text = line.text.substr(line.first);
    const std::size_t end = text.find_first_of(" :=");
    if (end == kNone || end == 0) continue;
    const std::size_t value = text.find_first_not_of(" :=", end);
    if (value == kNone || !std::all_of(text.begin(), text.begin() + static_cast<long>(end),
                                       [](unsigned char c) { return std::isalpha(c) || c == '_'; }))
      continue;
    return SyntaxFault{line.span(line.first, text.size()),
                       "this line has no key with `: ` behind it",
                       fmt::format("write a key, a colon, a blank and the value: `{}: {}`",
                                   text.substr(0, end), text.substr(value))};
  }
  return std::nullopt;
}

Found second_colon(const Stop& stop) {
  const Line& line = stop.line;
  if (line.value == kNone || stop.column <= line.value || stop.column >= line.text.size() ||
      line.text[stop.column] != ':')
    return std::nullopt;
  return SyntaxFault{line.span(stop.column, 1), "a second `: ` on this line", quote_value(line)};
}

Found indentation(const Stop& stop) {
  const Line& line = stop.line;
  if (line.empty() || stop.before.text.empty()) return std::nullopt;
  if (line.first == stop.before.first) return std::nullopt;
  return SyntaxFault{
      line.span(line.indent, line.text.size() - line.indent),
      fmt::format("this line begins in column {}, which fits no line above it", line.indent + 1),
      "begin the keys of one mapping in one column, and the dashes of one list in one column"};
}

constexpr std::array kMistakes = {tab,           word_processor, glued_dash,    open_quote,
                                  behind_quote,  behind_brace,   reserved_sign, open_bracket,
                                  missing_comma, no_colon,       second_colon,  indentation};

}  // namespace

std::optional<SyntaxFault> find_syntax_fault(const text::SourceFile& file, std::size_t offset) {
  std::size_t number = file.place(static_cast<std::uint32_t>(offset)).line;
  Line line = read_line(file, number);
  // At the end of the file the last thing written is what was not finished.
  while (number > 1 && line.empty()) line = read_line(file, --number);
  const std::size_t column = offset < line.begin ? 0 : offset - line.begin;
  const Stop stop{file, number, column, line, line_before(file, number)};
  for (const auto mistake : kMistakes) {
    if (auto found = mistake(stop)) return found;
  }
  return std::nullopt;
}

}  // namespace remit::yaml
