#include "report/json_text.h"

#include <fmt/format.h>

namespace remit::report {
namespace {

bool is_continued_c1(const std::string& text, std::size_t i) {
  if (text[i] != '\xc2' || i + 1 >= text.size()) return false;
  const auto next = static_cast<unsigned char>(text[i + 1]);
  return next >= 0x80 && next < 0xa0;
}

/// Outside of strings JSON text is ASCII and without DEL, so that only strings are touched.
std::string escape_controls(const std::string& text) {
  std::string result;
  result.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\x7f') {
      result += "\\u007f";
    } else if (is_continued_c1(text, i)) {
      result += fmt::format("\\u{:04x}", static_cast<unsigned char>(text[++i]));
    } else {
      result += text[i];
    }
  }
  return result;
}

}  // namespace

std::string json_text(const Json& document, int indent) {
  const std::string text = document.dump(indent, ' ', false, Json::error_handler_t::replace);
  return text.find_first_of("\x7f\xc2") == std::string::npos ? text : escape_controls(text);
}

}  // namespace remit::report
