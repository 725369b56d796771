#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "yaml/node.h"

namespace remit::layout {

enum class TokenKind {
  kScalar,   ///< a key or a value; of a block scalar all of it, with its header's comment
  kComment,  ///< to the end of its line, blanks at its end left out
  kDash,
  kColon,
  kComma,
  kOpen,
  kClose,
  kStart,  ///< the line `---`
};

/// A scalar, comment or sign of a YAML file, and how it stands there.
struct Token {
  TokenKind kind = TokenKind::kScalar;
  std::size_t begin = 0;
  std::size_t end = 0;
  bool begins_line = false;           ///< nothing but blanks before it
  bool after_blank_line = false;      ///< and an empty line before that
  std::size_t column = 0;             ///< bytes before it on its line
  const yaml::Node* value = nullptr;  ///< of a scalar that is no key
};

/// Thrown for what has no layout of its own, such as `?` before a key.
struct Unsupported {
  std::size_t at = 0;
};

/// All that stands in a file, in its order: together with white space, every byte of it. Throws
/// Unsupported for signs that only rare YAML has.
std::vector<Token> tokens_of(const yaml::Node& document, const text::SourceFile& file);

/// The header of a block scalar (`>-`) with its comment, which may be empty.
struct BlockHeader {
  std::string signs;
  std::string comment;
  std::size_t body = 0;  ///< offset of the line behind it
};
BlockHeader block_header(const text::SourceFile& file, std::size_t begin);

/// Whether a scalar stands in the file, or is the absence of a value.
bool is_written(const yaml::Node& scalar);
bool is_block_scalar(const yaml::Node& scalar);
/// Whether a mapping or a sequence is written by indentation, without brackets.
bool is_block_collection(const yaml::Node& node);

}  // namespace remit::layout
