#include "advise/json_parts.h"
#include "remit/advise.h"

namespace remit {
namespace {

using report::Json;

Json day_or_null(const std::optional<value::Date>& day) {
  return day ? Json(value::to_string(*day)) : Json(nullptr);
}

Json json_room(const std::optional<Room>& room, const findings::Audit& rules) {
  if (!room) return nullptr;
  return {
      {"rule", rules.rules[room->rule].id}, {"counted", room->counted}, {"at_most", room->at_most}};
}

Json json_candidate(const Candidate& candidate, const findings::Audit& rules) {
  Json json;
  json["worker"] = candidate.worker;
  json["answer"] = word(candidate.may);
  json["in_post"] = candidate.in_post;
  json["team"] = candidate.team.empty() ? Json(nullptr) : Json(candidate.team);
  json["same_team"] = candidate.same_team;
  json["has_case"] = candidate.has_case;
  json["had_case_to"] = day_or_null(candidate.had_case);
  json["room"] = json_room(candidate.room, rules);
  json["duties"] = candidate.duties;
  json["searched"] = candidate.searched;
  json["able_from"] = day_or_null(candidate.able_from);
  json["reasons"] = advise::json_findings(candidate.reasons, rules);
  return json;
}

}  // namespace

std::string to_json(const Advisor& advisor, const WhoAnswer& answer, std::size_t limit) {
  const findings::Audit& rules = advisor.rules();
  Json json;
  json["as_of"] = value::to_string(rules.as_of);
  json["on"] = value::to_string(answer.on);
  json["until"] = day_or_null(answer.until);
  json["able"] = answer.count(May::kYes);
  json["cannot_tell"] = answer.count(May::kCannotTell);
  json["not_able"] = answer.count(May::kNo);
  json["candidates"] = Json::array();
  for (const Candidate* candidate : answer.first(limit)) {
    json["candidates"].push_back(json_candidate(*candidate, rules));
  }
  json["beside"] = Json::array();
  for (const Holder& holder : answer.holders) {
    json["beside"].push_back({{"key", holder.key}, {"worker", holder.worker}});
  }
  json["not_run"] = advise::json_not_run(rules);
  return report::json_text(json, 2);
}

}  // namespace remit
