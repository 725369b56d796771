#include "data/quote.h"

#include <algorithm>

#include <fmt/format.h>

#include "text/utf8.h"

namespace remit::data {
namespace {

constexpr std::size_t kLongestValue = 1000;  // bytes
constexpr std::size_t kLongestQuoted = 200;
constexpr char32_t kReplacement = 0xFFFD;

/// Control characters as escapes, so that a message stays on its line.
void append_on_one_line(std::string& out, char32_t code) {
  switch (code) {
    case U'\n':
      out += "\\n";
      break;
    case U'\r':
      out += "\\r";
      break;
    case U'\t':
      out += "\\t";
      break;
    default:
      if (code < 0x20 || (code >= 0x7F && code < 0xA0)) {
        out += fmt::format("\\x{:02x}", static_cast<unsigned>(code));
      } else {
        text::append_utf8(out, code);
      }
  }
}

template <typename Append>
std::string clean(std::string_view bytes, std::size_t longest, Append append) {
  std::string out;
  for (std::size_t i = 0; i < bytes.size();) {
    if (out.size() >= longest) return out + "…";
    const text::Character character = text::character_at(bytes, i);
    append(out, character.valid && character.code != 0 ? character.code : kReplacement);
    i += character.length;
  }
  return out;
}

}  // namespace

bool is_text(std::string_view bytes) {
  const bool ascii = std::all_of(bytes.begin(), bytes.end(), [](char c) {
    return static_cast<unsigned char>(c) < 0x80 && c != '\0';
  });
  return ascii || (bytes.find('\0') == std::string_view::npos && !text::find_invalid_utf8(bytes));
}

std::string shown_value(std::string_view bytes) {
  return clean(bytes, kLongestValue, text::append_utf8);
}

std::string in_backticks(std::string_view bytes) {
  if (bytes.empty()) return "an empty value";
  return "`" + clean(bytes, kLongestQuoted, append_on_one_line) + "`";
}

}  // namespace remit::data
