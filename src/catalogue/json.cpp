#include <ostream>

#include "catalogue/write.h"
#include "findings/verdict.h"
#include "report/json_text.h"

namespace remit::catalogue {
namespace {

using report::Json;

template <typename T>
Json date(const std::optional<T>& day) {
  return day ? Json(value::to_string(*day)) : Json();
}

struct ValueWriter {
  Json operator()(value::Missing) const { return {}; }
  Json operator()(bool truth) const { return truth; }
  Json operator()(std::int64_t number) const { return number; }
  Json operator()(double number) const { return number; }
  Json operator()(const std::string& text) const { return text; }
  template <typename Other>
  Json operator()(const Other& other) const {
    return value::to_string(value::Value{other});
  }
};

Json values(const std::vector<lang::Dated>& all) {
  Json list = Json::array();
  for (const lang::Dated& dated : all) {
    list.push_back({{"value", std::visit(ValueWriter{}, dated.value.data)},
                    {"from", date(dated.from)},
                    {"to", date(dated.to)}});
  }
  return list;
}

Json place(const text::Location& where) {
  if (!where.file) return {};
  const text::Place start = where.file->place(where.span.begin);
  return {{"file", where.file->path()}, {"line", start.line}, {"column", start.column}};
}

Json statement(const prose::Statement& said) {
  Json json{{"text", said.text}};
  if (said.items.empty()) return json;
  for (const prose::Statement& item : said.items) json["items"].push_back(statement(item));
  return json;
}

std::string_view word(prose::Part part) {
  switch (part) {
    case prose::Part::kSubjects:
      return "subjects";
    case prose::Part::kWhen:
      return "when";
    case prose::Part::kDuty:
      return "duty";
    case prose::Part::kDetail:
      return "detail";
    case prose::Part::kInForce:
      return "in_force";
    case prose::Part::kDoubt:
      return "doubt";
  }
  return {};
}

Json sentences(const prose::Reading& reading) {
  Json list = Json::array();
  for (const prose::Sentence& sentence : reading.sentences) {
    Json json{{"part", word(sentence.part)}};
    json.update(statement(sentence.statement));
    list.push_back(json);
  }
  return list;
}

Json terms(const prose::Reading& reading) {
  Json list = Json::array();
  for (const prose::Note& note : reading.notes) {
    Json json{{"name", note.name}, {"term", note.term}};
    json.update(statement(note.says));
    list.push_back(json);
  }
  return list;
}

Json sources(const rules::Rule& rule, const rules::RuleSet& rules) {
  Json list = Json::array();
  for (const rules::Citation& citation : rule.sources) {
    Json json{{"id", citation.id}, {"at", citation.at}};
    for (const rules::Source& source : rules.sources) {
      if (source.id != citation.id) continue;
      json.update({{"title", source.title},
                   {"publisher", source.publisher},
                   {"published", date(source.published)},
                   {"strength", findings::word(source.strength)},
                   {"url", source.url}});
    }
    list.push_back(json);
  }
  return list;
}

/// What a rule uses, by name.
class UseWriter {
 public:
  explicit UseWriter(const Entry& entry)
      : environment_(*entry.rule->environment), facts_(entry.facts) {}

  void write(Json& json) const {
    json["parameters"] = parameters();
    json["sets"] = sets();
    json["definitions"] = Json::array();
    for (const int each : facts_.definitions) {
      json["definitions"].push_back(at(environment_.definitions, each).name);
    }
    json["tables"] = Json::array();
    for (const int each : facts_.tables) json["tables"].push_back(table(each).name);
    json["fields"] = Json::array();
    for (const auto& [owner, field] : facts_.fields) json["fields"].push_back(name(owner, field));
    json["codes"] = Json::array();
    for (const ComparedCode& each : facts_.codes) {
      Json code = name(each.table, each.field);
      code["code"] = each.code;
      json["codes"].push_back(code);
    }
  }

 private:
  template <typename T>
  static const T& at(const std::vector<T>& all, int index) {
    return all[static_cast<std::size_t>(index)];
  }
  const model::Table& table(int index) const { return at(environment_.model->tables, index); }
  Json name(int owner, int field) const {
    return {{"table", table(owner).name}, {"field", at(table(owner).fields, field).name}};
  }
  Json parameters() const {
    Json list = Json::array();
    for (const int each : facts_.parameters) {
      const lang::Parameter& parameter = at(environment_.parameters, each);
      list.push_back({{"name", parameter.name},
                      {"type", value::to_string(parameter.type)},
                      {"about", parameter.about},
                      {"values", values(parameter.values)}});
    }
    return list;
  }
  Json sets() const {
    Json list = Json::array();
    for (const int each : facts_.sets) {
      const lang::CodeSet& set = at(environment_.sets, each);
      list.push_back({{"name", set.name}, {"values", values(set.values)}});
    }
    return list;
  }

  const lang::Environment& environment_;
  const Facts& facts_;
};

Json examples(const Entry& entry) {
  Json list = Json::array();
  for (const Example& example : entry.examples) {
    Json expect = Json::array();
    for (const auto& expected : example.expected) {
      expect.push_back({{"subject", expected.subject}, {"findings", expected.verdicts}});
    }
    list.push_back({{"file", example.file},
                    {"name", example.name},
                    {"as_of", value::to_string(example.as_of)},
                    {"expect", expect}});
  }
  return list;
}

Json in_force(const rules::Effective& effective) {
  return {{"from", date(effective.from)},
          {"to", date(effective.to)},
          {"then", effective.then_unknown ? "unknown" : "not_applicable"}};
}

std::string_view word(rules::OnUnknown on_unknown) {
  if (on_unknown == rules::OnUnknown::kViolation) return "violation";
  return on_unknown == rules::OnUnknown::kPass ? "pass" : "unknown";
}

Json keys(const rules::Rule& rule) {
  Json list = Json::array();
  for (const rules::KeyPlace& key : rule.keys) {
    list.push_back({{"key", key.key}, {"place", place(key.where)}, {"value", place(key.value)}});
  }
  return list;
}

Json entry_json(const Entry& entry, const rules::RuleSet& rules) {
  const rules::Rule& rule = *entry.rule;
  Json json{{"id", rule.id},
            {"table", rule.table.empty() ? Json() : Json(rule.table)},
            {"title", rule.title},
            {"kind", kind_word(rule.kind)},
            {"severity", findings::word(rule.severity)},
            {"in_force", in_force(rule.effective)},
            {"disabled", rule.disabled ? Json(*rule.disabled) : Json()},
            {"on_unknown", word(rule.on_unknown)},
            {"breach", rule.breach == rules::Breach::kUnknown ? "unknown" : "violation"},
            {"tags", rule.tags},
            {"sources", sources(rule, rules)},
            {"sentences", sentences(entry.reading)},
            {"terms", terms(entry.reading)},
            {"message", entry.message},
            {"remedy", rule.remedy}};
  UseWriter(entry).write(json);
  json["place"] = place(rule.where);
  json["keys"] = keys(rule);
  json["cases"] = examples(entry);
  return json;
}

}  // namespace

void write_json(const Listing& listing, const report::Options&, std::ostream& out) {
  Json list = Json::array();
  for (const Entry& entry : listing.entries) list.push_back(entry_json(entry, *listing.rules));
  const Json document{{"ruleset", listing.rules->name},
                      {"version", listing.rules->version},
                      {"title", listing.rules->title},
                      {"rules", list}};
  out << report::json_text(document, 2) << '\n';
}

}  // namespace remit::catalogue
