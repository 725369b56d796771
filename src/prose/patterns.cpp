// Patterns, the simple ones in words.
#include <algorithm>

#include <fmt/format.h>
#include <re2/re2.h>

#include "prose/condition.h"
#include "prose/value.h"

namespace remit::prose {
namespace {

namespace typed = lang::typed;

bool is_literal(std::string_view text) {
  return !text.empty() && text.find_first_of("\\^$.|?*+()[]{}\n") == std::string_view::npos;
}

/// The texts of which a value that the pattern matches has one in it, where that is all that the
/// pattern asks; else nothing.
std::vector<std::string> contained(std::string_view pattern) {
  while (pattern.starts_with(".*")) pattern.remove_prefix(2);
  while (pattern.ends_with(".*") && !pattern.ends_with("\\.*")) pattern.remove_suffix(2);
  if (pattern.starts_with("(") && pattern.ends_with(")")) {
    pattern = pattern.substr(1, pattern.size() - 2);
  }
  std::vector<std::string> texts;
  for (std::size_t start = 0; start <= pattern.size();) {
    const std::size_t end = std::min(pattern.find('|', start), pattern.size());
    const std::string_view text = pattern.substr(start, end - start);
    if (!is_literal(text)) return {};
    texts.push_back(quoted(text));
    start = end + 1;
  }
  return texts;
}

}  // namespace

Clause pattern_clause(const typed::PatternTest& node, bool wanted, Context& context) {
  const bool matches = node.negated != wanted;
  const std::string& pattern = node.pattern->pattern();
  const std::vector<std::string> texts = contained(pattern);
  std::string subject = value(node.value, context);
  if (texts.empty()) {
    const std::string said = matches ? "matches" : "does not match";
    return {subject, fmt::format("{} the pattern {} in any part of it", said, quoted(pattern))};
  }
  return {subject, (matches ? "contains " : "does not contain ") + joined(texts, "or")};
}

}  // namespace remit::prose
