#include <algorithm>

#include "layout/expression_lines.h"
#include "layout/holes.h"
#include "layout/printer.h"

namespace remit::layout {
namespace {

using yaml::Node;

std::size_t blanks_before(std::string_view line) {
  return std::min(line.size(), line.find_first_not_of(' '));
}

std::vector<std::string_view> split_lines(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.size(), text.find('\n'));
    lines.push_back(text.substr(0, end));
    text.remove_prefix(std::min(text.size(), end + 1));
  }
  return lines;
}

/// The digit of a header such as `|2-`, or 0.
std::size_t stated_indent(std::string_view signs) {
  const std::size_t digit = signs.find_first_of("123456789");
  return digit == std::string_view::npos ? 0 : static_cast<std::size_t>(signs[digit] - '0');
}

/// A text of blanks alone: nothing shows how far it stands in.
bool is_blank(std::string_view text) {
  return text.find(' ') != std::string_view::npos &&
         text.find_first_not_of(" \n") == std::string_view::npos;
}

/// Whether a folded text ends the file with a line of blanks that has no end: these count as one
/// blank then.
bool ends_in_blanks(const text::SourceFile& file, const Node& folded) {
  const std::string& content = file.content();
  return content[folded.where.span.begin] == '>' && content.back() == ' ' &&
         content.find('\n', folded.where.span.end - 1) != std::string::npos;
}

std::size_t breaks_in(std::string_view text, std::size_t begin, std::size_t end) {
  const std::string_view part = text.substr(begin, end - std::min(begin, end));
  return static_cast<std::size_t>(std::count(part.begin(), part.end(), '\n'));
}

std::size_t first_indent(const std::vector<std::string_view>& lines) {
  for (const std::string_view line : lines) {
    if (blanks_before(line) < line.size()) return blanks_before(line);
  }
  return std::string_view::npos;
}

}  // namespace

/// Where the header states how far the text stands in, that stays so.
void Printer::block_scalar(const Node& node, const Place& place) {
  const BlockHeader header = block_header(*source_.file, node.where.span.begin);
  put(header.signs);
  if (!header.comment.empty()) put("  " + header.comment);
  const std::size_t stated = stated_indent(header.signs);
  const std::size_t indent = place.parent + (stated > 0 ? stated : 2);
  const auto words = source_.roles.of(node) == Role::kExpression
                         ? read_expression(yaml::excerpt(node))
                         : std::nullopt;
  if (words) {
    block_lines(lines_of(*words, kWidth - std::min(kWidth, indent)), indent);
  } else {
    block_body(node, header.body, indent);
  }
  if (header.signs.find('+') == std::string::npos) return;
  // All line breaks at the end are kept as a part of the text.
  const std::size_t end = std::max<std::size_t>(node.where.span.end, header.body - 1);
  const std::size_t next =
      next_ < source_.tokens.size() ? peek().begin : source_.file->content().size();
  const auto breaks = breaks_in(source_.file->content(), end, next);
  out_.append(breaks - std::min<std::size_t>(breaks, 1), '\n');
  exact_ = true;
}

/// The lines as they are, moved in or out as a whole.
void Printer::block_body(const Node& node, std::size_t body, std::size_t indent) {
  const std::size_t end = std::max<std::size_t>(body, node.where.span.end);
  const bool last = next_ == source_.tokens.size();
  if (is_blank(node.scalar) || (last && ends_in_blanks(*source_.file, node))) {
    throw Unsupported{node.where.span.begin};
  }
  std::string written = source_.file->content().substr(body, end - body);
  if (source_.roles.of(node) == Role::kMessage) written = lay_out_holes(written);
  const auto lines = split_lines(written);
  const std::size_t stated =
      stated_indent(block_header(*source_.file, node.where.span.begin).signs);
  const std::size_t own = blocks_.empty() ? 0 : blocks_.back();
  const std::size_t source_indent = stated > 0 ? own + stated : first_indent(lines);
  for (const std::string_view line : lines) {
    const std::string_view text = line.substr(std::min(blanks_before(line), source_indent));
    new_line(text.empty() ? 0 : indent, false);
    put(text);
  }
}

void Printer::block_lines(const std::vector<std::string>& lines, std::size_t indent) {
  for (const std::string& line : lines) {
    new_line(indent, false);
    put(line);
  }
}

}  // namespace remit::layout
