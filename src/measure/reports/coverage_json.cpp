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

Json place_json(const std::string& key, const text::Location& where) {
  const text::Place at = where.file->place(where.span.begin);
  return {{"key", key},
          {"text", std::string(where.file->slice(where.span))},
          {"place", {{"file", where.file->path()}, {"line", at.line}, {"column", at.column}}}};
}

Json gap_json(const Gap& gap) {
  Json json = place_json(gap.place, gap.where);
  json["never"] = words(gap.missing);
  return json;
}

Json rule_json(const RuleCoverage& rule) {
  Json gaps = Json::array();
  for (const Gap& gap : rule.gaps) gaps.push_back(gap_json(gap));
  Json unused = Json::array();
  for (const Use& use : rule.unused) unused.push_back(place_json(use.key, use.where));
  Json verdicts = Json::array();
  for (const rules::Verdict verdict : rule.verdicts) verdicts.push_back(findings::word(verdict));
  return {{"name", rule.name},
          {"cases", rule.cases},
          {"possible", rule.possible},
          {"seen", rule.seen},
          {"percent", percent(rule.seen, rule.possible)},
          {"conditions", std::move(gaps)},
          {"unused", std::move(unused)},
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
