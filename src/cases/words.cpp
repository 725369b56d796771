#include "cases/words.h"

#include <fmt/format.h>

#include "cases/match.h"
#include "findings/verdict.h"

namespace remit::cases {
namespace {

constexpr std::size_t kNeedsShown = 3;

std::string days(value::Date first, std::optional<value::Date> last) {
  const std::string from = value::to_string(first);
  if (!last) return from + "..";
  return first == *last ? from : from + ".." + value::to_string(*last);
}

std::string needs_in_words(const std::vector<rules::Need>& needs) {
  std::string text;
  for (std::size_t i = 0; i < needs.size() && i < kNeedsShown; ++i) {
    text += (text.empty() ? ", needs " : ", ") + in_words(needs[i]);
  }
  if (needs.size() > kNeedsShown) text += fmt::format(" and {} more", needs.size() - kNeedsShown);
  return text;
}

std::string wanted_words(const ExpectedFinding& finding) {
  std::string text(findings::word(finding.verdict));
  if (finding.period) {
    text += " " + (finding.period->none ? "without a period" : cases::in_words(*finding.period));
  }
  if (finding.due) text += " " + value::to_string(*finding.due);
  if (finding.needs)
    text += finding.needs->empty() ? ", needs nothing" : needs_in_words(*finding.needs);
  if (finding.message) text += fmt::format(", message with \"{}\"", *finding.message);
  return text;
}

std::string found_words(const rules::Outcome& outcome) {
  std::string text(findings::word(outcome.verdict));
  if (outcome.period && !is_settled(outcome.verdict)) text += " " + cases::in_words(outcome.period);
  if (outcome.due) text += " " + value::to_string(*outcome.due);
  return text + needs_in_words(outcome.needs);
}

template <typename T>
std::vector<std::string> each_in_words(const std::vector<T>& parts,
                                       std::string (*words)(const T&)) {
  std::vector<std::string> texts;
  for (const T& part : parts) texts.push_back(words(part));
  return texts;
}

}  // namespace

std::vector<std::string> in_words(const Expectation& line) {
  if (line.no_subject) return {"no subject"};
  if (line.verdict) return {std::string(findings::word(*line.verdict))};
  return each_in_words(line.findings, wanted_words);
}

std::vector<std::string> in_words(const std::vector<rules::Outcome>& outcomes) {
  if (outcomes.empty()) return {"no subject"};
  return each_in_words(outcomes, found_words);
}

std::string in_words(const std::optional<value::Period>& period) {
  if (!period) return "none";
  if (value::is_open(*period)) return days(value::first_day(*period), std::nullopt);
  const value::Date first = value::first_day(*period);
  const value::Date last{value::end_day(*period).days - 1};
  return days(first, std::max(first, last));
}

std::string in_words(const ExpectedPeriod& period) {
  return period.none ? "none" : days(period.first, period.last);
}

std::string in_words(const rules::Need& need) {
  return fmt::format("{} {}{}{}", need.resource, need.key, need.field.empty() ? "" : " ",
                     need.field);
}

}  // namespace remit::cases
