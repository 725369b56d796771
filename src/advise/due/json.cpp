#include <array>
#include <ostream>

#include "advise/due/formats.h"
#include "findings/verdict.h"
#include "report/finding_json.h"
#include "report/json_text.h"

namespace remit::advise {
namespace {

using report::Json;

Json or_null(const std::string& text) { return text.empty() ? Json(nullptr) : Json(text); }

Json json_item(const findings::Audit& rules, const DueItem& item) {
  report::JsonWriter finding;
  report::write_json(rules, item.finding, finding);
  Json turns{{"verdict", findings::word(item.turns)},
             {"on", item.turns_on ? Json(value::to_string(*item.turns_on)) : Json(nullptr)}};
  return {{"state", word(item.state)},
          {"due", value::to_string(item.due)},
          {"turns", std::move(turns)},
          {"case", or_null(item.subject)},
          {"worker", or_null(item.worker)},
          {"team", or_null(item.team)},
          {"title", rules.rules[item.finding.outcome.rule].title},
          {"finding", Json::parse(finding.str())}};
}

Json json_counts(const DueAnswer& answer) {
  std::array<std::size_t, 3> counts{};
  for (const DueItem& item : answer.items) ++counts.at(static_cast<std::size_t>(item.state));
  return {{"overdue", counts[0]}, {"due", counts[1]}, {"coming", counts[2]}};
}

}  // namespace

void write_due_json(const Advisor& advisor, const DueAnswer& answer, const DueLook&,
                    std::ostream& out) {
  const findings::Audit& rules = advisor.rules();
  Json items = Json::array();
  for (const DueItem& item : answer.items) items.push_back(json_item(rules, item));
  Json not_run = Json::array();
  for (const findings::RuleResult& rule : rules.rules) {
    if (!rule.was_run()) not_run.push_back({{"rule", rule.id}, {"because", *rule.tally.not_run}});
  }
  const Json document{{"as_of", value::to_string(rules.as_of)},
                      {"until", value::to_string(answer.last)},
                      {"counts", json_counts(answer)},
                      {"items", std::move(items)},
                      {"hidden", answer.hidden},
                      {"not_run", std::move(not_run)}};
  out << report::json_text(document, 2) << '\n';
}

}  // namespace remit::advise
