#include "catalogue/entry.h"

#include "cases/words.h"

namespace remit::catalogue {
namespace {

/// What a case expects, by rule.
void add_case(const cases::CaseFile& file, const cases::Case& test, Examples& examples) {
  std::map<std::string, Example> by_rule;
  for (const cases::Expectation& line : test.expectations) {
    Example& example = by_rule[line.rule];
    example.expected.push_back({line.subject, cases::in_words(line)});
  }
  for (auto& [rule, example] : by_rule) {
    example.file = file.path;
    example.title = file.title;
    example.name = test.name;
    example.as_of = test.as_of;
    examples[rule].push_back(std::move(example));
  }
}

}  // namespace

Examples examples_of(const std::vector<cases::LoadedCases>& loaded) {
  Examples examples;
  for (const cases::LoadedCases& each : loaded) {
    for (const cases::Case& test : each.file.cases) add_case(each.file, test, examples);
  }
  return examples;
}

std::vector<Entry> entries_of(const rules::RuleSet& rules, const Examples& examples) {
  std::vector<Entry> entries;
  for (const rules::Rule& rule : rules.rules) {
    Entry entry{&rule, facts_of(rule), prose::read_out(rule), prose::message_of(rule), {}};
    const auto known = examples.find(rule.id);
    if (known != examples.end()) entry.examples = known->second;
    entries.push_back(std::move(entry));
  }
  return entries;
}

}  // namespace remit::catalogue
