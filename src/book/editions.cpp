// Editions: rules that say one duty for times that follow each other. Two rules are editions of
// one duty where their ids differ only in an ending that is a year or a version (`-2023`, `.v2`),
// or where they are of one kind, for the same subjects, under the same condition (of a line of
// reserved tasks: for the same tasks), with the same tags, and one is in force from the day after
// the other no longer is.
#include <algorithm>
#include <cctype>

#include <fmt/format.h>

#include "book/chapters.h"
#include "lang/typed_dump.h"

namespace remit::book {
namespace {

using rules::Rule;

bool is_digits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char each) {
    return std::isdigit(static_cast<unsigned char>(each)) != 0;
  });
}

/// An id without an ending that names an edition.
std::string stem_of(const std::string& id) {
  const std::size_t cut = id.find_last_of("-._@");
  if (cut == std::string::npos || cut == 0) return id;
  const std::string_view last = std::string_view(id).substr(cut + 1);
  constexpr std::size_t kYear = 4;
  const bool year =
      last.size() == kYear && is_digits(last) && (last.starts_with("19") || last.starts_with("20"));
  const bool version = last.starts_with("v") && is_digits(last.substr(1));
  return year || version ? id.substr(0, cut) : id;
}

/// The rule's id without it, of a line of reserved tasks also that of its table.
std::string stem(const Rule& rule) {
  if (rule.table.empty()) return stem_of(rule.id);
  return stem_of(rule.table) + stem_of(rule.id.substr(rule.table.size()));
}

std::string dumped(const lang::typed::NodePtr& node, const lang::Environment& environment) {
  return node ? lang::dump(*node, environment) : "";
}

/// What two editions of a duty have in common besides their times.
std::string duty(const Rule& rule) {
  std::string text = std::string(kind_word(rule.kind));
  for (const auto& binding : rule.subjects) {
    text += "\n" + lang::dump(binding, *rule.environment);
  }
  text += "\n" + dumped(rule.when, *rule.environment);
  if (const auto* line = std::get_if<rules::Reserve>(&rule.kind)) {
    text += "\n" + dumped(line->task, *rule.environment) +
            fmt::format(" {}", fmt::join(line->tasks, "|"));
  }
  return text + fmt::format("\n{}", fmt::join(rule.tags, "|"));
}

bool follows(const Rule& first, const Rule& next) {
  return first.effective.to && next.effective.from &&
         value::add_days(*first.effective.to, 1) == next.effective.from;
}

bool are_editions(const Rule& left, const Rule& right) {
  if (stem(left) == stem(right)) return true;
  return (follows(left, right) || follows(right, left)) && duty(left) == duty(right);
}

bool earlier(const Rule* left, const Rule* right) {
  const value::Date first = left->effective.from.value_or(value::kFirstDate);
  return first < right->effective.from.value_or(value::kFirstDate);
}

}  // namespace

Editions::Editions(const std::vector<catalogue::Entry>& entries) {
  for (const catalogue::Entry& entry : entries) {
    const Rule* rule = entry.rule;
    const auto family = std::find_if(families_.begin(), families_.end(), [&](const auto& members) {
      return std::any_of(members.begin(), members.end(),
                         [&](const Rule* member) { return are_editions(*member, *rule); });
    });
    if (family == families_.end()) {
      families_.push_back({rule});
    } else {
      family->push_back(rule);
    }
  }
  for (auto& family : families_) std::stable_sort(family.begin(), family.end(), earlier);
}

std::vector<const Rule*> Editions::of(const Rule& rule) const {
  for (const auto& family : families_) {
    if (family.size() < 2) continue;
    if (std::find(family.begin(), family.end(), &rule) != family.end()) return family;
  }
  return {};
}

}  // namespace remit::book
