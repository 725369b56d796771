#pragma once

#include <set>
#include <string>
#include <vector>

#include "lint/lint.h"

namespace remit::lint {

/// Which entries of `allow` have kept something back.
class Allowances {
 public:
  /// Whether one of them covers the check; notes it.
  bool cover(const std::vector<rules::Allowance>& all, std::string_view code);
  bool used(const rules::Allowance& allowance) const;

 private:
  std::set<std::pair<const text::SourceFile*, std::uint32_t>> used_;
};

/// What a check works on and reports to.
class Inspection {
 public:
  Inspection(const rules::RuleSet& rules, std::string_view code, Allowances& allowances,
             text::Diagnostics& diagnostics)
      : rules_(rules), code_(code), allowances_(allowances), diagnostics_(diagnostics) {}

  const rules::RuleSet& rules() const { return rules_; }
  const Allowances& allowances() const { return allowances_; }
  /// The rules that are not disabled.
  std::vector<const rules::Rule*> enabled() const;

  /// Something about a rule, or about what stands in a file outside of its rules.
  void warn(const rules::Rule& rule, const text::Location& where, std::string message,
            std::string help, std::vector<text::Note> notes = {});
  void warn(const rules::RuleFile& file, const text::Location& where, std::string message,
            std::string help, std::vector<text::Note> notes = {});

 private:
  void add(const text::Location& where, std::string message, std::string help,
           std::vector<text::Note> notes);

  const rules::RuleSet& rules_;
  std::string code_;
  Allowances& allowances_;
  text::Diagnostics& diagnostics_;
};

}  // namespace remit::lint
