#pragma once

#include <optional>
#include <string>
#include <vector>

#include "text/diagnostic.h"
#include "text/source.h"

namespace remit::yaml {

enum class NodeKind { kNull, kScalar, kSequence, kMapping };

struct Node;

struct Entry;

/// A node of a YAML document with its place. Scalars keep their text: what it means (a number, a
/// date, an expression) is for the reader of the key to say.
struct Node {
  NodeKind kind = NodeKind::kNull;
  std::string scalar;   ///< the decoded text of a scalar
  bool quoted = false;  ///< quoted or a block scalar: text in any case, never null
  text::Location
      where;  ///< the scalar with its quotes, or the whole collection; of an empty value: its key
  std::vector<Node> items;     ///< of a sequence
  std::vector<Entry> entries;  ///< of a mapping, in the order of the file

  /// The entry's value, or null where the mapping has no such key.
  const Node* find(std::string_view key) const;
};

struct Entry {
  std::string key;
  text::Location key_where;
  Node value;
};

/// The decoded text of a scalar with the file offset of each byte, for parsers of embedded text.
text::Excerpt excerpt(const Node& scalar);

/// Reads one YAML document (1.2 core schema words; no anchors, aliases, tags or merge keys, and
/// one document a file). Broken YAML, duplicate keys, invalid UTF-8, nesting deeper than 64 and
/// files over 16 MB are errors with their place. Nothing where the document cannot be used.
std::optional<Node> parse(text::SourcePtr file, text::Diagnostics& diagnostics);

}  // namespace remit::yaml
