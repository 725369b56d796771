#include "rules/elements_text.h"

#include <string>
#include <vector>

namespace remit::rules {
namespace {

bool is_word_character(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

/// Past the closing quote of a string or a back-quoted name.
std::size_t skip_quoted(std::string_view text, std::size_t at) {
  const char quote = text[at++];
  while (at < text.size() && text[at] != quote) {
    const bool escape = text[at] == '\\' && quote != '`';
    at += escape ? std::size_t{2} : std::size_t{1};
  }
  return at + 1;
}

/// The words at the outermost level that do not follow a dot.
std::vector<std::string_view> outer_words(std::string_view text) {
  std::vector<std::string_view> words;
  int depth = 0;
  char before = ' ';
  for (std::size_t at = 0; at < text.size();) {
    const char c = text[at];
    if (c == '"' || c == '\'' || c == '`') {
      at = skip_quoted(text, at);
    } else if (is_word_character(c)) {
      const std::size_t begin = at;
      while (at < text.size() && is_word_character(text[at])) ++at;
      if (depth == 0 && before != '.') words.push_back(text.substr(begin, at - begin));
    } else {
      depth += c == '(' || c == '[' ? 1 : (c == ')' || c == ']' ? -1 : 0);
      ++at;
    }
    if (c != ' ' && c != '\n' && c != '\t' && c != '\r') before = c;
  }
  return words;
}

}  // namespace

ElementShape shape_of(std::string_view text) {
  bool has_where = false;
  bool has_quantifier = false;
  for (const std::string_view word : outer_words(text)) {
    if (word == "for") return ElementShape::kComprehension;
    has_where = has_where || word == "where";
    has_quantifier = has_quantifier || word == "satisfies";
  }
  return has_where && !has_quantifier ? ElementShape::kHeadless : ElementShape::kExpression;
}

}  // namespace remit::rules
