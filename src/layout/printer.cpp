#include "layout/printer.h"

#include "text/utf8.h"

namespace remit::layout {

void Printer::new_line(std::size_t indent, bool after_blank) {
  if (!out_.empty()) {
    out_ += '\n';
    if (after_blank && !exact_) out_ += '\n';
  }
  exact_ = false;
  out_.append(indent, ' ');
}

std::size_t Printer::column() const {
  const std::size_t line = out_.rfind('\n') + 1;  // 0 where there is none
  return text::count_characters(std::string_view(out_).substr(line));
}

bool Printer::at(TokenKind kind) const {
  return next_ < source_.tokens.size() && source_.tokens[next_].kind == kind;
}

std::string_view Printer::take(TokenKind kind) {
  if (next_ >= source_.tokens.size()) throw Unsupported{source_.file->content().size()};
  const Token& token = peek();
  if (token.kind != kind) throw Unsupported{token.begin};
  ++next_;
  return std::string_view(source_.file->content()).substr(token.begin, token.end - token.begin);
}

bool Printer::at_own_line_comment() const { return at(TokenKind::kComment) && peek().begins_line; }

bool Printer::put_comment_behind() {
  if (!at(TokenKind::kComment) || peek().begins_line) return false;
  put("  ");
  put(take(TokenKind::kComment));
  return true;
}

void Printer::begin_line(std::size_t indent, bool after_blank) {
  while (at(TokenKind::kComment)) {
    new_line(indent, after_blank || peek().after_blank_line);
    put(take(TokenKind::kComment));
    after_blank = false;
  }
  new_line(indent, after_blank || (next_ < source_.tokens.size() && peek().after_blank_line));
}

std::string Printer::run() {
  std::size_t first = 0;
  while (first < source_.tokens.size() && source_.tokens[first].kind == TokenKind::kComment) {
    ++first;
  }
  if (first < source_.tokens.size() && source_.tokens[first].kind == TokenKind::kStart) {
    begin_line(0);
    put(take(TokenKind::kStart));
    put_comment_behind();
  }
  if (is_block_collection(source_.document)) {
    block(source_.document, 0, false);
  } else {
    begin_line(0);
    value(source_.document, {0, 0, 2, false});
    put_comment_behind();
  }
  while (at(TokenKind::kComment)) {
    new_line(0, peek().after_blank_line);
    put(take(TokenKind::kComment));
  }
  if (next_ < source_.tokens.size()) throw Unsupported{peek().begin};
  if (!ends_inside_block()) out_ += '\n';
  return std::move(out_);
}

/// Whether the file ends within a block scalar whose text would get a line break by one more.
bool Printer::ends_inside_block() const {
  const std::string& content = source_.file->content();
  if (source_.tokens.empty()) return false;
  const Token& last = source_.tokens.back();
  if (last.kind != TokenKind::kScalar || content.find('\n', last.end) != std::string::npos) {
    return false;
  }
  const char first = content[last.begin];
  if (first != '|' && first != '>') return false;
  return block_header(*source_.file, last.begin).signs.find('-') == std::string::npos;
}

}  // namespace remit::layout
