#include "lang/check/context.h"

namespace remit::lang::check {
namespace {

constexpr std::size_t kLongestQuote = 60;

bool is_space(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }

// Cuts between characters, never inside one.
void shorten(std::string& text) {
  if (text.size() <= kLongestQuote) return;
  std::size_t end = kLongestQuote - 3;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
  text.resize(end);
  text += "...";
}

}  // namespace

text::Diagnostic& Context::error(std::string_view code, text::Span span, std::string message,
                                 std::string help) const {
  return diagnostics.error(code, {file, span}, std::move(message), std::move(help));
}

std::string Context::quote(text::Span span) const {
  std::string words;
  if (file != nullptr) {
    for (const char c : file->slice(span)) {
      if (!is_space(c)) {
        words += c;
      } else if (!words.empty() && words.back() != ' ') {
        words += ' ';
      }
    }
  }
  shorten(words);
  return "`" + words + "`";
}

NodePtr error_node(text::Span span) {
  return make(value::type(Kind::kError), span, typed::Constant{value::Value{value::Missing{}}});
}

}  // namespace remit::lang::check
