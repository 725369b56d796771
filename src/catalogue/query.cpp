#include "catalogue/query.h"

#include <algorithm>
#include <cctype>

#include <fmt/format.h>

#include "text/nearest.h"

namespace remit::catalogue {
namespace {

using Words = std::vector<std::string>;

bool has(const Words& words, const std::string& word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

/// Whether any of the wanted words is among those that a rule has; nothing wanted is always there.
bool any_of(const Words& wanted, const Words& known) {
  return wanted.empty() || std::any_of(wanted.begin(), wanted.end(),
                                       [&](const std::string& word) { return has(known, word); });
}

const model::Table& table_of(const rules::Rule& rule, int table) {
  return rule.environment->model->tables[static_cast<std::size_t>(table)];
}

/// The codes that the rule compares a field of this name, or one that ends in it, with.
Words codes_of(const Entry& entry, const std::string& name) {
  Words codes;
  for (const ComparedCode& compared : entry.facts.codes) {
    const auto& fields = table_of(*entry.rule, compared.table).fields;
    const std::string& field = fields[static_cast<std::size_t>(compared.field)].name;
    if (field == name || field.ends_with("_" + name)) codes.push_back(compared.code);
  }
  return codes;
}

Words tables_of(const Entry& entry) {
  Words tables;
  for (const int table : entry.facts.tables) tables.push_back(table_of(*entry.rule, table).name);
  return tables;
}

Words sources_of(const Entry& entry) {
  Words sources;
  for (const rules::Citation& each : entry.rule->sources) sources.push_back(each.id);
  return sources;
}

std::string lower(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(), [](char letter) {
    return static_cast<char>(std::tolower(static_cast<unsigned char>(letter)));
  });
  return text;
}

/// Everything of a rule that is searched, in small letters.
std::string searched(const Entry& entry) {
  return lower(fmt::format("{}\n{}\n{}\n{}", entry.rule->id, entry.rule->title, entry.message,
                           prose::plain(entry.reading)));
}

bool contains(const Entry& entry, const Words& texts) {
  if (texts.empty()) return true;
  const std::string all = searched(entry);
  return std::any_of(texts.begin(), texts.end(), [&](const std::string& text) {
    return all.find(lower(text)) != std::string::npos;
  });
}

bool in_force(const rules::Rule& rule, std::optional<value::Date> on) {
  if (!on) return true;
  const rules::Effective& effective = rule.effective;
  return !rule.disabled && !(effective.from && *on < *effective.from) &&
         !(effective.to && *effective.to < *on);
}

void check_words(const Words& wanted, const Words& known, std::string_view what,
                 text::Diagnostics& diagnostics) {
  for (const std::string& word : wanted) {
    if (has(known, word)) continue;
    diagnostics.error(fmt::format("unknown-{}", what), {},
                      fmt::format("no rule here has the {} `{}`", what, word),
                      text::did_you_mean(word, known));
  }
}

/// The words of all rules, each once.
template <typename WordsOf>
Words all_words(const rules::RuleSet& rules, WordsOf words_of) {
  Words words;
  for (const rules::Rule& rule : rules.rules) {
    for (const std::string& word : words_of(rule)) {
      if (!has(words, word)) words.push_back(word);
    }
  }
  return words;
}

std::string advice(const std::vector<Entry>& entries, const Words& wanted,
                   const std::string& name) {
  Words known;
  for (const Entry& entry : entries) {
    for (const std::string& code : codes_of(entry, name)) {
      if (!has(known, code)) known.push_back(code);
    }
  }
  for (const std::string& word : wanted) {
    if (!has(known, word)) return text::did_you_mean(word, known);
  }
  return {};
}

}  // namespace

void check(const Query& query, const rules::RuleSet& rules, text::Diagnostics& diagnostics) {
  Words sources;
  for (const rules::Source& source : rules.sources) sources.push_back(source.id);
  const Words tags = all_words(rules, [](const rules::Rule& rule) { return rule.tags; });
  const Words kinds = all_words(
      rules, [](const rules::Rule& rule) { return Words{std::string(kind_word(rule.kind))}; });
  check_words(query.sources, sources, "source", diagnostics);
  check_words(query.tags, tags, "tag", diagnostics);
  check_words(query.kinds, kinds, "kind", diagnostics);
  check_words(query.tables, rules.model->table_names(), "table", diagnostics);
}

bool matches(const Entry& entry, const Query& query) {
  const rules::Rule& rule = *entry.rule;
  return any_of(query.tasks, codes_of(entry, "task")) &&
         any_of(query.roles, codes_of(entry, "role")) && any_of(query.sources, sources_of(entry)) &&
         any_of(query.tags, rule.tags) &&
         any_of(query.kinds, {std::string(kind_word(rule.kind))}) &&
         any_of(query.tables, tables_of(entry)) && in_force(rule, query.on) &&
         contains(entry, query.search);
}

std::string advice(const std::vector<Entry>& entries, const Query& query) {
  const std::string task = advice(entries, query.tasks, "task");
  return task.empty() ? advice(entries, query.roles, "role") : task;
}

}  // namespace remit::catalogue
