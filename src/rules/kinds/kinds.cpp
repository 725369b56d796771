#include "rules/kinds/kinds.h"

#include <fmt/format.h>
#include <algorithm>

namespace remit::rules {
namespace {

bool has_key(const KindRow& kind, std::string_view key) {
  return std::find(kind.keys.begin(), kind.keys.end(), key) != kind.keys.end();
}

/// The kinds that have a key, as words: "`limit`", "`cover`, `frequency` and `limit`".
std::string owners(std::string_view key) {
  std::vector<std::string> words;
  for (const KindRow& kind : kinds()) {
    if (has_key(kind, key)) words.push_back(quoted(kind.word));
  }
  if (words.size() < 2) return fmt::format("{}", fmt::join(words, ""));
  const std::string last = words.back();
  words.pop_back();
  return fmt::format("{} and {}", fmt::join(words, ", "), last);
}

struct KindWord {
  std::string_view operator()(const Require&) const { return "require"; }
  std::string_view operator()(const Reserve&) const { return "reserve"; }
  std::string_view operator()(const Cover&) const { return "cover"; }
  std::string_view operator()(const Frequency&) const { return "frequency"; }
  std::string_view operator()(const Limit&) const { return "limit"; }
  std::string_view operator()(const Deadline&) const { return "deadline"; }
  std::string_view operator()(const Unique&) const { return "unique"; }
};

}  // namespace

std::string_view kind_word(const Kind& kind) { return std::visit(KindWord{}, kind); }

const std::vector<KindRow>& kinds() {
  static const std::vector<KindRow> rows{
      {"require", {"require"}, read_require},
      {"cover", {"over", "by", "grace"}, read_cover},
      {"frequency",
       {"over", "event", "every", "phases", "first_within", "pause", "resume", "tolerance"},
       read_frequency},
      {"limit", {"over", "count", "weight", "unit", "per", "at_most", "at_least"}, read_limit},
      {"deadline",
       {"trigger", "response", "within", "counts_from", "times", "until"},
       read_deadline},
      {"unique", {"key", "while"}, read_unique},
      {"reserve", {"task", "by", "reserved"}, read_reserve},
  };
  return rows;
}

const KindRow* find_kind(std::string_view word) {
  for (const KindRow& kind : kinds()) {
    if (kind.word == word) return &kind;
  }
  return nullptr;
}

bool is_rule_key(std::string_view key) {
  static const std::vector<std::string_view> common{
      "id",   "title",   "kind",   "severity", "source",   "effective",  "for",     "when", "on",
      "tags", "message", "remedy", "breach",   "disabled", "on_unknown", "because", "allow"};
  const bool is_common = std::find(common.begin(), common.end(), key) != common.end();
  return is_common || std::any_of(kinds().begin(), kinds().end(),
                                  [&](const KindRow& kind) { return has_key(kind, key); });
}

void report_foreign_keys(RuleDraft& draft, const KindRow& kind) {
  for (const yaml::Entry& entry : draft.node().entries) {
    const std::string owning = owners(entry.key);
    if (owning.empty() || has_key(kind, entry.key)) continue;
    draft.keys().optional(entry.key);
    draft.diagnostics().error(
        "foreign-key", entry.key_where,
        fmt::format("`{}` belongs to {}, and this is a `{}`", entry.key, owning, kind.word),
        fmt::format("leave it out, or change the kind; a `{}` has {}", kind.word,
                    fmt::join(
                        [&] {
                          std::vector<std::string> words;
                          for (const auto key : kind.keys) words.push_back(quoted(key));
                          return words;
                        }(),
                        ", ")));
  }
}

}  // namespace remit::rules
