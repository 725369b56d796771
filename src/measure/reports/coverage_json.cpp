#include "findings/verdict.h"
#include "measure/reports/reports.h"

namespace remit::measure {
namespace {

using report::Json;

Json words(const engine::Seen& seen) {
  Json list = Json::array();
  if (seen.is_true) list.push_back("true");
  if (seen.is_false) list.push_back("false");
  if (seen.is_unknown) list.push_back("unknown");
  return list;
}

Json gap_json(const Gap& gap) {
  const text::Place at = gap.where.file->place(gap.where.span.begin);
  return {{"key", gap.place},
          {"text", std::string(gap.where.file->slice(gap.where.span))},
          {"place", {{"file", gap.where.file->path()}, {"line", at.line}, {"column", at.column}}},
          {"never", words(gap.missing)}};
}

Json rule_json(const RuleCoverage& rule) {
  Json gaps = Json::array();
  for (const Gap& gap : rule.gaps) gaps.push_back(gap_json(gap));
  Json verdicts = Json::array();
  for (const rules::Verdict verdict : rule.verdicts) verdicts.push_back(findings::word(verdict));
  return {{"name", rule.name},
          {"cases", rule.cases},
          {"possible", rule.possible},
          {"seen", rule.seen},
          {"percent", percent(rule.seen, rule.possible)},
          {"conditions", std::move(gaps)},
          {"no_verdict", std::move(verdicts)}};
}

}  // namespace

Json to_json(const Coverage& coverage) {
  Json rules = Json::array();
  for (const RuleCoverage& rule : coverage.rules) rules.push_back(rule_json(rule));
  return {{"possible", coverage.possible},
          {"seen", coverage.seen},
          {"percent", percent(coverage.seen, coverage.possible)},
          {"rules", std::move(rules)}};
}

}  // namespace remit::measure
