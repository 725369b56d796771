#include "book/addresses.h"

#include <cctype>
#include <string_view>

#include <fmt/format.h>

namespace remit::book {
namespace {

bool may_be_followed(std::string_view target) {
  for (const std::string_view scheme : {"#", "https://", "http://", "mailto:"}) {
    if (target.starts_with(scheme)) return true;
  }
  return false;
}

}  // namespace

std::string safe_address(const std::string& target) {
  if (!may_be_followed(target)) return {};
  std::string result;
  for (const char letter : target) {
    const auto byte = static_cast<unsigned char>(letter);
    const bool plain =
        std::isalnum(byte) != 0 ||
        std::string_view("-._~:/?#@!$&*+,;=%").find(letter) != std::string_view::npos;
    result += plain ? std::string(1, letter) : fmt::format("%{:02X}", byte);
  }
  return result;
}

}  // namespace remit::book
