#include "lang/parse/characters.h"

#include <fmt/format.h>

#include <array>

namespace remit::lang::parse {
namespace {

struct Lookalike {
  char32_t code_point;
  const char* name;
  const char* help;
};

constexpr const char* kQuotesHelp = "strings are in straight quotes: \"...\" or '...'";
constexpr const char* kBlankHelp = "use an ordinary space (the character looks like one)";
constexpr const char* kUnseenHelp = "delete it: the character cannot be seen";
constexpr const char* kMinusHelp = "write `-`";

constexpr std::array<Lookalike, 28> kLookalikes = {{
    {0x201C, "typographic quote", kQuotesHelp},
    {0x201D, "typographic quote", kQuotesHelp},
    {0x201E, "typographic quote", kQuotesHelp},
    {0x2018, "typographic quote", kQuotesHelp},
    {0x2019, "typographic quote", kQuotesHelp},
    {0x201A, "typographic quote", kQuotesHelp},
    {0x00AB, "typographic quote", kQuotesHelp},
    {0x00BB, "typographic quote", kQuotesHelp},
    {0x00B4, "accent", kQuotesHelp},
    {0x2010, "hyphen", kMinusHelp},
    {0x2011, "hyphen", kMinusHelp},
    {0x2012, "dash", kMinusHelp},
    {0x2013, "dash", kMinusHelp},
    {0x2014, "dash", kMinusHelp},
    {0x2212, "minus sign", kMinusHelp},
    {0x00D7, "multiplication sign", "write `*`"},
    {0x00F7, "division sign", "write `/`"},
    {0x2264, "comparison", "write `<=`"},
    {0x2265, "comparison", "write `>=`"},
    {0x2260, "comparison", "write `!=`"},
    {0x2208, "sign", "write `in`"},
    {0x2227, "sign", "write `and`"},
    {0x2228, "sign", "write `or`"},
    {0x00AC, "sign", "write `not`"},
    {0x00A0, "no-break space", kBlankHelp},
    {0x202F, "no-break space", kBlankHelp},
    {0x200B, "zero-width space", kUnseenHelp},
    {0xFEFF, "byte order mark", kUnseenHelp},
}};

unsigned byte(std::string_view text, std::size_t at) {
  return at < text.size() ? static_cast<unsigned char>(text[at]) : 0U;
}

bool continues(std::string_view text, std::size_t at) { return (byte(text, at) & 0xC0U) == 0x80U; }

char32_t decode(std::string_view text, std::size_t at, std::size_t length) {
  constexpr std::array<unsigned, 5> kMasks = {0, 0x7F, 0x1F, 0x0F, 0x07};
  char32_t code_point = byte(text, at) & kMasks.at(length);
  for (std::size_t i = 1; i < length; ++i) {
    code_point = (code_point << 6U) | (byte(text, at + i) & 0x3FU);
  }
  return code_point;
}

bool is_smallest_form(char32_t code_point, std::size_t length) {
  constexpr std::array<char32_t, 5> kSmallest = {0, 0, 0x80, 0x800, 0x10000};
  return code_point >= kSmallest.at(length) && code_point <= 0x10FFFF &&
         (code_point < 0xD800 || code_point > 0xDFFF);
}

}  // namespace

std::size_t character_length(std::string_view text, std::size_t at) {
  const unsigned lead = byte(text, at);
  if (at >= text.size()) return 0;
  if (lead < 0x80) return 1;
  const std::size_t length = lead >= 0xF8   ? 0
                             : lead >= 0xF0 ? 4
                             : lead >= 0xE0 ? 3
                             : lead >= 0xC0 ? 2
                                            : 0;
  for (std::size_t i = 1; i < length; ++i) {
    if (!continues(text, at + i)) return 0;
  }
  return length > 0 && is_smallest_form(decode(text, at, length), length) ? length : 0;
}

Fault character_fault(std::string_view text, std::size_t at) {
  const std::size_t length = character_length(text, at);
  if (length == 0) {
    return {"bad-character",
            fmt::format("the byte 0x{:02X} is not part of any UTF-8 character", byte(text, at)),
            "save the file as UTF-8", at, at + 1};
  }
  const char32_t code_point = decode(text, at, length);
  const auto number = static_cast<unsigned>(code_point);
  if (length == 1) {
    return {"bad-character", fmt::format("control character U+{:04X} in an expression", number),
            kUnseenHelp, at, at + 1};
  }
  const std::string shown(text.substr(at, length));
  for (const Lookalike& known : kLookalikes) {
    if (known.code_point != code_point) continue;
    return {"bad-character",
            fmt::format("{} `{}` (U+{:04X}) outside of a string", known.name, shown, number),
            known.help, at, at + length};
  }
  return {"bad-character", fmt::format("`{}` (U+{:04X}) outside of a string", shown, number),
          "names have the letters a to z, digits and `_`; a field with another spelling stands in "
          "back quotes behind a dot: a.`Case ID`",
          at, at + length};
}

void append_code_point(std::string& text, char32_t code_point) {
  const auto put = [&](char32_t bits) { text.push_back(static_cast<char>(bits)); };
  if (code_point < 0x80) {
    put(code_point);
  } else if (code_point < 0x800) {
    put(0xC0U | (code_point >> 6U));
    put(0x80U | (code_point & 0x3FU));
  } else if (code_point < 0x10000) {
    put(0xE0U | (code_point >> 12U));
    put(0x80U | ((code_point >> 6U) & 0x3FU));
    put(0x80U | (code_point & 0x3FU));
  } else {
    put(0xF0U | (code_point >> 18U));
    put(0x80U | ((code_point >> 12U) & 0x3FU));
    put(0x80U | ((code_point >> 6U) & 0x3FU));
    put(0x80U | (code_point & 0x3FU));
  }
}

}  // namespace remit::lang::parse
