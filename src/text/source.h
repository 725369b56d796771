#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace remit::text {

/// A half-open range of bytes of one source file.
struct Span {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  bool operator==(const Span&) const = default;
};

/// Joins two spans of the same file: from the start of the first to the end of the second.
inline Span join(Span first, Span second) { return {first.begin, second.end}; }

/// A line and a column, both counted from 1; columns count characters (code points), not bytes.
struct Place {
  std::size_t line = 1;
  std::size_t column = 1;
};

/// The bytes of a file under the name that messages print. Lines end at LF or CRLF.
class SourceFile {
 public:
  SourceFile(std::string path, std::string content);

  const std::string& path() const { return path_; }
  const std::string& content() const { return content_; }
  /// The place of a byte offset; offsets past the end give the place behind the last byte.
  Place place(std::uint32_t offset) const;
  /// The text of a line (from 1), without its line end; empty where there is no such line.
  std::string_view line(std::size_t number) const;
  std::string_view slice(Span span) const;

 private:
  std::string path_;
  std::string content_;
  std::vector<std::uint32_t> line_starts_;
};

using SourcePtr = std::shared_ptr<const SourceFile>;

/// A span together with the file it lies in; without a file it is nowhere in particular.
struct Location {
  SourcePtr file;
  Span span;
};

/// A piece of text that a file means, and where each of its bytes stands in the file: the
/// decoded value of a YAML scalar, whose bytes can differ from the file's own.
/// `offsets` has one entry a byte and one more for the end.
struct Excerpt {
  SourcePtr file;
  std::string text;
  std::vector<std::uint32_t> offsets;

  /// The span in the file of a half-open range of bytes of `text`.
  Span span(std::size_t begin, std::size_t end) const;
};

/// An excerpt that is a whole file or a text given on the command line: its bytes stand where
/// they stand.
Excerpt whole(SourcePtr file);

}  // namespace remit::text
