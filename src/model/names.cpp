#include "model/names.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

namespace remit::model {
namespace {

constexpr std::array<std::string_view, 38> kReserved{
    "after",    "and",     "as_of", "before", "between", "by",       "count", "covers",
    "distinct", "during",  "else",  "every",  "false",   "first",    "for",   "from",
    "if",       "implies", "in",    "is",     "last",    "matches",  "max",   "mean",
    "min",      "missing", "no",    "not",    "or",      "overlaps", "runs",  "satisfies",
    "some",     "sum",     "then",  "true",   "unknown", "where"};

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

}  // namespace

bool is_plain_name(std::string_view name) {
  return !name.empty() && is_letter(name[0]) &&
         std::all_of(name.begin(), name.end(), [](char c) { return is_letter(c) || is_digit(c); });
}

bool is_reserved(std::string_view name) {
  return std::find(kReserved.begin(), kReserved.end(), name) != kReserved.end();
}

bool check_name(const std::string& name, NameUse use, std::string_view what,
                const text::Location& where, text::Diagnostics& diagnostics) {
  if (name.empty()) {
    diagnostics.error("bad-name", where, fmt::format("the name of {} is empty", what),
                      "give it a name");
    return false;
  }
  if (use == NameUse::kQuotable) {
    if (name.find_first_of("`\n\t") == std::string::npos) return true;
    diagnostics.error("bad-name", where,
                      fmt::format("the name of {} holds a back quote or a line break", what),
                      "rename it, so that rules can write it in back quotes");
    return false;
  }
  if (!is_plain_name(name)) {
    diagnostics.error(
        "bad-name", where,
        fmt::format("`{}` cannot be the name of {}: rules could not write it", name, what),
        "use letters, digits and `_`, and start with a letter");
    return false;
  }
  if (use == NameUse::kBare && is_reserved(name)) {
    diagnostics.error(
        "bad-name", where,
        fmt::format("`{}` cannot be the name of {}: it is a word of the rule language", name, what),
        "use another name, such as the plural");
    return false;
  }
  return true;
}

bool NameSpace::add(const std::string& name, std::string what, const text::Location& where,
                    text::Diagnostics& diagnostics) {
  const auto [known, fresh] = known_.emplace(name, Known{what, where});
  if (fresh) return true;
  const Known& first = known->second;
  const std::string message =
      first.what == what ? fmt::format("a second {} with the name `{}`", what, name)
                         : fmt::format("the {} `{}` has the name of a {}", what, name, first.what);
  diagnostics.error("duplicate-name", where, message, "rename one of the two")
      .notes.push_back({fmt::format("the {} `{}`", first.what, name), first.where});
  return false;
}

text::Location value_where(yaml::Mapping& mapping, std::string_view key) {
  const yaml::Node* node = mapping.optional(key);
  return node ? node->where : mapping.key_where(key);
}

}  // namespace remit::model
