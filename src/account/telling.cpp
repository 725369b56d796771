#include "account/telling.h"

#include <fmt/format.h>

namespace remit::account {

using findings::TimelineEntry;

findings::DecisionStep& Telling::step(std::string title, std::string text, bool decided) const {
  return out.steps.emplace_back(
      findings::DecisionStep{std::move(title), {std::move(text), {}}, decided});
}

void Telling::reckon(std::string text, std::vector<findings::DateSum> sums, bool calm) const {
  out.reckonings.push_back({std::move(text), std::move(sums), {}, calm});
}

void Telling::enter(TimelineEntry::Kind kind, const value::Period& period, std::string text,
                    bool calm) const {
  if (period.shape == value::PeriodShape::kEmpty) return;
  TimelineEntry entry{
      kind, value::first_day(period), std::nullopt, value::is_open(period), std::move(text), calm};
  if (!entry.open) entry.to = value::end_day(period);
  out.timeline.push_back(std::move(entry));
}

void Telling::enter(TimelineEntry::Kind kind, value::Date date, std::string text, bool calm) const {
  out.timeline.push_back({kind, date, std::nullopt, false, std::move(text), calm});
}

std::string source_of(const text::Location& where) {
  if (!where.file) return {};
  std::string text;
  for (const char c : where.file->slice(where.span)) {
    const bool blank = c == ' ' || c == '\n' || c == '\t' || c == '\r';
    if (!blank) {
      text += c;
    } else if (!text.empty() && text.back() != ' ') {
      text += ' ';
    }
  }
  return text;
}

std::string source_of(const rules::Rule& rule, const lang::typed::NodePtr& node) {
  return source_of(text::Location{rule.where.file, node->span});
}

std::string name_of(const rules::Subject& row) { return row.entity + " " + row.key; }

std::string name_of(const engine::Item& item, const std::vector<rules::Elements>& sources,
                    const Telling& telling) {
  if (!item.row.key.empty()) return name_of(item.row);
  return "`" + source_of(telling.rule, sources[item.source].comprehension.head) + "`";
}

namespace {

/// What does not count is told of so many.
constexpr std::size_t kLeftOutTold = 10;

/// Outside of the days that were judged it would not have counted either way.
bool is_far(const engine::Item& item, const Telling& telling) {
  if (!item.period) return false;
  if (const auto& judged = telling.out.judged) {
    return value::end_day(*item.period) <= judged->from || judged->to <= item.period->from;
  }
  const auto& own = telling.account.own_date;
  return telling.account.has_own_date && own && value::end_day(*item.period) <= *own;
}

}  // namespace

void tell_left_out(const engine::Items& items, const std::vector<rules::Elements>& sources,
                   const Telling& telling, std::vector<findings::Said>& below) {
  if (items.open) below.push_back({"rows may be lacking, so that there may be others", {}});
  if (items.left_out.empty()) return;
  findings::Said list{"does not count:", {}};
  for (const engine::LeftOut& left : items.left_out) {
    if (is_far(left.item, telling)) continue;
    if (list.below.size() == kLeftOutTold) {
      list.below.push_back({"and others", {}});
      break;
    }
    std::string text = name_of(left.item, sources, telling);
    if (left.item.period) text += ", " + said(*left.item.period);
    text += left.where ? ": " + reason(*left.where, telling.rule)
                       : ": after " + said(telling.as_of) + ", which is not looked at";
    list.below.push_back({std::move(text), {}});
  }
  if (!list.below.empty()) below.push_back(std::move(list));
}

}  // namespace remit::account
