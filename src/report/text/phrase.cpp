#include "report/text/phrase.h"

#include <algorithm>

#include <fmt/format.h>

#include "findings/verdict.h"
#include "value/period.h"

namespace remit::report::text {
namespace {

std::string span(value::Date first, value::Date last) {
  const std::string start = value::to_string(first);
  return first == last ? start : start + " to " + value::to_string(last);
}

std::string when(const value::Period& period, bool is_breach, value::Date as_of) {
  const value::Date last{value::end_day(period).days - 1};
  const bool lasts = value::is_open(period) || (is_breach && last == as_of && last > period.from);
  if (lasts) return "since " + value::to_string(period.from);
  return span(period.from, std::max(last, period.from));
}

std::string joined(const std::vector<std::string>& items, std::string_view separator) {
  return fmt::format("{}", fmt::join(items, separator));
}

}  // namespace

std::string number(std::size_t count) {
  std::string text = std::to_string(count);
  for (std::size_t end = text.size(); end > 3; end -= 3) text.insert(end - 3, ",");
  return text;
}

std::string counted(std::size_t count, std::string_view singular) {
  return fmt::format("{} {}{}", number(count), singular, count == 1 ? "" : "s");
}

std::string counted(std::size_t count, rules::Verdict verdict) {
  if (verdict == rules::Verdict::kViolation) return counted(count, "violation");
  if (verdict == rules::Verdict::kNotApplicable) return number(count) + " not applicable";
  return fmt::format("{} {}", number(count), findings::word(verdict));
}

std::string counted(const std::array<std::size_t, rules::kVerdicts>& counts) {
  std::vector<std::string> parts;
  for (const rules::Verdict verdict : findings::kAllVerdicts) {
    const std::size_t count = findings::of(counts, verdict);
    if (count > 0) parts.push_back(counted(count, verdict));
  }
  return joined(parts, ", ");
}

std::string listed(const std::vector<std::string>& items) {
  if (items.size() < 2) return items.empty() ? "" : items[0];
  return joined({items.begin(), items.end() - 1}, ", ") + " and " + items.back();
}

std::string when(const rules::Outcome& outcome, value::Date as_of) {
  if (outcome.period) {
    return when(*outcome.period, outcome.verdict == rules::Verdict::kViolation, as_of);
  }
  return outcome.due ? "by " + value::to_string(*outcome.due) : "-";
}

std::string when(const findings::Window& window) {
  if (!window.from && !window.to) return "all days";
  if (!window.from) return "up to " + value::to_string(*window.to);
  if (!window.to) return "from " + value::to_string(*window.from);
  return span(*window.from, *window.to);
}

std::string_view said(findings::State state) {
  if (state == findings::State::kReopened) return "re-opened";
  return state == findings::State::kNotJudged ? "not judged" : findings::word(state);
}

std::string was(const findings::Former& former) {
  rules::Outcome then;
  then.verdict = former.verdict;
  then.period = former.period;
  then.due = former.due;
  const std::string days = when(then, former.as_of);
  return fmt::format("{}{}{}", findings::word(former.verdict), days == "-" ? "" : " ",
                     days == "-" ? "" : days);
}

std::string told(const findings::History& history) {
  using findings::State;
  std::string text(said(history.state));
  if (history.state == State::kNew) return text;
  const bool other = history.state == State::kChanged || history.state == State::kReopened;
  if (other && history.former) text += " (was " + was(*history.former) + ")";
  text += ", first seen " + value::to_string(history.first_seen);
  if (history.age) text += ", " + counted(static_cast<std::size_t>(*history.age), "working day");
  return text;
}

std::string counted(const findings::Baseline& baseline) {
  using findings::State;
  std::vector<std::string> parts;
  for (const State state : {State::kNew, State::kReopened, State::kChanged, State::kUnchanged,
                            State::kFixed, State::kNotJudged}) {
    const std::size_t count = baseline.counts[static_cast<std::size_t>(state)];
    if (count > 0) parts.push_back(fmt::format("{} {}", number(count), said(state)));
  }
  if (baseline.fixed_earlier > 0) {
    parts.push_back(number(baseline.fixed_earlier) + " fixed before that");
  }
  return parts.empty() ? "nothing then or now" : joined(parts, ", ");
}

std::string cited(const findings::Authority& authority) {
  const rules::Source& source = authority.source;
  std::string text = source.title.empty() ? authority.id : source.title;
  if (!authority.at.empty()) text += ", " + authority.at;
  if (source.title.empty()) return text;
  std::vector<std::string> origin;
  if (!source.publisher.empty()) origin.push_back(source.publisher);
  if (source.published) origin.push_back(std::to_string(value::civil(*source.published).year));
  std::string strength(findings::word(source.strength));
  std::replace(strength.begin(), strength.end(), '-', ' ');
  return fmt::format("{} ({}{}{})", text, joined(origin, ", "), origin.empty() ? "" : "; ",
                     strength);
}

std::string waived(const findings::Waiver& waiver) {
  return fmt::format("waived until {} by {} on {}: {}", value::to_string(waiver.to),
                     waiver.approved_by, value::to_string(waiver.approved_on), waiver.reason);
}

}  // namespace remit::report::text
