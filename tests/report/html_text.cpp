#include "html_text.h"

#include <zlib.h>

#include <string_view>

#include "support/catch.h"

namespace remit::test {
namespace {

constexpr std::string_view kBlock = "<script type=\"text/plain\" id=\"block-";

std::string bytes_of(std::string_view base64) {
  constexpr std::string_view kLetters =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string bytes;
  unsigned held = 0;
  int bits = 0;
  for (const char c : base64) {
    if (c == '=') break;
    held = held << 6U | static_cast<unsigned>(kLetters.find(c));
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes += static_cast<char>(held >> static_cast<unsigned>(bits) & 255U);
  }
  return bytes;
}

std::string unpacked(std::string_view base64) {
  const std::string bytes = bytes_of(base64);
  std::string text(std::size_t{16} << 20U, '\0');
  uLongf size = text.size();
  // zlib takes and gives bytes as unsigned char.
  REQUIRE(uncompress(reinterpret_cast<Bytef*>(text.data()), &size,
                     reinterpret_cast<const Bytef*>(bytes.data()), bytes.size()) == Z_OK);
  text.resize(size);
  return text;
}

/// The content of the element whose start tag ends at a place.
std::string_view content(const std::string& html, std::size_t start) {
  const std::size_t from = html.find('>', start) + 1;
  return std::string_view(html).substr(from, html.find('<', from) - from);
}

void cut(std::string& html, const std::string& from, const std::string& to) {
  const std::size_t start = html.find(from);
  REQUIRE(start != std::string::npos);
  html.erase(start, html.find(to, start) - start);
}

}  // namespace

std::string html_block(const std::string& html, const std::string& id) {
  const std::size_t at = html.find(std::string(kBlock) + id + "\">");
  REQUIRE(at != std::string::npos);
  return unpacked(content(html, at));
}

std::string html_text(const std::string& html) {
  std::string text = html.substr(0, html.find(kBlock));
  cut(text, "<style>", "</style>");
  cut(text, "<meta http-equiv", "\n");
  for (std::size_t at = html.find(kBlock); at != std::string::npos;
       at = html.find(kBlock, at + 1)) {
    text += "\n" + unpacked(content(html, at));
  }
  return text;
}

}  // namespace remit::test
