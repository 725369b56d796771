#include "layout/holes.h"

#include "lang/hole.h"
#include "layout/expression.h"

namespace remit::layout {
namespace {

std::string lay_out_hole(std::string_view hole) {
  const bool as_it_reads = hole.find_first_of("\\\n") == std::string_view::npos &&
                           hole.find("''") == std::string_view::npos;
  const auto words = as_it_reads ? read_expression(hole) : std::nullopt;
  return words ? one_line(*words) : std::string(hole);
}

}  // namespace

std::string lay_out_holes(std::string_view message) {
  std::string result;
  for (std::size_t at = 0; at < message.size();) {
    const char c = message[at];
    const bool doubled = at + 1 < message.size() && message[at + 1] == c;
    result += c;
    ++at;
    if (doubled && (c == '{' || c == '}')) {
      result += c;
      ++at;
    } else if (c == '{') {
      const std::size_t end = lang::end_of_hole(message, at);
      const bool closed = end < message.size() && message[end] == '}';
      const std::string_view hole = message.substr(at, end - at);
      result += closed ? lay_out_hole(hole) : std::string(hole);
      at = end;
    }
  }
  return result;
}

}  // namespace remit::layout
