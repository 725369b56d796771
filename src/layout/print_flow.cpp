#include "layout/printer.h"
#include "text/utf8.h"

namespace remit::layout {

using yaml::Node;

/// Lines begin behind the bracket, or two further in where nothing follows it on its line.
void Printer::flow(const Node& node, const Place& place) {
  put(take(TokenKind::kOpen));
  const bool hanging =
      at(TokenKind::kComment) ||
      (!at(TokenKind::kClose) && next_ < source_.tokens.size() && peek().begins_line);
  const std::size_t content = hanging ? place.base + 2 : column();
  hanging_.push_back(hanging);
  flow_children(node, content, hanging);
  const bool commented = flow_comments(content);
  const bool below = at(TokenKind::kClose) && peek().begins_line && hanging;
  if (commented || below) new_line(hanging ? place.base : content, false);
  put(take(TokenKind::kClose));
  hanging_.pop_back();
}

void Printer::flow_children(const Node& node, std::size_t content, bool hanging) {
  const std::size_t count = node.items.size() + node.entries.size();
  bool breaks = hanging;
  for (std::size_t i = 0; i < count; ++i) {
    breaks = flow_comments(content) || breaks;
    breaks = breaks || (i > 0 && next_ < source_.tokens.size() && peek().begins_line);
    breaks = breaks || (i > 0 && column() + 1 + width_ahead() > kWidth);
    if (breaks) {
      new_line(content, next_ < source_.tokens.size() && peek().after_blank_line);
    } else if (i > 0) {
      put(" ");
    }
    if (i < node.items.size()) {
      const Node& item = node.items[i];
      const bool pair = item.kind == yaml::NodeKind::kMapping && !at(TokenKind::kOpen);
      if (pair && item.entries.size() == 1) {
        flow_entry(item.entries.front(), content);
      } else if (is_written(item)) {
        value(item, {content, content, content, true});
      }
    } else {
      flow_entry(node.entries[i - node.items.size()], content);
    }
    if (flow_comments(content)) new_line(content, false);
    breaks = at(TokenKind::kComma) && peek().begins_line;
    if (at(TokenKind::kComma)) put(take(TokenKind::kComma));
  }
}

void Printer::flow_entry(const yaml::Entry& entry, std::size_t content) {
  put(take(TokenKind::kScalar));
  if (flow_comments(content)) new_line(content, false);
  // `{a}` is a key without a value.
  if (!at(TokenKind::kColon)) return;
  put(take(TokenKind::kColon));
  if (flow_comments(content)) {
    new_line(content, false);
  } else if (is_written(entry.value)) {
    put(" ");
  }
  if (is_written(entry.value)) value(entry.value, {content, content, content, true});
}

/// Writes the comments that come next; what follows them must begin a line.
bool Printer::flow_comments(std::size_t content) {
  const bool any = at(TokenKind::kComment);
  while (at(TokenKind::kComment)) {
    if (put_comment_behind()) continue;
    new_line(content, peek().after_blank_line);
    put(take(TokenKind::kComment));
  }
  return any;
}

/// Whether the line break before a token stays: before the children of a bracket, and before its
/// end where its beginning stands alone. `hanging` is of the brackets that are open there.
bool Printer::breaks_before(std::size_t token, const std::vector<bool>& hanging) const {
  const Token& next = source_.tokens[token];
  if (next.kind == TokenKind::kComment) return true;
  if (next.kind == TokenKind::kComma) return false;
  if (next.kind == TokenKind::kClose) return next.begins_line && hanging.back();
  const Token& before = source_.tokens[token - 1];
  const bool child = before.kind == TokenKind::kOpen || before.kind == TokenKind::kComma;
  const bool comma_below = before.kind == TokenKind::kComma && before.begins_line;
  return child && (next.begins_line || comma_below);
}

/// Columns of the next item with the comma and brackets behind it, up to where a line breaks.
std::size_t Printer::width_ahead() const {
  std::size_t width = 0;
  std::vector<bool> hanging = hanging_;
  const std::size_t outside = hanging.size();
  bool ended = false;
  for (std::size_t i = next_; i < source_.tokens.size() && !hanging.empty(); ++i) {
    const Token& token = source_.tokens[i];
    const bool closing = token.kind == TokenKind::kClose || token.kind == TokenKind::kComma;
    if ((i > next_ && breaks_before(i, hanging)) || (ended && !closing)) break;
    ended = ended || (closing && hanging.size() == outside);
    if (token.kind == TokenKind::kClose) hanging.pop_back();
    if (token.kind == TokenKind::kOpen) {
      hanging.push_back(i + 1 < source_.tokens.size() && source_.tokens[i + 1].begins_line);
    }
    const std::string text = laid_out(token);
    const std::string_view line = std::string_view(text).substr(0, text.find('\n'));
    const bool spaced =
        token.kind == TokenKind::kColon || (token.kind == TokenKind::kComma && !ended);
    width += text::count_characters(line) + (spaced ? 1 : 0);
    if (line.size() < text.size()) break;
  }
  return width;
}

}  // namespace remit::layout
