#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "layout/expression.h"
#include "layout/source.h"

namespace remit::layout {

/// Columns that a line should not exceed where it can be broken.
constexpr std::size_t kWidth = 100;

/// Writes a file anew: the tokens of the source in their order, with white space of its own. It
/// walks down the document and along the tokens at once; where the two do not agree, it throws
/// Unsupported.
class Printer {
 public:
  explicit Printer(const Source& source) : source_(source) {}

  std::string run();

 private:
  /// Where a value stands that is no block collection.
  struct Place {
    std::size_t parent = 0;        ///< indentation of the block around it
    std::size_t base = 0;          ///< where a bracket closes that opened at the end of a line
    std::size_t continuation = 0;  ///< indentation of the second line of a text
    bool in_flow = false;
  };

  // printer.cpp: the line that is written
  void put(std::string_view text) { out_ += text; }
  void new_line(std::size_t indent, bool after_blank);
  std::size_t column() const;
  bool ends_inside_block() const;

  // printer.cpp: the tokens that are read
  bool at(TokenKind kind) const;
  const Token& peek() const { return source_.tokens[next_]; }
  std::string_view take(TokenKind kind);
  bool at_own_line_comment() const;
  /// Writes the comment behind what was just written, if there is one; answers whether.
  bool put_comment_behind();
  /// Begins the line of the next token, with the comments above it.
  void begin_line(std::size_t indent, bool after_blank = false);

  // print_block.cpp
  void block(const yaml::Node& node, std::size_t indent, bool begun);
  void block_mapping(const yaml::Node& node, std::size_t indent, bool begun);
  void block_sequence(const yaml::Node& node, std::size_t indent, bool begun);
  void value_behind(const yaml::Node& value, std::size_t indent, const Place& place);
  /// The comments below a block that stand in as far as its own lines.
  void comments_below(std::size_t indent);

  // print_flow.cpp
  void flow(const yaml::Node& node, const Place& place);
  void flow_children(const yaml::Node& node, std::size_t content, bool hanging);
  void flow_entry(const yaml::Entry& entry, std::size_t content);
  bool flow_comments(std::size_t content);
  std::size_t width_ahead() const;
  bool breaks_before(std::size_t token, const std::vector<bool>& hanging) const;

  // print_scalar.cpp
  void value(const yaml::Node& node, const Place& place);
  void scalar(const yaml::Node& node, const Place& place);
  std::string laid_out(const Token& token) const;
  bool folded_expression(const yaml::Node& node, const Place& place);
  void text(std::string_view written, std::size_t continuation);

  // print_block_scalar.cpp
  void block_scalar(const yaml::Node& node, const Place& place);
  void block_body(const yaml::Node& node, std::size_t body, std::size_t indent);
  void block_lines(const std::vector<std::string>& lines, std::size_t indent);

  const Source& source_;
  std::string out_;
  std::size_t next_ = 0;             ///< index of the token that is read next
  std::vector<std::size_t> blocks_;  ///< columns, in the source, of the blocks that are open
  std::vector<bool> hanging_;  ///< of the brackets that are open: nothing follows on their line
  bool exact_ = false;         ///< line breaks behind what was written are a part of its value
};

}  // namespace remit::layout
