#include "layout/same_meaning.h"

#include <algorithm>

#include "layout/expression.h"
#include "layout/holes.h"

namespace remit::layout {
namespace {

using yaml::Node;

bool same_text(const Node& before, const Node& after, Role role) {
  if (role == Role::kMessage) {
    return before.quoted == after.quoted &&
           lay_out_holes(before.scalar) == lay_out_holes(after.scalar);
  }
  if (before.scalar == after.scalar && before.quoted == after.quoted) return true;
  if (role != Role::kExpression) return false;
  const auto words = read_expression(before.scalar);
  return words && words == read_expression(after.scalar);
}

bool same_node(const Node& before, const Node& after, const Roles& roles) {
  if (before.kind != after.kind || before.items.size() != after.items.size() ||
      before.entries.size() != after.entries.size()) {
    return false;
  }
  if (before.kind == yaml::NodeKind::kScalar) return same_text(before, after, roles.of(after));
  for (std::size_t i = 0; i < before.items.size(); ++i) {
    if (!same_node(before.items[i], after.items[i], roles)) return false;
  }
  for (std::size_t i = 0; i < before.entries.size(); ++i) {
    if (before.entries[i].key != after.entries[i].key ||
        !same_node(before.entries[i].value, after.entries[i].value, roles)) {
      return false;
    }
  }
  return true;
}

/// Comments as they are, everything else by what it is: scalars are compared as nodes.
std::vector<std::string> marks_of(const Source& source) {
  std::vector<std::string> marks;
  for (const Token& token : source.tokens) {
    const std::string text(source.file->slice(
        {static_cast<std::uint32_t>(token.begin), static_cast<std::uint32_t>(token.end)}));
    if (token.kind != TokenKind::kScalar) {
      marks.push_back(text);
      continue;
    }
    marks.emplace_back("scalar");
    if (text.front() != '|' && text.front() != '>') continue;
    const std::string comment = block_header(*source.file, token.begin).comment;
    if (!comment.empty()) marks.push_back(comment);
  }
  return marks;
}

bool is_white(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

std::size_t skip_white(std::string_view text, std::size_t at) {
  while (at < text.size() && is_white(text[at])) ++at;
  return at;
}

}  // namespace

bool same_meaning(const Node& original, const Source& before, const Source& after) {
  return same_node(original, after.document, after.roles) && marks_of(before) == marks_of(after);
}

bool same_signs(std::string_view before, std::string_view after) {
  std::size_t at = skip_white(before, 0);
  for (std::size_t i = skip_white(after, 0); i < after.size(); i = skip_white(after, i + 1)) {
    if (at < before.size() && before[at] == after[i]) {
      at = skip_white(before, at + 1);
    } else if (after.substr(i, 2) == ">-") {
      ++i;
    } else {
      return false;
    }
  }
  return at == before.size();
}

}  // namespace remit::layout
