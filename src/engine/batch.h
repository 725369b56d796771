#pragma once

#include <set>
#include <string>
#include <vector>

#include "engine/ruling.h"

namespace remit::engine {

/// What is not in the data, and proves nothing by that.
struct Absence {
  std::set<int> empty;  ///< tables without rows in which the duty would be found
  std::string lacking;  ///< why others may lack rows, where the context has such (Context::open)
};

/// All that is found about the subjects of one batch of one rule.
class Batch {
 public:
  /// `absence` says which tables may lack rows; nothing is noted where `recorder` is null.
  Batch(const rules::Rule& rule, Standing standing, const Absence& absence, Context& context,
        Recorder* recorder = nullptr);

  const Standing& standing() const { return standing_; }
  /// The worst verdict of a subject.
  rules::Verdict worst(std::uint32_t subject) const { return worst_[subject]; }

  void count(rules::Tally& tally) const;
  /// Adds the findings with a wanted verdict, and a line for each subject that passes or is
  /// excluded where those are wanted. `index` is the rule's. With Context::rows, `entries` gets the
  /// entry of it that each comes from.
  void report(std::size_t index, const std::vector<rules::Verdict>& wanted, Context& context,
              std::vector<rules::Outcome>& outcomes, Indices& entries) const;

 private:
  template <typename F>
  void each_judged(F f) const;
  template <typename F>
  void each_judged(F f);
  void review(Context& context);
  void leave_open(const std::string& lacking);
  void add_untested(const Context& context);
  std::string not_encoded() const;
  void settle(Judged& judged) const;
  void drop_passes();
  void drop_repeated();
  void add_quiet(const std::vector<rules::Verdict>& wanted, std::vector<Judged>& findings) const;
  void tell(std::size_t index, const Ruling& ruling, const std::vector<Judged>& findings,
            Context& context, std::vector<rules::Outcome>& outcomes, Indices& entries) const;

  const rules::Rule& rule_;
  Standing standing_;
  std::set<int> empty_;
  Ruling ruling_;
  Ruling reviewed_;  ///< of those whom an empty table would have accused
  std::vector<rules::Verdict> worst_;
};

/// The tables without rows among those in which the duty of a rule is found.
std::set<int> empty_main_tables(const rules::Rule& rule, const Context& context);
/// Likewise among those without which nobody can break it.
std::set<int> empty_lookup_tables(const rules::Rule& rule, const Context& context);

}  // namespace remit::engine
