#pragma once

#include <string_view>

namespace remit::rules {

/// How the text of an element is to be parsed, from the words that stand in it outside of
/// parentheses, strings and back quotes.
enum class ElementShape {
  kExpression,     ///< one element
  kComprehension,  ///< has a `for`
  kHeadless,       ///< bindings with a `where`, but nothing said of what each gives
};

ElementShape shape_of(std::string_view text);

}  // namespace remit::rules
