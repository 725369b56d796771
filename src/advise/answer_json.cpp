#include "advise/json_parts.h"
#include "remit/advise.h"

namespace remit {
namespace {

using advise::json_findings;
using report::Json;

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
  json["waived"] = json_findings(answer.effects.waived, rules);
  json["cannot_tell"] = json_findings(answer.effects.doubted, rules);
  json["brings"] = json_findings(answer.effects.brought, rules);
  json["ends"] = json_findings(answer.effects.ended, rules);
  json["beside"] = Json::array();
  for (const Holder& holder : answer.holders) {
    json["beside"].push_back({{"key", holder.key}, {"worker", holder.worker}});
  }
  json["not_run"] = advise::json_not_run(rules);
  return report::json_text(json, 2);
}

}  // namespace remit
