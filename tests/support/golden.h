#pragma once

#include <string>
#include <utility>
#include <vector>

// Golden cases: a text file with the input and the expected output in it. A file has sections
// that start with a line `--- name`; lines before the first one are a comment. With
// REMIT_UPDATE_GOLDEN=1 in the environment a differing section is rewritten instead of failing.
namespace remit::test {

struct GoldenCase {
  std::string path;
  std::string comment;
  std::vector<std::pair<std::string, std::string>> sections;

  bool has(const std::string& name) const;
  /// The text of a section; empty where there is none.
  std::string section(const std::string& name) const;
};

/// All `*.txt` under tests/golden/<area>, by name; fails the test when there is none.
std::vector<GoldenCase> golden_cases(const std::string& area);

/// Checks a section against what came out (or writes it there, see above).
void check_golden(GoldenCase golden, const std::string& section, const std::string& actual);

/// The whole of a file; fails the test where it cannot be read.
std::string read_file(const std::string& path);

/// The folder of outside conformance material, or empty where it is not there. It is looked for
/// in REMIT_CONFORMANCE, then in ../shared/conformance beside the project.
std::string conformance_folder();

}  // namespace remit::test
