#include <algorithm>

#include <fmt/format.h>

#include "account/telling.h"

namespace remit::account {
namespace {

using Why = engine::NoSubject::Why;
using engine::NoSubject;
using findings::Explanation;

/// What a subject of the rule is a row of: `allocation + status`.
std::string entities_of(const rules::Rule& rule, const data::Dataset& data) {
  std::string text;
  for (const auto& binding : rule.subjects) {
    const int table = binding.type.table;
    const std::string entity =
        table < 0 ? binding.name : data.model->tables[static_cast<std::size_t>(table)].entity;
    text += (text.empty() ? "" : " + ") + entity;
  }
  return text;
}

/// A key that the data had, but in a row that could not be kept.
std::string rejected(const std::string& key, const rules::Rule& rule, const data::Dataset& data) {
  for (const data::DataFinding& finding : data.findings) {
    if (finding.key != key) continue;
    if (finding.line == 0) return fmt::format("{} [{}]", finding.message, finding.code);
    return fmt::format("{} ({}:{}) [{}]", finding.message, finding.file, finding.line,
                       finding.code);
  }
  const int table = rule.subjects.front().type.table;
  if (table < 0) return {};
  const std::size_t later = data.counts[static_cast<std::size_t>(table)].later;
  if (later == 0) return {};
  return fmt::format("{} of `{}` happen after the as-of date, and nothing sees them",
                     counted(static_cast<std::int64_t>(later), "row"),
                     data.model->tables[static_cast<std::size_t>(table)].name);
}

std::string why_of(const NoSubject& none, const std::string& key, const rules::Rule& rule,
                   const data::Dataset& data) {
  const std::string about = entities_of(rule, data);
  switch (none.why) {
    case Why::kNotFound:
      return fmt::format("There is no {} `{}` in the data.", about, key);
    case Why::kOtherTable:
      return fmt::format("`{}` is a row of `{}`; this rule is about each {}.", key,
                         fmt::join(none.resources, "`, `"), about);
    case Why::kDropped:
      return fmt::format("{} is in the data, but the rule does not look at it.", name_of(none.row));
    case Why::kNothingBound:
      return fmt::format(
          "{} is in the data, but nothing goes with it as `{}`: the rule is about "
          "each {}.",
          name_of(none.row), none.binding, about);
    case Why::kOtherTask: {
      const auto& tasks = std::get<rules::Reserve>(rule.kind).tasks;
      return fmt::format(
          "{} is in the data, but its task is {}, which this line does not reserve "
          "({}).",
          name_of(none.row), none.task.value_or("not recorded"), fmt::join(tasks, ", "));
    }
    case Why::kAmbiguous:
      return fmt::format("`{}` is a part of the keys of {} of this rule.", key,
                         counted(static_cast<std::int64_t>(none.subjects), "subject"));
  }
  return {};
}

}  // namespace

void tell_none(const NoSubject& none, const std::string& key, const rules::Rule& rule,
               const data::Dataset& data, Explanation& out) {
  out.state = Explanation::State::kNoSubject;
  out.subject = none.row;
  out.why = why_of(none, key, rule, data);
  out.keys = none.keys;
  for (const engine::Answer& answer : none.selected) {
    if (answer.truth != true) out.because.push_back(said(answer, rule));
  }
  if (none.why == Why::kNotFound) {
    const std::string note = rejected(key, rule, data);
    if (!note.empty()) out.because.push_back({note, {}});
  }
}

}  // namespace remit::account
