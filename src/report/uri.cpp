#include "report/uri.h"

#include <string_view>

#include <fmt/format.h>

namespace remit::report {

std::string uri_reference(const std::string& path) {
  constexpr std::string_view kPlain =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/";
  std::string all;
  for (const char c : path) {
    if (kPlain.find(c) != std::string_view::npos) {
      all += c;
    } else {
      all += fmt::format("%{:02X}", static_cast<unsigned char>(c));
    }
  }
  return all;
}

}  // namespace remit::report
