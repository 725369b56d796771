#include "engine/batch.h"

#include <algorithm>
#include <set>
#include <string>
#include <tuple>

#include "engine/explain.h"
#include "engine/kind_expressions.h"
#include "engine/subjects.h"

namespace remit::engine {

using rules::Verdict;

namespace {

/// An unknown that no missing cell is the cause of, and why it is one.
Judged settled(std::uint32_t subject, std::optional<value::Period> period,
               const std::string& note) {
  Judged judged = make_judged(subject, Verdict::kUnknown, period);
  judged.note = note;
  judged.final = true;
  return judged;
}

/// The names of the tables that have no rows, as a message writes them.
std::string empty_among(const std::set<int>& tables, const Context& context) {
  std::string names;
  for (const int table : tables) {
    if (context.table(table).rows > 0) continue;
    names += (names.empty() ? "`" : ", `") + context.table_model(table).name + "`";
  }
  return names;
}

}  // namespace

Ruling put_to_trial(const rules::Rule& rule, const Standing& standing, Context& context,
                    Recorder* recorder) {
  Indices subjects;
  for (std::uint32_t i = 0; i < standing.steps.size(); ++i) {
    if (standing.steps[i] == Step::kJudge) subjects.push_back(i);
  }
  const Trial trial{rule, standing, subjects, narrow(standing.frame, subjects), context, recorder};
  return std::visit([&](const auto& kind) { return judge(kind, trial); }, rule.kind);
}

Batch::Batch(const rules::Rule& rule, Standing standing, const std::string& empty_tables,
             Context& context, Recorder* recorder)
    : rule_(rule),
      standing_(std::move(standing)),
      ruling_(put_to_trial(rule, standing_, context, recorder)) {
  if (!empty_tables.empty()) absence_proves_nothing(empty_tables);
  add_untested();
  for (Judged& judged : ruling_.judged) settle(judged);
  worst_.assign(standing_.steps.size(), Verdict::kPass);
  for (std::size_t i = 0; i < worst_.size(); ++i) {
    if (standing_.steps[i] == Step::kNotApplicable) worst_[i] = Verdict::kNotApplicable;
  }
  for (const Judged& judged : ruling_.judged) {
    Verdict& worst = worst_[judged.subject];
    worst = worst == Verdict::kPass ? judged.verdict : std::min(worst, judged.verdict);
  }
  drop_passes();
  drop_repeated();
}

void Batch::count(rules::Tally& tally) const {
  for (std::size_t i = 0; i < worst_.size(); ++i) {
    if (standing_.steps[i] == Step::kElsewhere) continue;
    ++tally.subjects;
    ++tally.verdicts[static_cast<std::size_t>(worst_[i])];
  }
  for (const Judged& judged : ruling_.judged) {
    tally.findings += judged.verdict != Verdict::kNotApplicable ? 1 : 0;
  }
}

void Batch::report(std::size_t index, const std::vector<Verdict>& wanted, Context& context,
                   std::vector<rules::Outcome>& outcomes) const {
  std::vector<Judged> findings = reported(wanted);
  if (findings.empty()) return;
  auto explanations = explain(rule_, standing_, ruling_, findings, context);
  auto texts = messages(rule_, standing_, findings, context);
  for (std::size_t f = 0; f < findings.size(); ++f) {
    const Judged& finding = findings[f];
    outcomes.push_back({index, finding.verdict,
                        subject_of(rule_, standing_.frame, finding.subject, context),
                        finding.period, finding.due, std::move(texts[f]),
                        std::move(explanations[f].evidence), std::move(explanations[f].needs)});
  }
}

/// Violations that may only come of an empty table become one unknown, without a `due`.
void Batch::absence_proves_nothing(const std::string& empty_tables) {
  const std::string note = " (" + empty_tables + " has no rows, which proves nothing)";
  std::vector<Judged> kept;
  std::set<std::uint32_t> accused;
  for (const Judged& judged : ruling_.judged) {
    if (judged.verdict == Verdict::kViolation) accused.insert(judged.subject);
  }
  for (const Judged& judged : ruling_.judged) {
    if (!accused.contains(judged.subject)) kept.push_back(judged);
  }
  for (const std::uint32_t subject : accused) {
    kept.push_back(settled(subject, standing_.judged[subject], note));
  }
  ruling_.judged = std::move(kept);
}

/// The unknowns of the steps before the kind's own test, and what `then: unknown` leaves open.
void Batch::add_untested() {
  for (std::uint32_t i = 0; i < standing_.steps.size(); ++i) {
    const Step step = standing_.steps[i];
    if (step == Step::kNotApplicable || step == Step::kElsewhere) continue;
    if (step == Step::kDoubtful || step == Step::kUndated) {
      ruling_.judged.push_back(make_judged(i, Verdict::kUnknown, standing_.judged[i]));
    }
    const auto after = standing_.periods.empty() ? std::nullopt : standing_.periods[i].after;
    if (after || step == Step::kSuperseded) {
      const auto period = after ? after : standing_.judged[i];
      ruling_.judged.push_back(settled(i, period, not_encoded()));
    }
  }
}

std::string Batch::not_encoded() const {
  return " (in force to " + value::to_string(*rule_.effective.to) +
         "; what followed is not encoded)";
}

/// `on_unknown`, then `breach`.
void Batch::settle(Judged& judged) const {
  judged.doubt = judged.verdict == Verdict::kUnknown;
  if (judged.verdict == Verdict::kUnknown && !judged.final) {
    if (rule_.on_unknown == rules::OnUnknown::kViolation) judged.verdict = Verdict::kViolation;
    if (rule_.on_unknown == rules::OnUnknown::kPass) judged.verdict = Verdict::kPass;
  }
  if (judged.verdict == Verdict::kViolation && rule_.breach == rules::Breach::kUnknown) {
    judged.verdict = Verdict::kUnknown;
  }
}

void Batch::drop_passes() {
  std::erase_if(ruling_.judged,
                [](const Judged& judged) { return judged.verdict == Verdict::kPass; });
}

/// A breach that is only a question can ask what a doubt asks already, and a doubt that counts
/// as a violation can say what one says already.
void Batch::drop_repeated() {
  std::set<std::tuple<std::uint32_t, Verdict, value::Date, value::Date>> seen;
  std::erase_if(ruling_.judged, [&](const Judged& judged) {
    if (judged.verdict == Verdict::kDue) return false;
    const value::Period period = judged.period.value_or(value::Period{});
    return !seen.emplace(judged.subject, judged.verdict, period.from, period.to).second;
  });
}

/// The findings with a wanted verdict, and a line for each subject that passes or is excluded
/// where those are wanted.
std::vector<Judged> Batch::reported(const std::vector<Verdict>& wanted) const {
  const auto is_wanted = [&](Verdict verdict) {
    return std::find(wanted.begin(), wanted.end(), verdict) != wanted.end();
  };
  std::vector<Judged> findings;
  for (const Judged& judged : ruling_.judged) {
    if (is_wanted(judged.verdict) && judged.verdict != Verdict::kNotApplicable) {
      findings.push_back(judged);
    }
  }
  for (std::uint32_t i = 0; i < worst_.size(); ++i) {
    const bool quiet = worst_[i] == Verdict::kPass || worst_[i] == Verdict::kNotApplicable;
    if (!quiet || !is_wanted(worst_[i]) || standing_.steps[i] == Step::kElsewhere) continue;
    findings.push_back(make_judged(i, worst_[i], standing_.judged[i]));
  }
  return findings;
}

std::string empty_main_tables(const rules::Rule& rule, const Context& context) {
  return empty_among(main_tables(rule), context);
}

std::string empty_lookup_tables(const rules::Rule& rule, const Context& context) {
  return empty_among(lookup_tables(rule), context);
}

}  // namespace remit::engine
