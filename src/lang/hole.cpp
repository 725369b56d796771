#include "lang/hole.h"

namespace remit::lang {

std::size_t end_of_hole(std::string_view text, std::size_t at) {
  char quote = 0;
  for (; at < text.size(); ++at) {
    const char c = text[at];
    if (quote) {
      if (c == '\\' && quote != '`') ++at;
      if (c == quote) quote = 0;
    } else if (c == '"' || c == '\'' || c == '`') {
      quote = c;
    } else if (c == '}' || c == '{') {
      return at;
    }
  }
  return text.size();
}

}  // namespace remit::lang
