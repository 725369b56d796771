#pragma once

#include <cstddef>
#include <functional>
#include <set>
#include <string>
#include <vector>

#include "cases/find.h"
#include "cases/judge.h"
#include "cases/rule_sets.h"

namespace remit::cases {

/// Which cases are run; what is empty chooses nothing.
struct Selection {
  std::vector<std::string> only;  ///< ids of rules: cases, and lines of cases, about these
  std::string filter;             ///< a part of the case's name, in any case of letters
};

struct FileResult {
  std::string path;
  std::string title;
  std::vector<Result> results;
};

struct Run {
  std::vector<FileResult> files;  ///< those that have a chosen case
  std::size_t passed = 0;
  std::size_t failed = 0;
  std::size_t wrong = 0;  ///< cases whose data has findings that they do not expect

  std::size_t cases() const { return passed + failed + wrong; }
};

/// A case file with the lines that are chosen, and the rules of each of its cases.
struct LoadedCases {
  CaseFile file;
  std::shared_ptr<const rules::RuleSet> base;  ///< the rules, with parameters as they stand there
  std::set<std::string> chosen;                ///< ids of the rules that were chosen
  std::vector<std::shared_ptr<const rules::RuleSet>> rules;  ///< one a case
};

/// Loads case files and keeps what is chosen of them. Files with mistakes are reported and left
/// out, and so is a selection that chooses nothing at all.
std::vector<LoadedCases> load_chosen(const std::vector<Source>& sources, const Selection& selection,
                                     RuleSets& rule_sets, const rules::FileReader& reader,
                                     text::Diagnostics& diagnostics);

/// Runs loaded cases. `progress` is called after each case with the number done and of all.
Run run(const std::vector<LoadedCases>& loaded,
        const std::function<void(std::size_t, std::size_t)>& progress);

}  // namespace remit::cases
