#include <ostream>

#include "findings/verdict.h"
#include "report/explanation.h"
#include "report/value_json.h"

namespace remit::report {
namespace {

using findings::Explanation;
using findings::Said;
using findings::TimelineEntry;
using findings::word;

Json json_date(const std::optional<value::Date>& date) {
  return date ? Json(value::to_string(*date)) : Json();
}

template <typename T, typename F>
Json json_list(const std::vector<T>& items, F f) {
  Json list = Json::array();
  for (const T& item : items) list.push_back(f(item));
  return list;
}

Json json_said(const Said& said) {
  return {{"text", said.text}, {"below", json_list(said.below, json_said)}};
}

Json json_verdict(const findings::VerdictSaid& said) {
  const rules::Outcome& outcome = said.outcome;
  Json json{{"verdict", word(outcome.verdict)},
            {"period", outcome.period ? as_json(*outcome.period) : Json()},
            {"due", json_date(outcome.due)},
            {"text", said.text},
            {"message", outcome.message}};
  if (said.waiver) json["waiver"] = as_json(*said.waiver);
  return json;
}

Json json_step(const findings::DecisionStep& step) {
  return {{"title", step.title},
          {"text", step.said.text},
          {"below", json_list(step.said.below, json_said)},
          {"decided", step.decided}};
}

Json json_sum(const findings::DateSum& sum) {
  const auto skipped = [](const findings::SkippedDay& day) -> Json {
    return {{"date", value::to_string(day.date)},
            {"holiday", day.name.empty() ? Json() : Json(day.name)}};
  };
  return {{"from", value::to_string(sum.from)},
          {"add", value::to_string(sum.by)},
          {"result", json_date(sum.result)},
          {"skipped", json_list(sum.skipped, skipped)},
          {"clamped", sum.clamped}};
}

Json json_reckoning(const findings::Reckoning& reckoning) {
  return {{"text", reckoning.text},
          {"sums", json_list(reckoning.sums, json_sum)},
          {"below", json_list(reckoning.below, json_said)}};
}

std::string_view kind_word(TimelineEntry::Kind kind) {
  switch (kind) {
    case TimelineEntry::Kind::kStart:
      return "start";
    case TimelineEntry::Kind::kEnd:
      return "end";
    case TimelineEntry::Kind::kEvent:
      return "event";
    case TimelineEntry::Kind::kPeriod:
      return "period";
    case TimelineEntry::Kind::kPause:
      return "pause";
    case TimelineEntry::Kind::kDue:
      return "due";
    case TimelineEntry::Kind::kBreach:
      return "breach";
    case TimelineEntry::Kind::kDoubt:
      return "doubt";
    case TimelineEntry::Kind::kAsOf:
      return "as_of";
  }
  return "event";
}

Json json_entry(const TimelineEntry& entry) {
  return {{"kind", kind_word(entry.kind)},
          {"from", json_date(entry.from)},
          {"to", json_date(entry.to)},
          {"open", entry.open},
          {"text", entry.text}};
}

Json json_read(const findings::ReadCell& cell) {
  Json json = as_json(cell.evidence);
  json["missing"] = cell.evidence.value.is_missing();
  json["note"] = cell.note.empty() ? Json() : Json(cell.note);
  return json;
}

Json json_need(const findings::NeededCell& cell) {
  Json json = as_json(cell.need);
  json["note"] = cell.note.empty() ? Json() : Json(cell.note);
  return json;
}

Json json_prospect(const findings::Prospect& prospect) {
  return {{"condition", prospect.condition},
          {"verdict", word(prospect.verdict)},
          {"text", prospect.text}};
}

Json json_source(const findings::Authority& authority) {
  const rules::Source& source = authority.source;
  return {{"id", authority.id},
          {"at", authority.at},
          {"title", source.title},
          {"publisher", source.publisher},
          {"published", json_date(source.published)},
          {"strength", word(source.strength)},
          {"url", source.url.empty() ? Json() : Json(source.url)}};
}

std::string_view state_word(Explanation::State state) {
  switch (state) {
    case Explanation::State::kJudged:
      return "judged";
    case Explanation::State::kNotRun:
      return "not_run";
    case Explanation::State::kNoSubject:
      return "no_subject";
  }
  return "judged";
}

Json json_explanation(const Explanation& it) {
  const bool judged = it.state == Explanation::State::kJudged;
  Json json;
  json["state"] = state_word(it.state);
  json["as_of"] = value::to_string(it.as_of);
  json["rule"] = it.rule;
  json["title"] = it.title;
  json["kind"] = it.kind;
  json["severity"] = word(it.severity);
  json["subject"] = it.subject.key.empty() ? Json() : as_json(it.subject);
  json["verdict"] = judged ? Json(word(it.verdict)) : Json();
  json["why"] = judged ? Json() : Json(it.why);
  json["because"] = json_list(it.because, json_said);
  json["keys"] = it.keys;
  json["verdicts"] = json_list(it.verdicts, json_verdict);
  json["reading"] = json_list(it.reading, json_said);
  json["terms"] = json_list(it.terms, json_said);
  json["steps"] = json_list(it.steps, json_step);
  json["judged"] = it.judged ? as_json(*it.judged) : Json();
  json["arithmetic"] = json_list(it.reckonings, json_reckoning);
  json["timeline"] = json_list(it.timeline, json_entry);
  json["read"] = json_list(it.read, json_read);
  json["needs"] = json_list(it.needs, json_need);
  json["prospects"] = json_list(it.prospects, json_prospect);
  json["sources"] = json_list(it.sources, json_source);
  json["remedy"] = it.remedy;
  return json;
}

}  // namespace

void write_explanations_json(const std::vector<Explanation>& explanations, std::ostream& out) {
  const Json json{{"explanations", json_list(explanations, json_explanation)}};
  out << json_text(json, 2) << '\n';
}

}  // namespace remit::report
