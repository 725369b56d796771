#include "report/html/pack.h"

#include <zlib.h>

#include <cstdint>
#include <stdexcept>

namespace remit::report::html {
namespace {

std::uint32_t byte_at(std::string_view bytes, std::size_t at) {
  return at < bytes.size() ? static_cast<unsigned char>(bytes[at]) : 0U;
}

}  // namespace

std::string base64(std::string_view bytes) {
  constexpr std::string_view kLetters =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string text;
  text.reserve((bytes.size() + 2) / 3 * 4);
  for (std::size_t at = 0; at < bytes.size(); at += 3) {
    const std::uint32_t three =
        byte_at(bytes, at) << 16U | byte_at(bytes, at + 1) << 8U | byte_at(bytes, at + 2);
    text += kLetters[three >> 18U & 63U];
    text += kLetters[three >> 12U & 63U];
    text += at + 1 < bytes.size() ? kLetters[three >> 6U & 63U] : '=';
    text += at + 2 < bytes.size() ? kLetters[three & 63U] : '=';
  }
  return text;
}

std::string packed(std::string_view text) {
  uLongf size = compressBound(static_cast<uLong>(text.size()));
  std::string bytes(size, '\0');
  // zlib takes and gives bytes as unsigned char.
  const int status = compress2(reinterpret_cast<Bytef*>(bytes.data()), &size,
                               reinterpret_cast<const Bytef*>(text.data()),
                               static_cast<uLong>(text.size()), Z_DEFAULT_COMPRESSION);
  if (status != Z_OK) throw std::runtime_error("zlib cannot compress");
  bytes.resize(size);
  return base64(bytes);
}

}  // namespace remit::report::html
