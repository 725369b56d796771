#include <algorithm>

#include <fmt/format.h>

#include "account/telling.h"
#include "findings/verdict.h"

// The cells that were read, and those that would decide it.
namespace remit::account {
namespace {

using rules::Verdict;

/// Why a cell reads as missing, where the export has something there that could not be taken.
std::string note_of(const data::Dataset& data, const std::string& resource, const std::string& key,
                    const std::string& field) {
  for (const data::DataFinding& finding : data.findings) {
    if (finding.resource != resource || finding.key != key || finding.field != field) continue;
    if (finding.line == 0) return finding.message;
    return fmt::format("{} ({}:{}:{})", finding.message, finding.file, finding.line,
                       finding.column);
  }
  return {};
}

std::string field_of(const std::string& path) { return path.substr(path.rfind('.') + 1); }

bool same_cell(const rules::Evidence& a, const rules::Evidence& b) {
  return a.path == b.path && a.resource == b.resource && a.key == b.key;
}

/// The worst of what follows, in words.
std::string result_said(Verdict verdict, const std::optional<value::Period>& period,
                        const std::optional<value::Date>& due) {
  switch (verdict) {
    case Verdict::kViolation:
      return period ? "broken, " + said(*period) : "broken";
    case Verdict::kUnknown:
      return "still not decided";
    case Verdict::kDue:
      return due ? "due by " + said(*due) : "due";
    case Verdict::kPass:
      return "kept";
    case Verdict::kWaived:
    case Verdict::kNotApplicable:
      return "the rule does not apply";
  }
  return {};
}

void add(const Telling& telling, const std::string& condition, Verdict verdict,
         const std::optional<value::Period>& period = std::nullopt,
         const std::optional<value::Date>& due = std::nullopt) {
  telling.out.prospects.push_back({condition, verdict, result_said(verdict, period, due)});
}

void add_reading(const Telling& telling, const std::string& condition,
                 const engine::ReadingResult& reading) {
  if (!reading.violations.empty()) {
    add(telling, condition, Verdict::kViolation, reading.violations.front());
  } else if (reading.due) {
    add(telling, condition, Verdict::kDue, std::nullopt, reading.due);
  } else {
    add(telling, condition, Verdict::kPass);
  }
}

const engine::Answer* tested(const engine::Facts& facts) {
  if (const auto* require = std::get_if<engine::RequireFacts>(&facts)) return &require->holds;
  if (const auto* reserve = std::get_if<engine::ReserveFacts>(&facts)) return &reserve->may;
  return nullptr;
}

void add_if_applicable(const Telling& telling) {
  const auto& account = telling.account;
  add(telling, "if the rule does not apply after all", Verdict::kNotApplicable);
  if (!account.if_applicable || account.if_applicable->empty()) return;
  const auto worst =
      std::min_element(account.if_applicable->begin(), account.if_applicable->end(),
                       [](const auto& a, const auto& b) { return a.verdict < b.verdict; });
  add(telling, "if it does", worst->verdict, worst->period, worst->due);
}

}  // namespace

void tell_read(const Telling& telling) {
  std::vector<findings::ReadCell>& read = telling.out.read;
  for (const rules::Outcome& outcome : telling.account.outcomes) {
    for (const rules::Evidence& evidence : outcome.evidence) {
      const bool known = std::any_of(read.begin(), read.end(), [&](const auto& cell) {
        return same_cell(cell.evidence, evidence);
      });
      if (known) continue;
      std::string note;
      if (evidence.value.is_missing()) {
        note = note_of(telling.data, evidence.resource, evidence.key, field_of(evidence.path));
      }
      read.push_back({evidence, std::move(note)});
    }
  }
}

void tell_needs(const Telling& telling) {
  std::vector<findings::NeededCell>& needs = telling.out.needs;
  for (const rules::Outcome& outcome : telling.account.outcomes) {
    for (const rules::Need& need : outcome.needs) {
      const bool known = std::any_of(needs.begin(), needs.end(),
                                     [&](const auto& cell) { return cell.need == need; });
      if (!known) {
        needs.push_back({need, note_of(telling.data, need.resource, need.key, need.field)});
      }
    }
  }
  const auto& account = telling.account;
  const bool in_doubt =
      std::any_of(account.outcomes.begin(), account.outcomes.end(),
                  [](const auto& outcome) { return outcome.verdict == Verdict::kUnknown; });
  if (!in_doubt) return;
  // `breach: unknown` puts what is certain as a question.
  if (telling.rule.breach == rules::Breach::kUnknown) return;
  if (account.step == engine::Step::kDoubtful) return add_if_applicable(telling);
  if (account.readings &&
      account.readings->hopeful.violations != account.readings->strict.violations) {
    add_reading(telling, "if what is in doubt helps as much as it can", account.readings->hopeful);
    add_reading(telling, "if it does not help at all", account.readings->strict);
  }
  const engine::Answer* condition = tested(account.facts);
  if (condition && !condition->truth) {
    add(telling, "if what is required turns out true", Verdict::kPass);
    add(telling, "if it turns out false", Verdict::kViolation, telling.account.outcomes[0].period);
  }
}

}  // namespace remit::account
