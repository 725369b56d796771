#include "rules/particulars.h"

#include "rules/allow.h"
#include "rules/sources.h"

namespace remit::rules {

const std::vector<std::string> kSeverityWords{"info", "minor", "major", "critical"};

Particulars read_particulars(yaml::Mapping& keys, RuleContext& context) {
  Particulars particulars;
  particulars.title = keys.text("title");
  if (const auto severity = keys.word("severity", kSeverityWords)) {
    particulars.severity = static_cast<Severity>(*severity);
  }
  particulars.sources = read_citations(keys, context.source_ids, context.diagnostics);
  particulars.effective = read_effective(keys, context.diagnostics);
  particulars.remedy = keys.text("remedy");
  particulars.allow = read_allow(keys, context.diagnostics);
  return particulars;
}

void apply(const Particulars& particulars, Rule& rule, text::Diagnostics& diagnostics) {
  if (particulars.title) rule.title = *particulars.title;
  if (particulars.severity) rule.severity = *particulars.severity;
  if (!particulars.sources.empty()) rule.sources = particulars.sources;
  if (particulars.remedy) rule.remedy = *particulars.remedy;
  rule.allow.insert(rule.allow.end(), particulars.allow.begin(), particulars.allow.end());
  if (!particulars.effective) return;
  rule.effective = {};
  apply(*particulars.effective, rule.effective, diagnostics);
}

}  // namespace remit::rules
