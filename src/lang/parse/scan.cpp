#include "lang/parse/scan.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "lang/parse/characters.h"
#include "lang/parse/scan_number.h"
#include "lang/parse/words.h"

namespace remit::lang::parse {
namespace {

bool is_symbol(char c) { return std::string_view("()[],.+-*/").find(c) != std::string_view::npos; }
bool is_relation(char c) { return std::string_view("<>=!&|").find(c) != std::string_view::npos; }
bool is_comparison(std::string_view text) {
  constexpr std::array<std::string_view, 6> kComparisons = {"=", "!=", "<", "<=", ">", ">="};
  return std::find(kComparisons.begin(), kComparisons.end(), text) != kComparisons.end();
}

std::size_t end_of(std::string_view text, std::size_t at, bool (*belongs)(char)) {
  while (at < text.size() && belongs(text[at])) ++at;
  return at;
}

class Scanner {
 public:
  explicit Scanner(std::string_view text) : text_(text) {}

  Scan run() {
    for (;;) {
      const std::size_t at = end_of(text_, end_, is_blank);
      end_ = at;
      if (at == text_.size()) break;
      next(at);
    }
    add(TokenKind::kEnd, text_.size(), text_.size());
    return {std::move(tokens_), std::nullopt};
  }

  /// What was read before something could not be.
  Scan give_up(Fault fault) {
    add(TokenKind::kFault, fault.begin, fault.end);
    return {std::move(tokens_), std::move(fault)};
  }

 private:
  void next(std::size_t at) {
    const char c = text_[at];
    if (starts_word(c)) return word(at);
    if (is_digit(c)) return add(scan_number(text_, at));
    if (c == '"' || c == '\'') return quoted(at, TokenKind::kString);
    if (c == '`') return quoted(at, TokenKind::kQuoted);
    if (is_symbol(c)) return add(TokenKind::kSymbol, at, at + 1);
    if (is_relation(c)) return relation(at);
    if (c > ' ' && c < '\x7F') return add(TokenKind::kForeign, at, at + 1);
    throw character_fault(text_, at);
  }

  void word(std::size_t at) {
    const std::size_t end = end_of(text_, at, continues_word);
    const bool after_dot = !tokens_.empty() && tokens_.back().is_symbol(".");
    const bool reserved = !after_dot && is_reserved(text_.substr(at, end - at));
    add(reserved ? TokenKind::kReserved : TokenKind::kName, at, end);
  }

  void relation(std::size_t at) {
    const std::size_t end = end_of(text_, at, is_relation);
    const bool known = is_comparison(text_.substr(at, end - at));
    add(known ? TokenKind::kSymbol : TokenKind::kForeign, at, end);
  }

  /// A string, or a name in back quotes, which knows no escapes. Neither goes on in a new line,
  /// so that a forgotten quote is found where it is.
  void quoted(std::size_t at, TokenKind kind) {
    const char quote = text_[at];
    std::size_t end = at + 1;
    while (end < text_.size() && text_[end] != quote && text_[end] != '\n') {
      const bool escape = kind == TokenKind::kString && text_[end] == '\\';
      if (escape && end + 1 < text_.size() && text_[end + 1] != '\n') ++end;
      end += checked_length(end);
    }
    if (end >= text_.size() || text_[end] != quote) throw unclosed(at, kind);
    if (kind == TokenKind::kQuoted && end == at + 1) {
      throw Fault{"empty-name", "the name in back quotes is empty",
                  "write the name of the field between them", at, end + 1};
    }
    add(kind, at, end + 1);
  }

  std::size_t checked_length(std::size_t at) const {
    const auto c = static_cast<unsigned char>(text_[at]);
    const std::size_t length = character_length(text_, at);
    if (length == 0 || (c < 0x20 && c != '\t') || c == 0x7F) throw character_fault(text_, at);
    return length;
  }

  Fault unclosed(std::size_t at, TokenKind kind) const {
    const char quote = text_[at];
    if (kind == TokenKind::kQuoted) {
      return {"unclosed-name", "the name in back quotes is not closed",
              "put a back quote behind it, on the same line", at, at + 1};
    }
    return {"unclosed-string", "the string is not closed",
            fmt::format("put a {} behind it, on the same line; within it, a line break is \\n and "
                        "this quote \\{}",
                        quote, quote),
            at, at + 1};
  }

  void add(TokenKind kind, std::size_t begin, std::size_t end) {
    add(Token{kind, begin, end, text_.substr(begin, end - begin)});
  }
  void add(const Token& token) {
    tokens_.push_back(token);
    end_ = token.end;
  }

  std::string_view text_;
  std::size_t end_ = 0;
  std::vector<Token> tokens_;
};

}  // namespace

Scan scan(std::string_view text) {
  Scanner scanner(text);
  try {
    return scanner.run();
  } catch (Fault& fault) {
    return scanner.give_up(std::move(fault));
  }
}

}  // namespace remit::lang::parse
