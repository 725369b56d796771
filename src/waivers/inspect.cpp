#include "waivers/inspect.h"

#include <algorithm>

#include <fmt/format.h>

#include "findings/join.h"
#include "text/nearest.h"
#include "waivers/pattern.h"

namespace remit::waivers {
namespace {

using findings::Waiver;

std::string counted(std::size_t count, std::string_view what) {
  return fmt::format("{} {}{}", count, what, count == 1 ? "" : "s");
}

class Inspector {
 public:
  Inspector(const rules::RuleSet& rules, const std::vector<rules::Tally>& tallies,
            const std::vector<std::string>& only, value::Date as_of)
      : rules_(rules), tallies_(tallies), only_(only), as_of_(as_of) {}

  void inspect(std::size_t index, const Waiver& waiver, const Use& use) {
    index_ = index;
    waiver_ = &waiver;
    name_ = fmt::format("the waiver of `{}` for `{}`", waiver.rule, waiver.subject);
    if (!is_known()) return;
    check_time(use);
    check_breadth(use);
    check_use(use);
  }

  std::vector<findings::WaiverFinding> take() {
    std::stable_sort(found_.begin(), found_.end(),
                     [](const auto& left, const auto& right) { return left.code < right.code; });
    return std::move(found_);
  }

 private:
  void add(const std::string& code, const std::string& what) {
    found_.push_back({"WAIVER-" + code, index_, name_ + " " + what});
  }

  bool is_known() {
    std::vector<std::string> ids;
    for (const rules::Rule& rule : rules_.rules) {
      if (findings::is_meant(rule, waiver_->rule)) return true;
      ids.push_back(rule.id);
    }
    const auto near = text::nearest(waiver_->rule, ids);
    add("RULE", near ? fmt::format("names a rule that is not there; did you mean `{}`?", *near)
                     : "names a rule that is not among those of the run");
    return false;
  }

  void check_time(const Use& use) {
    const std::string again =
        use.idle == 0 ? ""
                      : fmt::format(": {} that it would cover count{} in full",
                                    counted(use.idle, "violation"), use.idle == 1 ? "s" : "");
    if (waiver_->to < as_of_) {
      add("EXPIRED", fmt::format("expired on {}{}", value::to_string(waiver_->to), again));
    } else if (as_of_ < waiver_->approved_on) {
      add("NOT-APPROVED", fmt::format("is not approved before {}{}",
                                      value::to_string(waiver_->approved_on), again));
    } else if (waiver_->to.days - as_of_.days <= kSoon) {
      add("EXPIRING",
          fmt::format("expires on {}, with {} that it waives", value::to_string(waiver_->to),
                      counted(use.violations, "violation")));
    }
  }

  void check_breadth(const Use& use) {
    if (matches_all(waiver_->subject)) {
      add("BROAD", "is for every subject of the rule: name those that the decision was about");
    } else if (use.subjects > kBroad) {
      add("BROAD",
          fmt::format("waives {} of {}: see that the decision was about all of them",
                      counted(use.violations, "violation"), counted(use.subjects, "subject")));
    }
  }

  /// Whether a rule that it is about was judged, and asked for.
  bool was_judged() const {
    for (std::size_t i = 0; i < rules_.rules.size(); ++i) {
      const rules::Rule& rule = rules_.rules[i];
      if (!tallies_[i].not_run && findings::is_meant(rule, waiver_->rule) &&
          findings::is_meant(rule, only_)) {
        return true;
      }
    }
    return false;
  }

  void check_use(const Use& use) {
    if (use.violations > 0 || !holds(*waiver_, as_of_) || as_of_ < waiver_->from || !was_judged()) {
      return;
    }
    if (use.covered > 0) {
      add("UNUSED", "waives nothing that a waiver before it does not waive already");
    } else if (use.beyond > 0) {
      add("UNUSED", fmt::format("waives nothing: {} of what it names {} not lie within its days",
                                counted(use.beyond, "violation"), use.beyond == 1 ? "does" : "do"));
    } else {
      add("UNUSED", "waives nothing: what it names has no violation of this rule");
    }
  }

  const rules::RuleSet& rules_;
  const std::vector<rules::Tally>& tallies_;
  const std::vector<std::string>& only_;
  value::Date as_of_;
  std::size_t index_ = 0;
  const Waiver* waiver_ = nullptr;
  std::string name_;
  std::vector<findings::WaiverFinding> found_;
};

}  // namespace

std::vector<findings::WaiverFinding> inspect(const std::vector<Waiver>& waivers,
                                             const std::vector<Use>& uses,
                                             const rules::RuleSet& rules,
                                             const std::vector<rules::Tally>& tallies,
                                             const std::vector<std::string>& only,
                                             value::Date as_of) {
  Inspector inspector(rules, tallies, only, as_of);
  for (std::size_t i = 0; i < waivers.size(); ++i) inspector.inspect(i, waivers[i], uses[i]);
  return inspector.take();
}

}  // namespace remit::waivers
