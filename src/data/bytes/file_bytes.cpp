#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <mutex>

#include "data/bytes/byte_source.h"

namespace remit::data {
namespace {

/// Parts are copied out of the file: memory holds no more of it than what is being worked on, and a
/// file that somebody cuts short is an error, not a signal.
class FileBytes : public ByteSource {
 public:
  FileBytes(int file, std::size_t size) : file_(file), size_(size) {}
  FileBytes(const FileBytes&) = delete;
  FileBytes& operator=(const FileBytes&) = delete;
  ~FileBytes() override {
    if (map_ != nullptr) ::munmap(map_, size_);
    ::close(file_);
  }

  std::size_t size() const override { return size_; }

  std::string_view part(std::size_t offset, std::size_t size, std::string& buffer) const override {
    size = std::min(size, size_ - std::min(offset, size_));
    if (buffer.size() < size) buffer.resize(size);
    for (std::size_t done = 0; done < size;) {
      const ::ssize_t count =
          ::pread(file_, buffer.data() + done, size - done, static_cast<::off_t>(offset + done));
      if (count < 0 && errno == EINTR) continue;
      if (count <= 0) throw ReadFailure("reading stopped half-way");
      done += static_cast<std::size_t>(count);
    }
    return {buffer.data(), size};
  }

  std::string_view whole() const override {
    std::call_once(mapped_, [this] {
      if (size_ == 0) return;
      void* const map = ::mmap(nullptr, size_, PROT_READ, MAP_PRIVATE, file_, 0);
      if (map == MAP_FAILED) throw ReadFailure("it cannot be mapped into memory");
      map_ = map;
    });
    return {static_cast<const char*>(map_), size_};
  }

 private:
  int file_;
  std::size_t size_;
  mutable std::once_flag mapped_;
  mutable void* map_ = nullptr;
};

}  // namespace

std::unique_ptr<ByteSource> open_bytes(const std::string& path) {
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) return nullptr;
  struct ::stat state {};
  if (::fstat(file, &state) != 0) {
    const int error = errno;
    ::close(file);
    errno = error;
    return nullptr;
  }
  return std::make_unique<FileBytes>(file, static_cast<std::size_t>(state.st_size));
}

}  // namespace remit::data
