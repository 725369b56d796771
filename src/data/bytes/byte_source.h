#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>

namespace remit::data {

/// A file that cannot be read on although it could be opened: a fault of the disk, or somebody
/// has made it shorter.
class ReadFailure : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// The bytes of a table's file, of which several threads can read parts.
class ByteSource {
 public:
  ByteSource() = default;
  ByteSource(const ByteSource&) = delete;
  ByteSource& operator=(const ByteSource&) = delete;
  virtual ~ByteSource() = default;

  virtual std::size_t size() const = 0;
  /// `size` bytes from `offset` on (fewer at the end), perhaps put into `buffer`. Throws
  /// ReadFailure.
  virtual std::string_view part(std::size_t offset, std::size_t size,
                                std::string& buffer) const = 0;
  /// All of them, for as long as the source lives; for what is too long for parts.
  virtual std::string_view whole() const = 0;
};

/// Bytes that the caller keeps, or that are handed over.
std::unique_ptr<ByteSource> bytes_in_memory(std::string_view bytes);
std::unique_ptr<ByteSource> own_bytes(std::string bytes);

/// A regular file; null with `errno` set where it cannot be opened.
std::unique_ptr<ByteSource> open_bytes(const std::string& path);

}  // namespace remit::data
