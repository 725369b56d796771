#include <fmt/format.h>

#include "mutation/changes.h"

namespace remit::mutation {
namespace {

using value::Date;

/// Where a date stands in the value of `effective`.
std::optional<text::Location> find_date(const rules::Rule& rule, const std::string& key,
                                        Date date) {
  for (const rules::KeyPlace& place : rule.keys) {
    if (place.key != "effective") continue;
    const std::string_view text = place.value.file->slice(place.value.span);
    const std::size_t at_key = text.find(key + ":");
    if (at_key == std::string_view::npos) continue;
    const std::string day = value::to_string(date);
    const std::size_t at = text.find(day, at_key);
    if (at == std::string_view::npos) continue;
    const auto begin = place.value.span.begin + static_cast<std::uint32_t>(at);
    return text::Location{place.value.file,
                          {begin, begin + static_cast<std::uint32_t>(day.size())}};
  }
  return std::nullopt;
}

void move(std::optional<Date> rules::Effective::*bound, const std::string& key, Maker& maker) {
  const rules::Rule& rule = maker.original().rule;
  const std::optional<Date>& date = rule.effective.*bound;
  if (!date) return;
  const auto found = find_date(rule, key, *date);
  for (const std::int64_t by : {1, -1}) {
    const auto moved = value::add_days(*date, by);
    if (!moved) continue;
    Change change;
    change.place = "effective " + key;
    change.where = found.value_or(maker.original().key("effective"));
    change.before = value::to_string(*date);
    change.after = value::to_string(*moved);
    change.words = fmt::format("`{}` for `{}`", change.after, change.before);
    const bool inside = (key == "from") == (by > 0);
    change.missing_case = fmt::format("a case dated {}", inside ? change.before : change.after);
    if (found) change.edit = Edit{*found, change.after};
    maker.change_rule([&](rules::Rule& changed) { changed.effective.*bound = moved; },
                      std::move(change));
  }
}

}  // namespace

void change_effective(Maker& maker) {
  move(&rules::Effective::from, "from", maker);
  move(&rules::Effective::to, "to", maker);
  if (!maker.original().rule.effective.then_unknown) return;
  Change change;
  change.place = "effective then";
  change.where = maker.original().key("effective");
  change.before = "then: unknown";
  change.words = "without `then: unknown`";
  change.missing_case = "a case dated after `to`, which comes out as unknown";
  maker.change_rule([](rules::Rule& rule) { rule.effective.then_unknown = false; },
                    std::move(change));
}

}  // namespace remit::mutation
