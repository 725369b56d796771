#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "rules/outcome.h"
#include "rules/rule.h"
#include "rules/ruleset.h"

// The words of the language for verdicts, severities and strengths, and back.
namespace remit::findings {

/// All verdicts, the worst first: a subject counts under the first that it has.
constexpr std::array<rules::Verdict, rules::kVerdicts> kAllVerdicts{
    rules::Verdict::kViolation, rules::Verdict::kUnknown, rules::Verdict::kDue,
    rules::Verdict::kWaived,    rules::Verdict::kPass,    rules::Verdict::kNotApplicable};

/// All severities, the worst first.
constexpr std::array<rules::Severity, 4> kAllSeverities{
    rules::Severity::kCritical, rules::Severity::kMajor, rules::Severity::kMinor,
    rules::Severity::kInfo};

/// `violation`, `not_applicable`, ...: what files hold and options take.
std::string_view word(rules::Verdict verdict);
std::string_view word(rules::Severity severity);
std::string_view word(rules::Strength strength);

/// The verdict or severity of a word, or nothing.
std::optional<rules::Verdict> verdict_of(std::string_view text);
std::optional<rules::Severity> severity_of(std::string_view text);

/// All words, for suggestions.
std::vector<std::string> verdict_words();
std::vector<std::string> severity_words();

/// A count that is kept for each verdict, by verdict.
template <typename T>
T& of(std::array<T, rules::kVerdicts>& counts, rules::Verdict verdict) {
  return counts[static_cast<std::size_t>(verdict)];
}
template <typename T>
const T& of(const std::array<T, rules::kVerdicts>& counts, rules::Verdict verdict) {
  return counts[static_cast<std::size_t>(verdict)];
}

}  // namespace remit::findings
