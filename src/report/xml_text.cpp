#include "report/xml_text.h"

#include <fmt/format.h>

#include "text/utf8.h"

namespace remit::report {
namespace {

bool is_xml(char32_t code) {
  if (code < 0x20) return code == '\t' || code == '\n' || code == '\r';
  return code < 0x7F || (code > 0x9F && code != 0xFFFE && code != 0xFFFF);
}

std::string escaped(std::string_view text, bool attribute) {
  std::string out;
  for (const char c : xml_characters(text)) {
    if (c == '&') {
      out += "&amp;";
    } else if (c == '<') {
      out += "&lt;";
    } else if (c == '>') {
      out += "&gt;";
    } else if (c == '"' && attribute) {
      out += "&quot;";
    } else if (c == '\r' || (attribute && (c == '\n' || c == '\t'))) {
      out += fmt::format("&#{};", static_cast<int>(c));
    } else {
      out += c;
    }
  }
  return out;
}

}  // namespace

std::string xml_characters(std::string_view text) {
  constexpr char32_t kReplacement = 0xFFFD;
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const text::Character character = text::character_at(text, at);
    at += character.length;
    const bool kept = character.valid && is_xml(character.code);
    text::append_utf8(out, kept ? character.code : kReplacement);
  }
  return out;
}

std::string xml_text(std::string_view text) { return escaped(text, false); }

std::string xml_attribute(std::string_view text) { return escaped(text, true); }

std::string xml_token(std::string_view text) {
  std::string flat;
  for (const char c : text) {
    const bool space = c == ' ' || c == '\t' || c == '\n' || c == '\r';
    if (!space) {
      flat += c;
    } else if (!flat.empty() && flat.back() != ' ') {
      flat += ' ';
    }
  }
  if (!flat.empty() && flat.back() == ' ') flat.pop_back();
  return xml_attribute(flat.empty() ? "-" : flat);
}

}  // namespace remit::report
