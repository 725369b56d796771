#include "waivers/write.h"

#include <algorithm>
#include <array>
#include <cctype>

#include <fmt/format.h>

#include "waivers/load.h"

namespace remit::waivers {
namespace {

bool is_letter(char c) { return std::isalpha(static_cast<unsigned char>(c)) != 0; }

/// What can stand without quotes whatever reads it.
bool is_plain(const std::string& text) {
  constexpr std::string_view kSafe = " ._-/|+(),;'";
  constexpr std::array<std::string_view, 8> kWords{"true", "false", "null", "yes",
                                                   "no",   "on",    "off",  "y"};
  const bool safe = std::all_of(text.begin(), text.end(), [&](char c) {
    return std::isalnum(static_cast<unsigned char>(c)) != 0 ||
           kSafe.find(c) != std::string_view::npos;
  });
  std::string lower = text;
  std::transform(lower.begin(), lower.end(), lower.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return safe && is_letter(text.front()) && text.back() != ' ' && lower != "n" &&
         std::find(kWords.begin(), kWords.end(), lower) == kWords.end();
}

std::string scalar(const std::string& text) {
  if (!text.empty() && is_plain(text)) return text;
  std::string quoted = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') {
      quoted += '\\';
      quoted += c;
    } else if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f) {
      quoted += fmt::format("\\x{:02x}", static_cast<unsigned char>(c));
    } else {
      quoted += c;
    }
  }
  return quoted + "\"";
}

std::string indented(const std::string& text, std::size_t columns) {
  const std::string blanks(columns, ' ');
  std::string all;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = text.find('\n', begin) + 1;
    all += blanks + text.substr(begin, end - begin);
    begin = end;
  }
  return all;
}

std::optional<std::vector<findings::Waiver>> read(const std::string& path,
                                                  const std::string& content,
                                                  text::Diagnostics& diagnostics) {
  return load(std::make_shared<text::SourceFile>(path, content), diagnostics);
}

bool is_same_decision(const findings::Waiver& left, const findings::Waiver& right) {
  return left.rule == right.rule && left.subject == right.subject && left.from <= right.to &&
         right.from <= left.to;
}

}  // namespace

std::string to_yaml(const findings::Waiver& waiver) {
  return fmt::format(
      "- rule: {}\n  subject: {}\n  from: {}\n  to: {}\n  approved_by: {}\n  approved_on: {}\n"
      "  reason: {}\n",
      scalar(waiver.rule), scalar(waiver.subject), value::to_string(waiver.from),
      value::to_string(waiver.to), scalar(waiver.approved_by), value::to_string(waiver.approved_on),
      scalar(waiver.reason));
}

std::optional<std::string> add(const std::string& path, const std::string& content,
                               const findings::Waiver& waiver, text::Diagnostics& diagnostics) {
  const auto known = read(path, content, diagnostics);
  if (!known) return std::nullopt;
  for (const findings::Waiver& other : *known) {
    if (!is_same_decision(other, waiver)) continue;
    diagnostics.error("waiver-twice", {},
                      fmt::format("`{}:{}` already waives `{}` for `{}` from {} to {}", path,
                                  other.line, other.rule, other.subject,
                                  value::to_string(other.from), value::to_string(other.to)),
                      "change that one, or give days that it does not have");
    return std::nullopt;
  }
  const std::string head = content.empty() || content.back() == '\n' ? content : content + "\n";
  for (const std::size_t columns : {std::size_t{0}, std::size_t{2}}) {
    std::string longer = head + indented(to_yaml(waiver), columns);
    text::Diagnostics ignored;
    const auto all = read(path, longer, ignored);
    if (all && all->size() == known->size() + 1) return longer;
  }
  diagnostics.error("waiver-list", {}, fmt::format("nothing can be added at the end of `{}`", path),
                    "write its waivers as a list, each beginning with `- rule:` on a line of its "
                    "own; `remit fmt` shows what is wrong");
  return std::nullopt;
}

}  // namespace remit::waivers
