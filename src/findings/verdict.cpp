#include "findings/verdict.h"

namespace remit::findings {
namespace {

template <typename T, std::size_t kCount>
std::optional<T> find_word(const std::array<T, kCount>& all, std::string_view text) {
  for (const T value : all) {
    if (word(value) == text) return value;
  }
  return std::nullopt;
}

template <typename T, std::size_t kCount>
std::vector<std::string> words(const std::array<T, kCount>& all) {
  std::vector<std::string> result;
  for (const T value : all) result.emplace_back(word(value));
  return result;
}

}  // namespace

std::string_view word(rules::Verdict verdict) {
  switch (verdict) {
    case rules::Verdict::kViolation:
      return "violation";
    case rules::Verdict::kUnknown:
      return "unknown";
    case rules::Verdict::kDue:
      return "due";
    case rules::Verdict::kWaived:
      return "waived";
    case rules::Verdict::kPass:
      return "pass";
    case rules::Verdict::kNotApplicable:
      return "not_applicable";
  }
  return "";
}

std::string_view word(rules::Severity severity) {
  switch (severity) {
    case rules::Severity::kCritical:
      return "critical";
    case rules::Severity::kMajor:
      return "major";
    case rules::Severity::kMinor:
      return "minor";
    case rules::Severity::kInfo:
      return "info";
  }
  return "";
}

std::string_view word(rules::Strength strength) {
  switch (strength) {
    case rules::Strength::kLaw:
      return "law";
    case rules::Strength::kStatutoryGuidance:
      return "statutory-guidance";
    case rules::Strength::kAdvice:
      return "advice";
    case rules::Strength::kLocalPolicy:
      return "local-policy";
    case rules::Strength::kArticle:
      return "article";
  }
  return "";
}

std::optional<rules::Verdict> verdict_of(std::string_view text) {
  return find_word(kAllVerdicts, text);
}

std::optional<rules::Severity> severity_of(std::string_view text) {
  return find_word(kAllSeverities, text);
}

std::vector<std::string> verdict_words() { return words(kAllVerdicts); }

std::vector<std::string> severity_words() { return words(kAllSeverities); }

}  // namespace remit::findings
