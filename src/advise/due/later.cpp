#include "advise/due/later.h"

#include <algorithm>

namespace remit::advise {
namespace {

using rules::Verdict;

/// Whether a rule has no day or period of its own: what it finds it finds anew on each day.
bool is_about_today(const rules::Rule& rule) {
  if (rule.on) return std::holds_alternative<lang::typed::AsOfDate>(rule.on->kind);
  if (const auto* limit = std::get_if<rules::Limit>(&rule.kind)) return !limit->over;
  return std::holds_alternative<rules::Require>(rule.kind) ||
         std::holds_alternative<rules::Reserve>(rule.kind);
}

/// In order, each once; nothing where one is not known.
std::optional<std::vector<std::uint32_t>> rows_of(const std::vector<Watched*>& all) {
  std::set<std::uint32_t> rows;
  for (const Watched* watched : all) {
    if (!watched->row) return std::nullopt;
    rows.insert(*watched->row);
  }
  return std::vector<std::uint32_t>(rows.begin(), rows.end());
}

/// Whether the day settles it.
bool look(Watched& watched, const rules::Rule& rule, const std::vector<rules::Outcome>& found,
          const std::set<Mark>& today, value::Date day) {
  bool unknown = false;
  for (const rules::Outcome& outcome : found) {
    if (outcome.subject.key != watched.subject.key ||
        outcome.subject.entity != watched.subject.entity ||
        today.contains(mark_of(rule, outcome))) {
      continue;
    }
    if (outcome.verdict == Verdict::kViolation) {
      watched.violation = outcome;
      watched.violation_on = day;
      return true;
    }
    unknown = unknown || outcome.verdict == Verdict::kUnknown;
  }
  if (unknown && day > watched.due && !watched.unknown_on) watched.unknown_on = day;
  return false;
}

}  // namespace

Mark mark_of(const rules::Rule& rule, const rules::Outcome& outcome) {
  Mark mark{outcome.subject.entity, outcome.subject.key, outcome.verdict, std::nullopt};
  if (outcome.verdict == Verdict::kDue) {
    mark.start = outcome.due;
  } else if (outcome.period && !is_about_today(rule)) {
    mark.start = outcome.period->from;
  }
  return mark;
}

std::vector<rules::Outcome> judge_on(const Session& session, std::size_t rule, value::Date day,
                                     const std::vector<std::uint32_t>* rows) {
  engine::Options options = session.options();
  options.as_of = day;
  return engine::evaluate_rows(session.rules(), rule, session.data(), options, rows);
}

void watch(const Session& session, const std::set<Mark>& today, value::Date until,
           std::vector<Watched*> all) {
  for (value::Date day{session.as_of().days + 1}; day <= until && !all.empty(); ++day.days) {
    const std::size_t number = all.front()->rule;
    const rules::Rule& rule = session.rules().rules[number];
    const auto rows = rows_of(all);
    const auto found = judge_on(session, number, day, rows ? &*rows : nullptr);
    std::erase_if(all, [&](Watched* watched) { return look(*watched, rule, found, today, day); });
  }
}

}  // namespace remit::advise
