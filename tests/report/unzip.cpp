#include "report/unzip.h"

#include <zlib.h>

#include <cstdint>

#include "support/catch.h"

namespace remit::test {
namespace {

std::uint32_t number(const std::string& bytes, std::size_t at, int size) {
  std::uint32_t value = 0;
  for (int i = size - 1; i >= 0; --i) {
    value = value << 8 | static_cast<unsigned char>(bytes.at(at + static_cast<std::size_t>(i)));
  }
  return value;
}

std::string inflated(const std::string& packed, std::size_t size) {
  std::string plain(size, '\0');
  z_stream stream{};
  REQUIRE(inflateInit2(&stream, -MAX_WBITS) == Z_OK);
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data()));
  stream.avail_in = static_cast<uInt>(packed.size());
  stream.next_out = reinterpret_cast<Bytef*>(plain.data());
  stream.avail_out = static_cast<uInt>(plain.size());
  const int status = inflate(&stream, Z_FINISH);
  inflateEnd(&stream);
  REQUIRE(status == Z_STREAM_END);
  return plain;
}

}  // namespace

/// By the directory at the end, as the format wants it to be read.
std::map<std::string, std::string> unzip(const std::string& archive) {
  std::map<std::string, std::string> files;
  const std::size_t end = archive.rfind("PK\x05\x06");
  REQUIRE(end != std::string::npos);
  std::size_t entry = number(archive, end + 16, 4);
  for (std::uint32_t left = number(archive, end + 10, 2); left > 0; --left) {
    const std::uint32_t method = number(archive, entry + 10, 2);
    const std::uint32_t packed = number(archive, entry + 20, 4);
    const std::uint32_t size = number(archive, entry + 24, 4);
    const std::uint32_t name = number(archive, entry + 28, 2);
    const std::size_t local = number(archive, entry + 42, 4);
    const std::size_t data =
        local + 30 + number(archive, local + 26, 2) + number(archive, local + 28, 2);
    const std::string bytes = archive.substr(data, packed);
    files[archive.substr(entry + 46, name)] = method == 0 ? bytes : inflated(bytes, size);
    entry += 46 + name + number(archive, entry + 30, 2) + number(archive, entry + 32, 2);
  }
  return files;
}

}  // namespace remit::test
