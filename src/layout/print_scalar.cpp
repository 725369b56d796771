#include <algorithm>

#include "layout/expression_lines.h"
#include "layout/holes.h"
#include "layout/printer.h"
#include "text/utf8.h"

namespace remit::layout {
namespace {

using yaml::Node;

bool is_quoted(std::string_view written) {
  return !written.empty() && (written.front() == '"' || written.front() == '\'');
}

/// Blanks at the end of a line that is not the last one fold away, but for an escaped one.
std::string_view without_end_blanks(std::string_view line) {
  const std::size_t last = line.find_last_not_of(" \t\r");
  if (last == std::string_view::npos) return {};
  const bool escaped = line[last] == '\\' && last + 1 < line.size();
  return line.substr(0, last + (escaped ? 2 : 1));
}

std::string_view without_blanks_before(std::string_view line) {
  const std::size_t first = line.find_first_not_of(" \t");
  return first == std::string_view::npos ? std::string_view() : line.substr(first);
}

}  // namespace

void Printer::value(const Node& node, const Place& place) {
  if (is_block_collection(node)) throw Unsupported{node.where.span.begin};
  if (node.kind == yaml::NodeKind::kMapping || node.kind == yaml::NodeKind::kSequence) {
    flow(node, place);
  } else {
    scalar(node, place);
  }
}

void Printer::scalar(const Node& node, const Place& place) {
  if (!at(TokenKind::kScalar)) throw Unsupported{node.where.span.begin};
  const std::string written = laid_out(peek());
  take(TokenKind::kScalar);
  if (is_block_scalar(node)) return block_scalar(node, place);
  if (!place.in_flow && folded_expression(node, place)) return;
  text(written, place.continuation);
}

/// What is written for a token where lines are not broken: of an expression its words.
std::string Printer::laid_out(const Token& token) const {
  const std::string_view written = source_.file->slice(
      {static_cast<std::uint32_t>(token.begin), static_cast<std::uint32_t>(token.end)});
  const Role role = token.value ? source_.roles.of(*token.value) : Role::kText;
  if (role == Role::kMessage) return lay_out_holes(written);
  if (role != Role::kExpression || is_block_scalar(*token.value)) return std::string(written);
  const auto words = read_expression(yaml::excerpt(*token.value));
  if (!words) return std::string(written);
  if (!is_quoted(written)) return one_line(*words);
  // With an escape or a line break in it the text is not what stands in the file.
  const bool as_it_reads = written.substr(1, written.size() - 2) == token.value->scalar;
  if (!as_it_reads || written.find('\n') != std::string_view::npos) return std::string(written);
  return written.front() + one_line(*words) + written.front();
}

/// The lines of a plain or quoted text, whose own indentation says nothing.
void Printer::text(std::string_view written, std::size_t continuation) {
  for (;;) {
    const std::size_t line_end = written.find('\n');
    if (line_end == std::string_view::npos) break;
    put(without_end_blanks(written.substr(0, line_end)));
    written = without_blanks_before(written.substr(line_end + 1));
    const bool empty = written.empty() || written.front() == '\n';
    new_line(empty ? 0 : continuation, false);
  }
  put(written);
}

/// A plain expression that takes several lines becomes a folded block; answers whether it did.
bool Printer::folded_expression(const Node& node, const Place& place) {
  const std::string_view written = source_.file->slice(node.where.span);
  if (source_.roles.of(node) != Role::kExpression || is_quoted(written)) return false;
  const auto words = read_expression(yaml::excerpt(node));
  // A comment behind it could only stand before it then, behind the block's header.
  if (!words || (at(TokenKind::kComment) && !peek().begins_line)) return false;
  const bool several_lines = written.find('\n') != std::string_view::npos;
  const std::size_t width = text::count_characters(one_line(*words));
  if (!several_lines && column() + width <= kWidth) return false;
  const std::size_t indent = place.parent + 2;
  const std::vector<std::string> lines = lines_of(*words, kWidth - std::min(kWidth, indent));
  if (!several_lines && lines.size() == 1 && indent + width > kWidth) return false;
  put(">-");
  block_lines(lines, indent);
  return true;
}

}  // namespace remit::layout
