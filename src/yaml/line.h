#pragma once

#include <string_view>

#include "text/source.h"

namespace remit::yaml {

/// A line of a file that may be broken YAML, cut as `- key: value` as far as it looks like that.
/// Positions are bytes of `text`, `npos` where the part is not there.
struct Line {
  std::string_view text;
  std::size_t begin = 0;   ///< the offset of `text` in the file
  std::size_t indent = 0;  ///< the first character that is no blank
  std::size_t first = 0;   ///< what stands behind the dashes of list items
  /// The first `:` with a blank or nothing behind it; none where a bracket begins the line.
  std::size_t colon = std::string_view::npos;
  std::size_t value = std::string_view::npos;  ///< the first character behind that colon

  /// Nothing but blanks or a comment.
  bool empty() const;
  std::string_view key() const;
  text::Span span(std::size_t from, std::size_t length) const;
};

Line read_line(const text::SourceFile& file, std::size_t number);

/// The last line before this one that is not empty, or one that is.
Line line_before(const text::SourceFile& file, std::size_t number);

/// The position of the quote that closes the one at `open`, or npos.
std::size_t closing_quote(std::string_view text, std::size_t open);

}  // namespace remit::yaml
