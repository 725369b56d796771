#pragma once

#include <string>
#include <vector>

#include "engine/ruling.h"

namespace remit::engine {

/// All that is found about the subjects of one batch of one rule.
class Batch {
 public:
  /// `empty_tables` names the tables without rows in which the duty would be found (see
  /// `empty_main_tables`); nothing is noted where `recorder` is null.
  Batch(const rules::Rule& rule, Standing standing, const std::string& empty_tables,
        Context& context, Recorder* recorder = nullptr);

  const Standing& standing() const { return standing_; }
  /// The worst verdict of a subject.
  rules::Verdict worst(std::uint32_t subject) const { return worst_[subject]; }

  void count(rules::Tally& tally) const;
  /// Adds the findings with a wanted verdict, and a line for each subject that passes or is
  /// excluded where those are wanted. `index` is the rule's.
  void report(std::size_t index, const std::vector<rules::Verdict>& wanted, Context& context,
              std::vector<rules::Outcome>& outcomes) const;

 private:
  void absence_proves_nothing(const std::string& empty_tables);
  void add_untested();
  std::string not_encoded() const;
  void settle(Judged& judged) const;
  void drop_passes();
  void drop_repeated();
  std::vector<Judged> reported(const std::vector<rules::Verdict>& wanted) const;

  const rules::Rule& rule_;
  Standing standing_;
  Ruling ruling_;
  std::vector<rules::Verdict> worst_;
};

/// Judges the subjects that come to the kind's own test.
Ruling put_to_trial(const rules::Rule& rule, const Standing& standing, Context& context,
                    Recorder* recorder = nullptr);

/// The tables without rows among those in which the duty of a rule is found, as a message writes
/// them; empty for none. Likewise among those without which nobody can break it.
std::string empty_main_tables(const rules::Rule& rule, const Context& context);
std::string empty_lookup_tables(const rules::Rule& rule, const Context& context);

}  // namespace remit::engine
