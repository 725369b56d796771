#include <fmt/format.h>

#include "lint/checks/checks.h"
#include "lint/extended.h"

namespace remit::lint {
namespace {

using rules::Override;

/// Something that a file changes in what it extends, and the file's index.
struct Change {
  std::size_t file;
  Override override;
};

std::string value_text(const lang::Parameter& parameter) {
  std::string all;
  for (const lang::Dated& dated : parameter.values) {
    if (!all.empty()) all += ", ";
    if (dated.from) all += value::to_string(*dated.from) + ": ";
    all += value::to_string(dated.value);
  }
  return all;
}

/// A parameter that is declared again gives the rules that came its value.
void add_redeclared(const rules::RuleSet& rules, std::size_t file, std::vector<Change>& all) {
  for (const lang::Parameter& mine : rules.files[file].environment->parameters) {
    for (const std::size_t each : extended_by(rules, file)) {
      for (const lang::Parameter& theirs : rules.files[each].environment->parameters) {
        if (theirs.name != mine.name) continue;
        all.push_back({file, {"", "parameters." + mine.name, value_text(mine), mine.where, false}});
        break;
      }
    }
  }
}

std::vector<Change> all_changes(const rules::RuleSet& rules) {
  std::vector<Change> all;
  for (std::size_t i = 0; i < rules.files.size(); ++i) {
    for (const Override& override : rules.files[i].overrides) all.push_back({i, override});
    add_redeclared(rules, i, all);
  }
  return all;
}

bool share_what_they_extend(const rules::RuleSet& rules, std::size_t left, std::size_t right) {
  const std::set<std::size_t> first = extended_by(rules, left);
  const std::set<std::size_t> second = extended_by(rules, right);
  // A file on top of the other one overrides what that one did, and means to.
  if (left == right || first.count(right) > 0 || second.count(left) > 0) return false;
  for (const std::size_t each : first) {
    if (second.count(each) > 0) return true;
  }
  return false;
}

bool is_of_same(const Override& left, const Override& right) {
  return left.rule == right.rule && left.key == right.key;
}

std::string subject(const Override& override) {
  if (override.rule.empty()) return fmt::format("`{}`", override.key);
  return fmt::format("`{}` of `{}`", override.key, override.rule);
}

}  // namespace

void check_override_conflicts(Inspection& inspection) {
  const rules::RuleSet& rules = inspection.rules();
  const std::vector<Change> all = all_changes(rules);
  for (std::size_t i = 0; i < all.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      const Override& later = all[i].override;
      const Override& earlier = all[j].override;
      if (!is_of_same(later, earlier) || later.value == earlier.value) continue;
      if (!share_what_they_extend(rules, all[i].file, all[j].file)) continue;
      inspection.warn(
          rules.files[all[i].file], later.where,
          fmt::format("{} is overridden in another way by `{}`", subject(later),
                      rules.files[all[j].file].path),
          "the file that is read last wins: run them apart, or let one extend the other",
          {{"it is overridden here, too", earlier.where}});
      break;
    }
  }
}

void check_idle_overrides(Inspection& inspection) {
  const rules::RuleSet& rules = inspection.rules();
  const std::vector<Change> all = all_changes(rules);
  for (const Change& change : all) {
    if (!change.override.idle) continue;
    // Where two files say the same, the second of them changes nothing, and still means it.
    bool alone = true;
    for (const Change& other : all) {
      if (other.file != change.file && is_of_same(other.override, change.override)) alone = false;
    }
    if (!alone) continue;
    inspection.warn(rules.files[change.file], change.override.where,
                    fmt::format("{} is `{}` without this override, too", subject(change.override),
                                change.override.value),
                    "leave it out, or correct it");
  }
}

}  // namespace remit::lint
