#include "account/telling.h"
#include "prose/prose.h"

namespace remit::account {
namespace {

rules::Source source_named(const rules::RuleSet& rules, const std::string& id) {
  for (const rules::Source& source : rules.sources) {
    if (source.id == id) return source;
  }
  return {};
}

findings::Said said_of(const prose::Statement& statement) {
  findings::Said said{statement.text, {}};
  for (const prose::Statement& item : statement.items) said.below.push_back(said_of(item));
  return said;
}

void add_reading(const rules::Rule& rule, findings::Explanation& out) {
  const prose::Reading reading = prose::read_out(rule);
  for (const prose::Sentence& sentence : reading.sentences) {
    out.reading.push_back(said_of(sentence.statement));
  }
  for (const prose::Note& note : reading.notes) {
    out.terms.push_back(said_of(note.says));
    out.terms.back().text = note.term + " " + out.terms.back().text;
  }
}

}  // namespace

void tell_rule(const rules::RuleSet& rules, const rules::Rule& rule, findings::Explanation& out) {
  out.rule = rule.id;
  out.title = rule.title;
  out.kind = rules::kind_word(rule.kind);
  out.severity = rule.severity;
  out.remedy = rule.remedy;
  add_reading(rule, out);
  for (const rules::Citation& citation : rule.sources) {
    out.sources.push_back({citation.id, citation.at, source_named(rules, citation.id)});
  }
}

}  // namespace remit::account
