#include "layout/token.h"

#include <algorithm>

namespace remit::layout {
namespace {

using yaml::Node;
using yaml::NodeKind;

struct Scalar {
  text::Span span;
  const Node* value;  // null for a key
};

void collect_scalars(const Node& node, std::vector<Scalar>& scalars) {
  if (node.kind == NodeKind::kScalar || node.kind == NodeKind::kNull) {
    if (is_written(node)) scalars.push_back({node.where.span, &node});
  }
  for (const Node& item : node.items) collect_scalars(item, scalars);
  for (const yaml::Entry& entry : node.entries) {
    scalars.push_back({entry.key_where.span, nullptr});
    if (entry.value.where.span != entry.key_where.span) collect_scalars(entry.value, scalars);
  }
}

char first_byte(const Node& node) {
  const std::string_view written =
      node.where.file->slice({node.where.span.begin, node.where.span.begin + 1});
  return written.empty() ? '\0' : written.front();
}

class Tokenizer {
 public:
  explicit Tokenizer(const text::SourceFile& file) : content_(file.content()) {}

  std::vector<Token> run(const std::vector<Scalar>& scalars) {
    for (const Scalar& scalar : scalars) {
      gap(scalar.span.begin);
      // Nothing can have been read past its beginning, unless the places contradict each other.
      if (at_ > scalar.span.begin) throw Unsupported{scalar.span.begin};
      add(TokenKind::kScalar, scalar.span.end);
      tokens_.back().value = scalar.value;
    }
    gap(content_.size());
    return std::move(tokens_);
  }

 private:
  /// What stands between scalars.
  void gap(std::size_t end) {
    while (at_ < end) {
      const char c = content_[at_];
      if (c == ' ' || c == '\t' || c == '\n' || c == '\r') {
        line_begin_ = c == '\n' ? at_ + 1 : line_begin_;
        ++at_;
      } else {
        sign(c);
      }
    }
  }

  void sign(char c) {
    switch (c) {
      case '#':
        return comment();
      case '-':
        if (at_ == line_begin_ && content_.substr(at_, 3) == "---") {
          return add(TokenKind::kStart, at_ + 3);
        }
        return add(TokenKind::kDash, at_ + 1);
      case ':':
        return add(TokenKind::kColon, at_ + 1);
      case ',':
        return add(TokenKind::kComma, at_ + 1);
      case '[':
      case '{':
        return add(TokenKind::kOpen, at_ + 1);
      case ']':
      case '}':
        return add(TokenKind::kClose, at_ + 1);
      default:
        throw Unsupported{at_};
    }
  }

  void comment() {
    const std::size_t line_end = std::min(content_.size(), content_.find('\n', at_));
    const std::size_t last = content_.substr(0, line_end).find_last_not_of(" \t\r");
    add(TokenKind::kComment, last + 1);
  }

  void add(TokenKind kind, std::size_t end) {
    Token token{kind, at_, end, false, false, at_ - line_begin_, nullptr};
    const std::string_view before = content_.substr(0, at_);
    const std::size_t text = before.find_last_not_of(" \t\r\n") + 1;  // 0 where there is none
    const auto breaks =
        std::count(before.begin() + static_cast<std::ptrdiff_t>(text), before.end(), '\n');
    token.begins_line = text == 0 || breaks > 0;
    token.after_blank_line = breaks > (text == 0 ? 0 : 1);
    tokens_.push_back(token);
    const std::size_t last_break = content_.substr(0, end).rfind('\n');
    if (last_break != std::string_view::npos) line_begin_ = last_break + 1;
    at_ = end;
  }

  std::string_view content_;
  std::size_t at_ = 0;
  std::size_t line_begin_ = 0;
  std::vector<Token> tokens_;
};

}  // namespace

bool is_written(const Node& scalar) {
  if (scalar.kind != NodeKind::kNull) return true;
  const std::string_view text = scalar.where.file->slice(scalar.where.span);
  return text == "~" || text == "null" || text == "Null" || text == "NULL";
}

bool is_block_scalar(const Node& scalar) {
  const char first = first_byte(scalar);
  return scalar.kind == NodeKind::kScalar && (first == '|' || first == '>');
}

bool is_block_collection(const Node& node) {
  if (node.kind == NodeKind::kMapping) return first_byte(node) != '{';
  return node.kind == NodeKind::kSequence && first_byte(node) != '[';
}

BlockHeader block_header(const text::SourceFile& file, std::size_t begin) {
  const std::string_view content = file.content();
  const std::size_t line_end = std::min(content.size(), content.find('\n', begin));
  const std::string_view line = content.substr(begin, line_end - begin);
  const std::size_t signs = std::min(line.size(), line.find_first_of(" \t\r#"));
  const std::size_t comment = std::min(line.size(), line.find('#', signs));
  const std::size_t last = line.find_last_not_of(" \t\r") + 1;
  return {std::string(line.substr(0, signs)),
          std::string(line.substr(comment, std::max(last, comment) - comment)),
          std::min(content.size(), line_end + 1)};
}

std::vector<Token> tokens_of(const Node& document, const text::SourceFile& file) {
  std::vector<Scalar> scalars;
  collect_scalars(document, scalars);
  return Tokenizer(file).run(scalars);
}

}  // namespace remit::layout
