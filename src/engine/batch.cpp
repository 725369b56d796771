#include "engine/batch.h"

#include <algorithm>
#include <set>
#include <string>
#include <tuple>

#include "engine/completeness.h"
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

/// The names of tables as a message writes them.
std::string names_of(const std::set<int>& tables, const Context& context) {
  std::string names;
  for (const int table : tables) {
    names += (names.empty() ? "`" : ", `") + context.table_model(table).name + "`";
  }
  return names;
}

std::set<int> empty_among(const std::set<int>& tables, const Context& context) {
  std::set<int> empty;
  for (const int table : tables) {
    if (context.table(table).rows == 0) empty.insert(table);
  }
  return empty;
}

Indices to_be_judged(const Standing& standing) {
  Indices subjects;
  for (std::uint32_t i = 0; i < standing.steps.size(); ++i) {
    if (standing.steps[i] == Step::kJudge) subjects.push_back(i);
  }
  return subjects;
}

Ruling put_to_trial(const rules::Rule& rule, const Standing& standing, const Indices& subjects,
                    Context& context, Recorder* recorder) {
  const bool all = subjects.size() == standing.frame->size();
  const Trial trial{rule,     standing,
                    subjects, all ? standing.frame : narrow(standing.frame, subjects),
                    context,  recorder};
  return std::visit([&](const auto& kind) { return judge(kind, trial); }, rule.kind);
}

bool is_wanted(Verdict verdict, const std::vector<Verdict>& wanted) {
  return std::find(wanted.begin(), wanted.end(), verdict) != wanted.end();
}

/// The findings with a wanted verdict.
std::vector<Judged> reported(const Ruling& ruling, const std::vector<Verdict>& wanted) {
  std::vector<Judged> findings;
  for (const Judged& judged : ruling.judged) {
    if (is_wanted(judged.verdict, wanted) && judged.verdict != Verdict::kNotApplicable) {
      findings.push_back(judged);
    }
  }
  return findings;
}

}  // namespace

template <typename F>
void Batch::each_judged(F f) const {
  for (const Judged& judged : ruling_.judged) f(judged);
  for (const Judged& judged : reviewed_.judged) f(judged);
}

template <typename F>
void Batch::each_judged(F f) {
  for (Judged& judged : ruling_.judged) f(judged);
  for (Judged& judged : reviewed_.judged) f(judged);
}

Batch::Batch(const rules::Rule& rule, Standing standing, const Absence& absence, Context& context,
             Recorder* recorder)
    : rule_(rule),
      standing_(std::move(standing)),
      empty_(absence.empty),
      ruling_(put_to_trial(rule, standing_, to_be_judged(standing_), context, recorder)) {
  if (!empty_.empty()) review(context);
  add_untested(context);
  if (!absence.lacking.empty()) leave_open(absence.lacking);
  each_judged([this](Judged& judged) { settle(judged); });
  worst_.assign(standing_.steps.size(), Verdict::kPass);
  for (std::size_t i = 0; i < worst_.size(); ++i) {
    if (standing_.steps[i] == Step::kNotApplicable) worst_[i] = Verdict::kNotApplicable;
  }
  each_judged([this](const Judged& judged) {
    Verdict& worst = worst_[judged.subject];
    worst = worst == Verdict::kPass ? judged.verdict : std::min(worst, judged.verdict);
  });
  drop_passes();
  drop_repeated();
}

void Batch::count(rules::Tally& tally) const {
  for (std::size_t i = 0; i < worst_.size(); ++i) {
    if (standing_.steps[i] == Step::kElsewhere) continue;
    ++tally.subjects;
    ++tally.verdicts[static_cast<std::size_t>(worst_[i])];
  }
  each_judged([&](const Judged& judged) {
    tally.findings += judged.verdict != Verdict::kNotApplicable ? 1 : 0;
  });
}

void Batch::report(std::size_t index, const std::vector<Verdict>& wanted, Context& context,
                   std::vector<rules::Outcome>& outcomes, Indices& entries) const {
  std::vector<Judged> findings = reported(ruling_, wanted);
  add_quiet(wanted, findings);
  tell(index, ruling_, findings, context, outcomes, entries);
  const OpenTables open(empty_, context);
  findings = reported(reviewed_, wanted);
  tell(index, reviewed_, findings, context, outcomes, entries);
}

