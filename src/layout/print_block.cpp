#include "layout/printer.h"

namespace remit::layout {

using yaml::Node;

/// `begun`: its first line is begun already, behind a dash.
void Printer::block(const Node& node, std::size_t indent, bool begun) {
  std::size_t first = next_;
  while (first < source_.tokens.size() && source_.tokens[first].kind == TokenKind::kComment) {
    ++first;
  }
  if (first >= source_.tokens.size()) throw Unsupported{node.where.span.begin};
  blocks_.push_back(source_.tokens[first].column);
  if (node.kind == yaml::NodeKind::kMapping) {
    block_mapping(node, indent, begun);
  } else {
    block_sequence(node, indent, begun);
  }
  comments_below(indent);
  blocks_.pop_back();
}

void Printer::block_mapping(const Node& node, std::size_t indent, bool begun) {
  for (const yaml::Entry& entry : node.entries) {
    if (!begun) begin_line(indent);
    begun = false;
    put(take(TokenKind::kScalar));
    put(take(TokenKind::kColon));
    value_behind(entry.value, indent, {indent, indent, indent + 2, false});
  }
}

void Printer::block_sequence(const Node& node, std::size_t indent, bool begun) {
  // Rules stand apart from each other.
  const bool apart = &node == source_.document.find("rules");
  for (std::size_t i = 0; i < node.items.size(); ++i) {
    if (!begun) begin_line(indent, apart && i > 0);
    begun = false;
    put(take(TokenKind::kDash));
    value_behind(node.items[i], indent, {indent, indent + 2, indent + 2, false});
  }
}

/// The value behind a key's colon or an item's dash.
void Printer::value_behind(const Node& node, std::size_t indent, const Place& place) {
  const bool commented = put_comment_behind();
  if (node.kind == yaml::NodeKind::kNull && !is_written(node)) return;
  const bool collection = is_block_collection(node);
  const bool behind_dash = place.base > indent;
  const bool own_line = commented || at_own_line_comment() || (collection && !behind_dash);
  if (!own_line) put(" ");
  if (collection) return block(node, indent + 2, !own_line);
  if (own_line) begin_line(indent + 2);
  value(node, place);
  put_comment_behind();
}

void Printer::comments_below(std::size_t indent) {
  const std::size_t own = blocks_.back();
  while (at_own_line_comment()) {
    const std::size_t comment = peek().column;
    const bool inside = comment >= own && (blocks_.size() < 2 || comment > blocks_.end()[-2]);
    if (!inside) return;
    new_line(indent, peek().after_blank_line);
    put(take(TokenKind::kComment));
  }
}

}  // namespace remit::layout
