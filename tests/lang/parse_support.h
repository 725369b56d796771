#pragma once

#include <memory>
#include <optional>
#include <string>
#include <utility>

#include "lang/expression.h"
#include "lang/parse/parse.h"
#include "text/diagnostic.h"
#include "text/source.h"

namespace remit::test {

inline text::Excerpt excerpt_of(std::string text) {
  return text::whole(std::make_shared<text::SourceFile>("rule", std::move(text)));
}

/// The dump of an expression, or the code of its only diagnostic in angle brackets; empty for
/// neither and for both, which is always wrong.
inline std::string parsed(const std::string& text) {
  text::Diagnostics diagnostics;
  const auto expression = lang::parse_expression(excerpt_of(text), diagnostics);
  if (expression && diagnostics.all().empty()) return lang::dump(*expression);
  if (!expression && diagnostics.errors() == 1) return "<" + diagnostics.all()[0].code + ">";
  return {};
}

}  // namespace remit::test
