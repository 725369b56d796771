#include <fmt/format.h>
#include <re2/re2.h>

#include "lang/check/context.h"

namespace remit::lang::check {
namespace {

// The part of the string literal that RE2 complains about; the whole of it where that part is
// not spelled in it as RE2 sees it (it holds an escape, say).
text::Span fault(const Context& context, const Matches& node, const std::string& part) {
  if (context.file == nullptr || part.empty()) return node.pattern_span;
  const std::size_t found = context.file->slice(node.pattern_span).find(part);
  if (found == std::string_view::npos) return node.pattern_span;
  const auto begin = node.pattern_span.begin + static_cast<std::uint32_t>(found);
  return {begin, begin + static_cast<std::uint32_t>(part.size())};
}

std::string help_for(re2::RE2::ErrorCode code) {
  switch (code) {
    case re2::RE2::ErrorBadPerlOp:
      return "look-ahead and back references are not part of RE2";
    case re2::RE2::ErrorRepeatArgument:
    case re2::RE2::ErrorMissingParen:
      return "a character that stands for itself is written with a backslash: `\\\\(`, `\\\\+`";
    case re2::RE2::ErrorPatternTooLarge:
    case re2::RE2::ErrorRepeatSize:
      return "repeat less often";
    default:
      return {};
  }
}

std::shared_ptr<const re2::RE2> compile(Context& context, const Matches& node) {
  re2::RE2::Options options;
  options.set_log_errors(false);
  auto pattern = std::make_shared<const re2::RE2>(node.pattern, options);
  if (pattern->ok()) return pattern;
  context.error("bad-pattern", fault(context, node, pattern->error_arg()),
                fmt::format("the pattern is no regular expression: {}", pattern->error()),
                help_for(pattern->error_code()));
  return nullptr;
}

}  // namespace

NodePtr check_node(Context& context, const Expression& whole, const Matches& node) {
  const NodePtr value =
      require_type(context,
                   check_value(context, *node.value, "whether `missing` matches is always unknown",
                               "write `is missing`"),
                   value::type(Kind::kString), "what `matches` looks at");
  auto pattern = compile(context, node);
  if (is_error(value) || pattern == nullptr) return error_node(whole.span);
  return make(value::type(Kind::kBoolean), whole.span,
              typed::PatternTest{value, std::move(pattern), node.negated});
}

}  // namespace remit::lang::check
