#pragma once

#include <memory>
#include <ostream>
#include <string>

#include "cli/descriptor_buffer.h"
#include "text/diagnostic.h"

namespace remit::cli {

/// Where something is written to. A file appears under its name only when all of it is written: a
/// run that is stopped leaves what was there before. One that was there keeps its permissions.
class Output {
 public:
  /// Opens a file, or standard output for an empty path; nothing (with an error that names the
  /// option) where that is not possible. What is no regular file, such as a pipe or a device, is
  /// written to directly.
  static std::unique_ptr<Output> open(const std::string& path, const std::string& option,
                                      text::Diagnostics& diagnostics);
  ~Output();
  Output(const Output&) = delete;
  Output& operator=(const Output&) = delete;

  std::ostream& stream() { return stream_; }
  /// Writes what is left, so that all of it is on the disk; an error where something could not be
  /// written. A reader that has gone away is no error.
  bool complete(text::Diagnostics& diagnostics);
  /// Puts a file that is complete in its place.
  bool place(text::Diagnostics& diagnostics);
  /// Both.
  bool finish(text::Diagnostics& diagnostics);

 private:
  Output(int descriptor, std::string path, std::string temporary);
  bool fail(int error, text::Diagnostics& diagnostics) const;
  int close_file();

  int descriptor_;
  std::string path_;       ///< empty for standard output
  std::string temporary_;  ///< empty where it is written to directly
  DescriptorBuffer buffer_;
  std::ostream stream_;
};

}  // namespace remit::cli
