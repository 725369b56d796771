#include <re2/re2.h>

#include "engine/expression.h"

namespace remit::engine::expressions {

Vector pattern(const typed::PatternTest& it, const FramePtr& frame, Context& context) {
  const Vector value = evaluate(*it.value, frame, context);
  std::string buffer;
  // Texts repeat: each code is matched once.
  std::vector<std::int8_t> answers(value.dictionary ? value.dictionary->size() : 0, -1);
  return map_one<bool, std::int32_t>(value::Kind::kBoolean, value, [&](std::int32_t code) {
    std::int8_t& answer = answers[static_cast<std::size_t>(code)];
    if (answer < 0) {
      const std::string_view text = value.dictionary->text(code, buffer);
      answer = re2::RE2::PartialMatch(re2::StringPiece(text.data(), text.size()), *it.pattern);
    }
    return std::optional((answer == 1) != it.negated);
  });
}

}  // namespace remit::engine::expressions
