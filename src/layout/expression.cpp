#include "layout/expression.h"

#include <algorithm>
#include <array>
#include <memory>

#include "lang/parse/parse.h"
#include "lang/parse/scan.h"

namespace remit::layout {
namespace {

using lang::parse::Token;
using lang::parse::TokenKind;

bool parses(const text::Excerpt& excerpt) {
  text::Diagnostics expression;
  if (lang::parse_expression(excerpt, expression)) return true;
  text::Diagnostics comprehension;
  if (lang::parse_comprehension(excerpt, comprehension)) return true;
  text::Diagnostics bindings;
  return !lang::parse_bindings(excerpt, bindings).empty();
}

/// A duration's number and unit may stand apart by any white space.
std::string with_single_blanks(std::string_view text) {
  std::string result;
  for (const char c : text) {
    const bool blank = c == ' ' || c == '\t' || c == '\n' || c == '\r';
    if (!blank) {
      result += c;
    } else if (result.back() != ' ') {
      result += ' ';
    }
  }
  return result;
}

Words words_of(std::string_view text) {
  Words words;
  const lang::parse::Scan scan = lang::parse::scan(text);
  for (const Token& token : scan.tokens) {
    if (token.kind == TokenKind::kEnd) break;
    Word word;
    word.kind = token.kind;
    word.text = token.kind == TokenKind::kDuration ? with_single_blanks(token.text)
                                                   : std::string(token.text);
    words.push_back(std::move(word));
  }
  return words;
}

/// Whether a value can end with this word, so that a minus behind it subtracts.
bool ends_value(const Word& word) {
  constexpr std::array<std::string_view, 5> kValues = {"true", "false", "missing", "as_of",
                                                       "unknown"};
  if (word.kind == TokenKind::kReserved) {
    return std::find(kValues.begin(), kValues.end(), word.text) != kValues.end();
  }
  return word.kind != TokenKind::kSymbol || word.is_symbol(")") || word.is_symbol("]");
}

bool is_aggregate(const Word& word) {
  constexpr std::array<std::string_view, 9> kAggregates = {
      "count", "sum", "min", "max", "mean", "first", "last", "distinct", "runs"};
  return word.kind == TokenKind::kReserved &&
         std::find(kAggregates.begin(), kAggregates.end(), word.text) != kAggregates.end();
}

bool opens(const Word& word) { return word.is_symbol("(") || word.is_symbol("["); }

/// Whether a blank stands before the word at `at`, which is not the first.
bool needs_blank(const Words& words, std::size_t at) {
  const Word& before = words[at - 1];
  const Word& word = words[at];
  if (word.is_symbol(")") || word.is_symbol("]") || word.is_symbol(",")) return false;
  if (word.is_symbol(".") || before.is_symbol(".") || opens(before)) return false;
  if (word.is_symbol("(")) return before.kind != TokenKind::kName && !is_aggregate(before);
  const bool sign = before.is_symbol("-") && (at == 1 || !ends_value(words[at - 2]));
  return !sign;
}

/// Signs that close or join what stands before them do not begin a line.
bool begins_lines(const Word& word) {
  return !word.is_symbol(")") && !word.is_symbol("]") && !word.is_symbol(",") &&
         !word.is_symbol(".");
}

bool same_words(const Words& words, std::string_view text) { return words_of(text) == words; }

}  // namespace

std::optional<Words> read_expression(const text::Excerpt& excerpt) {
  if (!parses(excerpt)) return std::nullopt;
  Words words = words_of(excerpt.text);
  const lang::parse::Scan scan = lang::parse::scan(excerpt.text);
  for (std::size_t i = 1; i < words.size(); ++i) {
    const text::Span gap = excerpt.span(scan.tokens[i - 1].end, scan.tokens[i].begin);
    const bool breaks = excerpt.file->slice(gap).find('\n') != std::string_view::npos;
    words[i].breaks_before = breaks && begins_lines(words[i]);
    words[i].spaced = needs_blank(words, i);
  }
  if (words.empty() || !same_words(words, one_line(words))) return std::nullopt;
  return words;
}

std::optional<Words> read_expression(std::string_view text) {
  return read_expression(
      text::whole(std::make_shared<const text::SourceFile>("", std::string(text))));
}

std::string one_line(const Words& words) {
  std::string line;
  for (const Word& word : words) {
    if (word.spaced) line += ' ';
    line += word.text;
  }
  return line;
}

}  // namespace remit::layout
