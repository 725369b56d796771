#include <algorithm>
#include <list>

#include "engine/answers.h"
#include "engine/expression.h"
#include "engine/kinds/key_groups.h"
#include "engine/kinds/two_runs.h"
#include "engine/subjects.h"
#include "engine/tie_order.h"

namespace remit::engine {
namespace {

using rules::Verdict;
using value::Period;

/// The subjects that count against others: all for which `when` holds and whose own date has
/// come, also where the effective dates exclude them.
Indices rivals_of(const Trial& trial) {
  Indices rivals;
  const Standing& standing = trial.standing;
  for (std::uint32_t i = 0; i < standing.steps.size(); ++i) {
    const bool dated =
        standing.own_date.is_known(i) &&
        standing.own_date.of<std::int32_t>()[standing.own_date.at(i)] <= trial.context.as_of.days;
    if (standing.applicable.is_true(i) && dated && !standing.future_run[i]) rivals.push_back(i);
  }
  return rivals;
}

/// What the rivals claim: their keys as text, and the periods for which they claim them.
class Claims {
 public:
  Claims(const rules::Unique& kind, const FramePtr& frame, Context& context) {
    for (const auto& part : kind.key) keys_.push_back(evaluate(*part, frame, context));
    if (kind.while_) while_ = evaluate(*kind.while_, frame, context);
  }

  bool known(std::size_t i) const {
    const bool all =
        std::all_of(keys_.begin(), keys_.end(), [i](const Vector& key) { return key.is_known(i); });
    return all && (!while_ || while_->is_known(i));
  }
  const std::vector<Vector>& keys() const { return keys_; }
  std::optional<Period> during(std::size_t i) const {
    if (!while_) return std::nullopt;
    return while_->of<Period>()[while_->at(i)];
  }

 private:
  std::vector<Vector> keys_;
  std::optional<Vector> while_;
};

/// How many earlier subjects a message names at most.
constexpr std::size_t kNamed = 10;

bool clash(const std::optional<Period>& left, const std::optional<Period>& right) {
  return !left || value::overlaps(*left, *right);
}

/// The overlap of two that clash: an instant is its one day.
Period overlap_of(const Period& left, const Period& right) {
  const Period shared = value::overlap(left, right);
  return {value::first_day(shared), value::end_day(shared), value::PeriodShape::kSpan};
}

/// Of this kind all subjects are on trial; where to note what of one of them.
Recorder* recorder_for(const Trial& trial, std::uint32_t subject) {
  Recorder* recorder = trial.recorder;
  const bool judged = trial.standing.steps[subject] == Step::kJudge;
  return recorder && judged && recorder->subject == subject ? recorder : nullptr;
}

void record_key(const rules::Unique& kind, const Trial& trial) {
  Recorder* recorder = trial.recorder;
  if (!recorder || !recorder_for(trial, recorder->subject)) return;
  UniqueFacts facts;
  const FramePtr frame = narrow(trial.standing.frame, {recorder->subject});
  for (const auto& part : kind.key)
    facts.key.push_back({part, value_of(part, frame, trial.context)});
  recorder->facts = std::move(facts);
}

/// One group of rivals with the same key, in order.
class KeyGroup {
 public:
  KeyGroup(const Trial& trial, const Claims& claims, const Indices& rivals, Ruling& ruling)
      : trial_(trial), claims_(claims), rivals_(rivals), ruling_(ruling) {}

  /// `members` are places among the rivals.
  void judge(const Indices& members) {
    for (std::size_t m = 0; m < members.size(); ++m) {
      record(members, m);
    }
    running_.clear();
    for (const std::uint32_t member : members) {
      const Indices earlier = earlier_of(member);
      const std::uint32_t subject = rivals_[member];
      const bool judged = trial_.standing.steps[subject] == Step::kJudge;
      if (!earlier.empty() && judged) accuse(member, earlier);
      running_.push_back(member);
    }
  }

 private:
  /// The first of those that it clashes with, in order: enough to name. One that has ended before
  /// this one starts clashes with no later one either, nor does an instant or an empty period.
  Indices earlier_of(std::uint32_t member) {
    const auto during = claims_.during(member);
    Indices earlier;
    if (during && during->shape == value::PeriodShape::kEmpty) return earlier;
    for (auto each = running_.begin(); each != running_.end() && earlier.size() <= kNamed;) {
      const auto other = claims_.during(*each);
      if (clash(other, during)) earlier.push_back(*each);
      const bool over = other && (other->shape != value::PeriodShape::kSpan ||
                                  value::end_day(*other) <= value::first_day(*during));
      each = over ? running_.erase(each) : std::next(each);
      // Those that follow start on the same day, which an instant is no clash with.
      if (other && other->from == during->from && during->shape != value::PeriodShape::kSpan) break;
    }
    return earlier;
  }

