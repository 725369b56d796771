#include "measure/reports/reports.h"

namespace remit::measure {
namespace {

using report::Json;

Json place(const text::Location& where) {
  const text::Place at = where.file->place(where.span.begin);
  return {{"file", where.file->path()}, {"line", at.line}, {"column", at.column}};
}

Json survivor_json(const Survivor& survivor) {
  const mutation::Mutant& mutant = survivor.mutant;
  return {{"rule", survivor.rule},
          {"mutant", mutant.id},
          {"change", mutant.change},
          {"before", mutant.before},
          {"after", mutant.after},
          {"place", place(mutant.where)},
          {"missing_case", mutant.missing_case},
          {"because", survivor.because.empty() ? Json(nullptr) : Json(survivor.because)}};
}

Json rule_json(const RuleMutants& rule) {
  Json survivors = Json::array();
  for (const Survivor& survivor : rule.survivors) survivors.push_back(survivor_json(survivor));
  return {{"name", rule.name},           {"cases", rule.cases},
          {"mutants", rule.mutants},     {"noticed", rule.noticed},
          {"explained", rule.explained}, {"survivors", std::move(survivors)}};
}

}  // namespace

Json to_json(const Mutants& mutants) {
  Json rules = Json::array();
  for (const RuleMutants& rule : mutants.rules) rules.push_back(rule_json(rule));
  Json stale = Json::array();
  for (const text::Diagnostic& each : mutants.stale) {
    stale.push_back({{"message", each.message}, {"help", each.help}, {"place", place(each.where)}});
  }
  return {{"mutants", mutants.mutants},     {"noticed", mutants.noticed},
          {"explained", mutants.explained}, {"survive", mutants.unexplained()},
          {"rules", std::move(rules)},      {"stale", std::move(stale)}};
}

}  // namespace remit::measure
