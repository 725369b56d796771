#pragma once

#include <array>
#include <streambuf>

namespace remit::cli {

/// Writes to a file descriptor and keeps the first error, which std::ofstream would not name.
class DescriptorBuffer : public std::streambuf {
 public:
  explicit DescriptorBuffer(int descriptor);

  /// The `errno` of the write that failed; 0 while none has.
  int error() const { return error_; }

 protected:
  int_type overflow(int_type character) override;
  int sync() override;

 private:
  bool drain();

  int descriptor_;
  int error_ = 0;
  std::array<char, 1 << 16> buffer_;
};

}  // namespace remit::cli