/// The violations that hold whatever the empty tables lack stay; where one does not, there is an
/// unknown besides.
void Batch::review(Context& context) {
  std::set<std::uint32_t> accused;
  std::set<std::uint32_t> doubted;
  for (const Judged& judged : ruling_.judged) {
    if (judged.verdict == Verdict::kViolation) accused.insert(judged.subject);
    if (judged.verdict == Verdict::kUnknown) doubted.insert(judged.subject);
  }
  if (accused.empty()) return;
  const std::string note = " (" + names_of(empty_, context) + " has no rows, which proves nothing)";
  const OpenTables open(empty_, context);
  reviewed_ = put_to_trial(rule_, standing_, {accused.begin(), accused.end()}, context, nullptr);
  std::erase_if(ruling_.judged, [&](const Judged& judged) {
    return accused.contains(judged.subject) && judged.verdict != Verdict::kUnknown;
  });
  std::erase_if(reviewed_.judged, [&](const Judged& judged) {
    return judged.verdict == Verdict::kUnknown && doubted.contains(judged.subject);
  });
  for (Judged& judged : reviewed_.judged) {
    if (judged.verdict == Verdict::kUnknown) judged = settled(judged.subject, judged.period, note);
    if (judged.verdict != Verdict::kDue) accused.erase(judged.subject);
  }
  // An accusation that further rows would take away as a whole is in doubt too.
  for (const std::uint32_t subject : accused) {
    if (doubted.contains(subject)) continue;
    reviewed_.judged.push_back(settled(subject, standing_.judged(subject), note));
  }
}

/// No unknown of subjects that are judged without all rows is for `on_unknown` to decide.
void Batch::leave_open(const std::string& lacking) {
  each_judged([&](Judged& judged) {
    if (judged.verdict != Verdict::kUnknown || judged.final) return;
    judged.note = lacking;
    judged.final = true;
  });
}

/// The unknowns of the steps before the kind's own test, and what `then: unknown` leaves open.
void Batch::add_untested(const Context& context) {
  for (std::uint32_t i = 0; i < standing_.steps.size(); ++i) {
    const Step step = standing_.steps[i];
    if (step == Step::kNotApplicable || step == Step::kElsewhere) continue;
    if (step == Step::kDoubtful || step == Step::kUndated) {
      ruling_.judged.push_back(make_judged(i, Verdict::kUnknown, standing_.judged(i)));
    }
    const auto before = standing_.periods.empty() ? std::nullopt : standing_.periods[i].before;
    if (before) ruling_.judged.push_back(settled(i, before, context.known_note));
    const auto after = standing_.periods.empty() ? std::nullopt : standing_.periods[i].after;
    if (after || step == Step::kSuperseded) {
      const auto period = after ? after : standing_.judged(i);
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
  for (Ruling* ruling : {&ruling_, &reviewed_}) {
    std::erase_if(ruling->judged,
                  [](const Judged& judged) { return judged.verdict == Verdict::kPass; });
  }
}

/// A breach that is only a question can ask what a doubt asks already, and a doubt that counts
/// as a violation can say what one says already.
void Batch::drop_repeated() {
  const auto follows = [](const Judged& a, const Judged& b) { return a.subject >= b.subject; };
  const auto& all = ruling_.judged;
  const bool once = std::adjacent_find(all.begin(), all.end(), follows) == all.end();
  if (once && reviewed_.judged.empty()) return;
  std::set<std::tuple<std::uint32_t, Verdict, value::Date, value::Date>> seen;
  const auto is_repeated = [&](const Judged& judged) {
    if (judged.verdict == Verdict::kDue) return false;
    const value::Period period = judged.period.value_or(value::Period{});
    return !seen.emplace(judged.subject, judged.verdict, period.from, period.to).second;
  };
  std::erase_if(ruling_.judged, is_repeated);
  std::erase_if(reviewed_.judged, is_repeated);
}

/// A line for each subject that passes or is excluded, where those are wanted.
void Batch::add_quiet(const std::vector<Verdict>& wanted, std::vector<Judged>& findings) const {
  for (std::uint32_t i = 0; i < worst_.size(); ++i) {
    const bool quiet = worst_[i] == Verdict::kPass || worst_[i] == Verdict::kNotApplicable;
    if (!quiet || !is_wanted(worst_[i], wanted) || standing_.steps[i] == Step::kElsewhere) continue;
    findings.push_back(make_judged(i, worst_[i], standing_.judged(i)));
  }
}

/// Puts findings into words.
void Batch::tell(std::size_t index, const Ruling& ruling, const std::vector<Judged>& findings,
                 Context& context, std::vector<rules::Outcome>& outcomes, Indices& entries) const {
  if (findings.empty()) return;
  if (context.rows) {
    const Vector& of = standing_.frame->slot(kEntrySlot);
    for (const Judged& finding : findings) {
      const std::int32_t entry = of.of<std::int32_t>()[of.at(finding.subject)];
      entries.push_back(static_cast<std::uint32_t>(entry));
    }
  }
  auto explanations = explain(rule_, standing_, ruling, findings, context);
  auto texts = messages(rule_, standing_, findings, context);
  for (std::size_t f = 0; f < findings.size(); ++f) {
    const Judged& finding = findings[f];
    outcomes.push_back({index, finding.verdict,
                        subject_of(rule_, standing_.frame, finding.subject, context),
                        finding.period, finding.due, std::move(texts[f]),
                        std::move(explanations[f].evidence), std::move(explanations[f].needs)});
  }
}

std::set<int> empty_main_tables(const rules::Rule& rule, const Context& context) {
  return empty_among(main_tables(rule), context);
}

std::set<int> empty_lookup_tables(const rules::Rule& rule, const Context& context) {
  return empty_among(lookup_tables(rule), context);
}

}  // namespace remit::engine
