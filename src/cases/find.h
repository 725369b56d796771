#pragma once

#include <string>
#include <vector>

#include "rules/ruleset.h"
#include "text/diagnostic.h"

namespace remit::cases {

/// A file to be read for cases.
struct Source {
  std::string path;
  /// Where the user named a rule file: only cases about rules of this file.
  std::string rule_file;
};

/// The case files that paths stand for. A case file is a YAML file with the key `cases`. A path is
/// a case file itself, a rule file (the cases in the folder `tests` beside it), a folder (the
/// cases in its folders `tests`, or in itself where it is one), or the name of a pack under
/// `home`. What is in a folder `tests` and says of itself that it is something else (rules, a
/// model, a calendar) is left out. Each file is given once.
std::vector<Source> find_case_files(const std::vector<std::string>& paths, const std::string& home,
                                    const rules::FileReader& reader,
                                    text::Diagnostics& diagnostics);

}  // namespace remit::cases
