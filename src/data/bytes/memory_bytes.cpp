#include "data/bytes/byte_source.h"

namespace remit::data {
namespace {

class MemoryBytes : public ByteSource {
 public:
  explicit MemoryBytes(std::string_view bytes) : bytes_(bytes) {}
  explicit MemoryBytes(std::string bytes) : own_(std::move(bytes)), bytes_(own_) {}

  std::size_t size() const override { return bytes_.size(); }
  std::string_view part(std::size_t offset, std::size_t size,
                        std::string& /*buffer*/) const override {
    return bytes_.substr(offset, size);
  }
  std::string_view whole() const override { return bytes_; }

 private:
  std::string own_;
  std::string_view bytes_;
};

}  // namespace

std::unique_ptr<ByteSource> bytes_in_memory(std::string_view bytes) {
  return std::make_unique<MemoryBytes>(bytes);
}

std::unique_ptr<ByteSource> own_bytes(std::string bytes) {
  return std::make_unique<MemoryBytes>(std::move(bytes));
}

}  // namespace remit::data
