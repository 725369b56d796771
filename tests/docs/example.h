#pragma once

#include <string>

#include "support/golden.h"

// The worked examples of docs/language.md: golden files whose sections are the files of a small
// audit (`rules` is the rule set, `file NAME` anything else) and what it finds.
namespace remit::test {

/// The model that all examples share, as the page shows it.
std::string shared_model();

/// Runs an example in a folder of its own and says what came out, a line each, in the form that
/// the page explains: rule, verdict, key, days and message; then rules that were vacuous or not
/// run; then what is wrong in the data. Fails the test where the example cannot be run.
std::string run_example(const GoldenCase& golden);

}  // namespace remit::test
