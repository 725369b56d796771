#include "advise/json_parts.h"

#include "report/finding_json.h"

namespace remit::advise {

using report::Json;

Json json_findings(const std::vector<findings::Finding>& all, const findings::Audit& rules) {
  Json items = Json::array();
  report::JsonWriter writer;
  for (const findings::Finding& finding : all) {
    writer.clear();
    report::write_json(rules, finding, writer);
    items.push_back(Json::parse(writer.str()));
  }
  return items;
}

Json json_not_run(const findings::Audit& rules) {
  Json items = Json::array();
  for (const findings::RuleResult& rule : rules.rules) {
    if (!rule.was_run()) items.push_back({{"rule", rule.id}, {"because", *rule.tally.not_run}});
  }
  return items;
}

}  // namespace remit::advise