  /// Tells of all that come before, whether they clash or not.
  void record(const Indices& members, std::size_t m) const {
    Recorder* recorder = recorder_for(trial_, rivals_[members[m]]);
    if (!recorder) return;
    auto& facts = std::get<UniqueFacts>(recorder->facts);
    facts.complete = true;
    facts.during = claims_.during(members[m]);
    facts.later = members.size() - m - 1;
    for (std::size_t e = 0; e < m; ++e) {
      const auto during = claims_.during(members[e]);
      facts.earlier.push_back(
          {subject_of(trial_.rule, trial_.standing.frame, rivals_[members[e]], trial_.context),
           during, clash(during, facts.during)});
    }
  }

  void accuse(std::uint32_t member, const Indices& earlier) {
    const std::uint32_t subject = rivals_[member];
    Judged judged = make_judged(subject, Verdict::kViolation, trial_.standing.judged(subject));
    if (const auto during = claims_.during(member)) {
      judged.period = overlap_of(*claims_.during(earlier.front()), *during);
    }
    std::string names;
    for (std::size_t e = 0; e < std::min(kNamed, earlier.size()); ++e) {
      names += names.empty() ? " (clashes with " : ", ";
      names +=
          subject_of(trial_.rule, trial_.standing.frame, rivals_[earlier[e]], trial_.context).key;
    }
    if (earlier.size() > kNamed) names += " and others";
    judged.note = names + ")";
    ruling_.judged.push_back(std::move(judged));
  }

  const Trial& trial_;
  const Claims& claims_;
  const Indices& rivals_;
  Ruling& ruling_;
  std::list<std::uint32_t> running_;  ///< of the members so far those that later ones can meet
};

/// Of a rival with a key of its own there is nothing to tell but that.
void note_alone(const Trial& trial, const Claims& claims, const Indices& rivals) {
  Recorder* recorder = trial.recorder;
  if (!recorder || !recorder_for(trial, recorder->subject)) return;
  for (std::size_t i = 0; i < rivals.size(); ++i) {
    if (rivals[i] != recorder->subject || !claims.known(i)) continue;
    auto& facts = std::get<UniqueFacts>(recorder->facts);
    facts.complete = true;
    facts.during = claims.during(i);
  }
}

/// Puts rivals with the same key in order: by the start of `while`, then the primary key, as text,
/// part by part.
class Sorter {
 public:
  Sorter(const Trial& trial, const Claims& claims, const FramePtr& frame)
      : claims_(claims),
        nothing_(truth_vector(true, frame->size())),
        by_key_(nothing_, trial.rule.subjects, frame, trial.context) {}

  void sort(Indices& members) const {
    std::stable_sort(members.begin(), members.end(), [&](std::uint32_t a, std::uint32_t b) {
      const auto first = claims_.during(a);
      const auto second = claims_.during(b);
      if (first && first->from != second->from) return first->from < second->from;
      return by_key_.before(a, b);
    });
  }

 private:
  const Claims& claims_;
  Vector nothing_;
  TieOrder by_key_;
};

/// The groups of two and more rivals with the same key.
std::vector<Indices> groups_of(const Claims& claims, std::size_t size) {
  Indices places;
  for (std::uint32_t i = 0; i < size; ++i) {
    if (claims.known(i)) places.push_back(i);
  }
  const Indices numbers = key_groups(claims.keys(), places);
  Indices sizes(places.size(), 0);
  for (const std::uint32_t number : numbers) ++sizes[number];
  std::vector<Indices> groups;
  Indices targets(places.size(), 0);  // 1 for the first of the groups that are wanted
  for (std::size_t number = 0; number < sizes.size(); ++number) {
    if (sizes[number] < 2) continue;
    groups.emplace_back();
    targets[number] = static_cast<std::uint32_t>(groups.size());
  }
  for (std::size_t i = 0; i < places.size(); ++i) {
    const std::uint32_t group = targets[numbers[i]];
    if (group > 0) groups[group - 1].push_back(places[i]);
  }
  return groups;
}

}  // namespace

Ruling judge(const rules::Unique& kind, const Trial& trial) {
  Ruling ruling;
  record_key(kind, trial);
  const Indices rivals = rivals_of(trial);
  const FramePtr frame = narrow(trial.standing.frame, rivals);
  const Claims claims(kind, frame, trial.context);
  const Sorter sorter(trial, claims, frame);
  KeyGroup group(trial, claims, rivals, ruling);
  note_alone(trial, claims, rivals);
  for (Indices& members : groups_of(claims, rivals.size())) {
    sorter.sort(members);
    group.judge(members);
  }
  for (std::size_t i = 0; i < rivals.size(); ++i) {
    const std::uint32_t subject = rivals[i];
    if (claims.known(i) || trial.standing.steps[subject] != Step::kJudge) continue;
    ruling.judged.push_back(
        make_judged(subject, Verdict::kUnknown, trial.standing.judged(subject)));
  }
  return ruling;
}

}  // namespace remit::engine
