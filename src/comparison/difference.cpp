#include "comparison/difference.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <tuple>

#include "findings/verdict.h"

namespace remit::comparison {
namespace {

using baseline::Entry;
using baseline::Run;

bool is_there(const Entry& entry) {
  return entry.state != findings::State::kFixed && entry.state != findings::State::kNotJudged &&
         entry.former.verdict != rules::Verdict::kPass &&
         entry.former.verdict != rules::Verdict::kNotApplicable;
}

/// Walks through the subjects of a run, those of one rule and key at a time.
class Walk {
 public:
  explicit Walk(const Run& run) : run_(run), judged_(run.run_rules.begin(), run.run_rules.end()) {
    skip();
  }

  bool at_end() const { return next_ == run_.entries.size(); }
  std::pair<std::string_view, std::string_view> place() const {
    return {run_.rules[entry().rule], entry().key};
  }
  std::string_view entity() const { return run_.entities[entry().entity]; }

  /// What is said of the subject that it stands at; then it stands at the next one.
  Side take() {
    const auto here = place();
    Side side{Standing::kFound, &entry().former};
    while (!at_end() && place() == here) {
      if (entry().former.verdict < side.finding->verdict) side.finding = &entry().former;
      ++next_;
      skip();
    }
    return side;
  }

  /// What is said of one that has no finding.
  Side none(std::string_view rule) const {
    return {judged_.count(rule) > 0 ? Standing::kNone : Standing::kNotJudged, nullptr};
  }

 private:
  const Entry& entry() const { return run_.entries[next_]; }
  void skip() {
    while (!at_end() && !is_there(entry())) ++next_;
  }

  const Run& run_;
  std::set<std::string, std::less<>> judged_;
  std::size_t next_ = 0;
};

std::vector<std::string> only_in(std::vector<std::string> these, std::vector<std::string> others) {
  std::sort(these.begin(), these.end());
  std::sort(others.begin(), others.end());
  std::vector<std::string> rest;
  std::set_difference(these.begin(), these.end(), others.begin(), others.end(),
                      std::back_inserter(rest));
  return rest;
}

}  // namespace

std::string_view word(const Side& side) {
  if (side.standing == Standing::kNotJudged) return "not_judged";
  return side.finding ? findings::word(side.finding->verdict) : "none";
}

Difference difference(const Run& before, const Run& after) {
  Difference result;
  result.added = only_in(after.run_rules, before.run_rules);
  result.removed = only_in(before.run_rules, after.run_rules);
  Walk then(before);
  Walk now(after);
  while (!then.at_end() || !now.at_end()) {
    const bool in_then = now.at_end() || (!then.at_end() && then.place() <= now.place());
    const bool in_now = then.at_end() || (!now.at_end() && now.place() <= then.place());
    const Walk& shown = in_then ? then : now;
    Change change{shown.place().first, shown.entity(), shown.place().second, {}, {}};
    change.before = in_then ? then.take() : then.none(change.rule);
    change.after = in_now ? now.take() : now.none(change.rule);
    const std::pair words{word(change.before), word(change.after)};
    if (words.first == words.second) {
      ++result.same;
    } else {
      ++result.counts[words];
      result.changes.push_back(change);
    }
  }
  return result;
}

}  // namespace remit::comparison
