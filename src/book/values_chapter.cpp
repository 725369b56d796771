// Parameters, code sets and calendars of all files.
#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "book/chapters.h"
#include "prose/words.h"

namespace remit::book {
namespace {

bool uses_parameter(const catalogue::Entry& entry, const std::string& name) {
  const auto& all = entry.rule->environment->parameters;
  return std::any_of(entry.facts.parameters.begin(), entry.facts.parameters.end(),
                     [&](int index) { return all[static_cast<std::size_t>(index)].name == name; });
}

bool uses_set(const catalogue::Entry& entry, const std::string& name) {
  const auto& all = entry.rule->environment->sets;
  return std::any_of(entry.facts.sets.begin(), entry.facts.sets.end(),
                     [&](int index) { return all[static_cast<std::size_t>(index)].name == name; });
}

Table parameters(const Material& material) {
  Table table{"Values that can be set", {"Name", "Value", "What it is", "Used by"}, {}};
  std::set<std::string> known;
  for (const rules::RuleFile& file : material.rules.files) {
    for (const lang::Parameter& each : file.environment->parameters) {
      if (!known.insert(each.name + prose::spoken(each.values, "and")).second) continue;
      const auto uses = [&](const catalogue::Entry& entry) {
        return uses_parameter(entry, each.name);
      };
      add_used(
          table,
          {anchor("value", each.name),
           {{code(each.name)}, {plain(prose::spoken(each.values, "and"))}, {plain(each.about)}}},
          rules_that(material, uses), material);
    }
  }
  return table;
}

Table sets(const Material& material) {
  Table table{"Lists of codes", {"Name", "Codes", "Used by"}, {}};
  std::set<std::string> known;
  for (const rules::RuleFile& file : material.rules.files) {
    for (const lang::CodeSet& each : file.environment->sets) {
      if (!known.insert(each.name + prose::spoken(each.values, "and")).second) continue;
      const auto uses = [&](const catalogue::Entry& entry) { return uses_set(entry, each.name); };
      add_used(table, {"", {{code(each.name)}, {plain(prose::spoken(each.values, "and"))}}},
               rules_that(material, uses), material);
    }
  }
  return table;
}

Table calendars(const Material& material) {
  Table table{"Calendars of working days", {"Calendar", "Days it knows", "Holidays in it"}, {}};
  std::set<std::string> known;
  for (std::size_t number = 0; number < material.rules.files.size(); ++number) {
    if (material.own_only && !is_own_file(material.rules, number)) continue;
    const auto& calendar = material.rules.files[number].environment->calendar;
    if (!calendar || !known.insert(calendar->name()).second) continue;
    const std::string days =
        fmt::format("{} to {}", prose::spoken(calendar->first()), prose::spoken(calendar->last()));
    table.rows.push_back({"",
                          {{plain(calendar->name())},
                           {plain(days)},
                           {plain(fmt::format("{}", calendar->holidays().size()))}}});
  }
  return table;
}

}  // namespace

Chapter values_chapter(const Material& material) {
  Chapter chapter{"values", "Values and lists", {}, {}};
  for (Table& table :
       std::vector<Table>{parameters(material), sets(material), calendars(material)}) {
    if (!table.rows.empty()) chapter.blocks.push_back({std::move(table)});
  }
  return chapter;
}

}  // namespace remit::book
