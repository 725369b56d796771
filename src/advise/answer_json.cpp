#include "remit/advise.h"
#include "report/finding_json.h"
#include "report/json_text.h"

namespace remit {
namespace {

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

}  // namespace

std::string_view word(May may) {
  switch (may) {
    case May::kYes:
      return "yes";
    case May::kNo:
      return "no";
    default:
      return "cannot tell";
  }
}

std::string to_json(const Advisor& advisor, const PrecheckAnswer& answer) {
  const findings::Audit& rules = advisor.rules();
  Json json;
  json["answer"] = word(answer.may);
  json["as_of"] = value::to_string(rules.as_of);
  json["added"] = answer.added;
  json["causes"] = json_findings(answer.effects.caused, rules);
  json["cannot_tell"] = json_findings(answer.effects.doubted, rules);
  json["brings"] = json_findings(answer.effects.brought, rules);
  json["ends"] = json_findings(answer.effects.ended, rules);
  json["beside"] = Json::array();
  for (const Holder& holder : answer.holders) {
    json["beside"].push_back({{"key", holder.key}, {"worker", holder.worker}});
  }
  json["not_run"] = json_not_run(rules);
  return report::json_text(json, 2);
}

}  // namespace remit
