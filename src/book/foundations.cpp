// What a rule set builds on: the packs that its files extend, and what it changes in their rules.
#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "book/chapters.h"

namespace remit::book {
namespace {

using rules::Override;
using rules::Rule;
using rules::RuleSet;

bool is_extended(const RuleSet& rules, std::size_t file) {
  return std::any_of(rules.files.begin(), rules.files.end(), [file](const rules::RuleFile& each) {
    return std::find(each.extends.begin(), each.extends.end(), file) != each.extends.end();
  });
}

/// `Children's social care in England`, with the name to ask for it by. A pack of many files is one
/// line.
List packs(const RuleSet& rules) {
  List list;
  std::set<std::string> known;
  for (std::size_t number = 0; number < rules.files.size(); ++number) {
    const rules::RuleFile& file = rules.files[number];
    if (!is_extended(rules, number) || !known.insert(file.name + file.title).second) continue;
    const auto rules_of = [&](const Rule& rule) {
      return rules.files[rule.file].name == file.name;
    };
    const auto count = std::count_if(rules.rules.begin(), rules.rules.end(), rules_of);
    list.items.push_back({{plain(file.title.empty() ? file.name : file.title), plain(" "),
                           code(file.name), plain(fmt::format(", {} rules", count))},
                          {}});
  }
  return list;
}

bool is_meant(const Override& change, const Rule& rule) {
  return change.rule == rule.id || (!rule.table.empty() && change.rule == rule.table);
}

Line what(const Override& change, const Rule* rule) {
  if (change.key != "disabled") {
    return {plain("now has "), code(change.key), plain(" "), code(change.value)};
  }
  const bool off = rule != nullptr && rule->disabled;
  return {plain(off ? "is switched off: " + *rule->disabled : "is switched on")};
}

void add_change(List& list, const Override& change, const Rule* rule) {
  Line line;
  if (rule != nullptr) line = {code(rule->id), plain(" (" + rule->title + ") ")};
  if (rule == nullptr) line = {plain("Every rule of theirs ")};
  for (Run& run : what(change, rule)) line.push_back(std::move(run));
  list.items.push_back({line, {}});
}

List changes(const RuleSet& rules) {
  List list;
  for (std::size_t number = 0; number < rules.files.size(); ++number) {
    if (is_extended(rules, number)) continue;
    for (const Override& change : rules.files[number].overrides) {
      if (change.rule.empty()) add_change(list, change, nullptr);
      for (const Rule& rule : rules.rules) {
        if (is_meant(change, rule)) add_change(list, change, &rule);
      }
    }
  }
  return list;
}

Block lead(const char* text) { return {Paragraph{Paragraph::Role::kLead, {plain(text)}}}; }

}  // namespace

bool is_own_file(const RuleSet& rules, std::size_t file) { return !is_extended(rules, file); }

bool is_own(const RuleSet& rules, const Rule& rule) { return is_own_file(rules, rule.file); }

Chapter foundations_chapter(const Material& material) {
  Chapter chapter{"foundations", "What these rules build on", {}, {}};
  List built_on = packs(material.rules);
  if (built_on.items.empty()) return chapter;
  chapter.blocks.push_back(
      lead("The rules of these packs hold as well. They stand in books of their own."));
  chapter.blocks.push_back({std::move(built_on)});
  List changed = changes(material.rules);
  if (changed.items.empty()) return chapter;
  chapter.blocks.push_back(lead("Of them, these are changed here."));
  chapter.blocks.push_back({std::move(changed)});
  return chapter;
}

}  // namespace remit::book
