#include "rules/names.h"

#include <fmt/format.h>
#include <algorithm>

#include "lang/parse/parse.h"

namespace remit::rules {
namespace {

constexpr std::size_t kLongestId = 100;

bool is_id_character(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
         c == '_' || c == '.';
}

}  // namespace

void check_name(const yaml::Entry& entry, const std::string& what, text::Diagnostics& diagnostics) {
  if (lang::is_name(entry.key)) return;
  const auto& reserved = lang::reserved_words();
  if (std::find(reserved.begin(), reserved.end(), entry.key) != reserved.end()) {
    diagnostics.error(
        "reserved-name", entry.key_where,
        fmt::format("`{}` is a word of the language and cannot name {}", entry.key, what),
        "choose another name");
    return;
  }
  diagnostics.error("bad-name", entry.key_where,
                    fmt::format("`{}` cannot name {}", entry.key, what),
                    "a name is a letter or `_`, then letters, digits and `_`");
}

bool check_id(const std::string& id, const text::Location& where, const std::string& what,
              text::Diagnostics& diagnostics) {
  const bool spelled = !id.empty() && id.size() <= kLongestId &&
                       std::all_of(id.begin(), id.end(), is_id_character) && id.front() != '.' &&
                       id.front() != '-' && id.back() != '.';
  if (spelled && !id.starts_with("DATA-")) return true;
  if (spelled) {
    diagnostics.error("bad-id", where, fmt::format("`{}` cannot be {}", id, what),
                      "`DATA-` begins the names of what is wrong in data: choose another word");
    return false;
  }
  diagnostics.error("bad-id", where, fmt::format("`{}` cannot be {}", id, what),
                    fmt::format("use letters, digits, `-`, `_` and `.`, starting with a letter or "
                                "digit, at most {}",
                                kLongestId));
  return false;
}

}  // namespace remit::rules
