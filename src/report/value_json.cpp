#include "report/value_json.h"

#include <cmath>

namespace remit::report {
namespace {

struct ValueToJson {
  Json operator()(const value::Missing&) const { return nullptr; }
  Json operator()(bool truth) const { return truth; }
  Json operator()(std::int64_t integer) const { return integer; }
  Json operator()(double number) const { return std::isfinite(number) ? Json(number) : Json(); }
  Json operator()(const std::string& text) const { return text; }
  Json operator()(const value::Date& date) const { return value::to_string(date); }
  Json operator()(const value::Duration& duration) const { return value::to_string(duration); }
  Json operator()(const value::Period& period) const { return json_period(period); }
  Json operator()(const value::Row& row) const { return value::to_string(value::Value{row}); }
  Json operator()(const std::shared_ptr<const value::List>& list) const {
    Json items = Json::array();
    for (const value::Value& item : *list) items.push_back(json_value(item));
    return items;
  }
};

}  // namespace

Json json_period(const value::Period& period) {
  Json to;
  if (!value::is_open(period)) to = value::to_string(value::end_day(period));
  return {{"from", value::to_string(period.from)}, {"to", to}};
}

Json json_value(const value::Value& value) { return std::visit(ValueToJson{}, value.data); }

Json json_subject(const std::string& entity, const std::string& key) {
  return {{"entity", entity}, {"key", key}};
}

Json json_cell(const rules::Evidence& evidence) {
  return {{"path", evidence.path},
          {"value", json_value(evidence.value)},
          {"table", evidence.resource},
          {"key", evidence.key}};
}

Json json_cell(const rules::Need& need) {
  return {{"table", need.resource}, {"key", need.key}, {"field", need.field}};
}

Json json_evidence(const std::vector<rules::Evidence>& evidence) {
  Json items = Json::array();
  for (const rules::Evidence& item : evidence) items.push_back(json_cell(item));
  return items;
}

Json json_needs(const std::vector<rules::Need>& needs) {
  Json items = Json::array();
  for (const rules::Need& need : needs) items.push_back(json_cell(need));
  return items;
}

}  // namespace remit::report
