#include <cctype>

#include <fmt/format.h>

#include "book/chapters.h"

namespace remit::book {

std::string anchor(std::string_view what, std::string_view name) {
  std::string text = std::string(what) + "-";
  for (const char letter : name) {
    const auto byte = static_cast<unsigned char>(letter);
    const bool stays = std::isalnum(byte) != 0 || letter == '-' || letter == '_' || letter == '.';
    text += stays ? std::string(1, letter) : fmt::format("~{:02x}", byte);
  }
  return text;
}

Run rule_link(const rules::Rule& rule) {
  return {Run::Style::kCode, rule.id, "#" + anchor("rule", rule.id)};
}

}  // namespace remit::book
