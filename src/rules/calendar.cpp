#include "rules/calendar.h"

#include <fmt/format.h>
#include <algorithm>

#include "model/read_values.h"
#include "rules/references.h"
#include "text/nearest.h"
#include "yaml/mapping.h"

namespace remit::rules {
namespace {

using value::Date;

const std::vector<std::string> kWeekdays{"monday", "tuesday",  "wednesday", "thursday",
                                         "friday", "saturday", "sunday"};

struct Coverage {
  Date first;
  Date last;
};

std::optional<Coverage> read_coverage(yaml::Mapping& calendar, text::Diagnostics& diagnostics) {
  const yaml::Node* node = calendar.required("covers");
  if (!node) return std::nullopt;
  yaml::Mapping keys(*node, "`covers`", diagnostics);
  keys.required("from");
  keys.required("to");
  const auto first = model::read_date(keys, "from", diagnostics);
  const auto last = model::read_date(keys, "to", diagnostics);
  keys.finish();
  if (!first || !last) return std::nullopt;
  if (*last < *first) {
    diagnostics.error("calendar-covers", keys.key_where("to"),
                      fmt::format("the calendar ends on {} before it starts on {}",
                                  value::to_string(*last), value::to_string(*first)),
                      "`from` is the first day and `to` the last day that the calendar knows");
    return std::nullopt;
  }
  return Coverage{*first, *last};
}

void read_weekend_day(const yaml::Node& node, std::vector<bool>& weekend,
                      text::Diagnostics& diagnostics) {
  const auto word = yaml::as_text(node, "a day of `weekend`", diagnostics);
  if (!word) return;
  const auto day = std::find(kWeekdays.begin(), kWeekdays.end(), *word);
  if (day == kWeekdays.end()) {
    diagnostics.error("weekday", node.where, fmt::format("`{}` is no day of the week", *word),
                      text::did_you_mean(*word, kWeekdays));
    return;
  }
  const auto index = static_cast<std::size_t>(day - kWeekdays.begin());
  if (weekend[index]) {
    diagnostics.error("duplicate-weekday", node.where,
                      fmt::format("`{}` stands in `weekend` twice", *word), "leave one out");
  }
  weekend[index] = true;
}

std::vector<bool> read_weekend(yaml::Mapping& calendar, text::Diagnostics& diagnostics) {
  std::vector<bool> weekend(kWeekdays.size(), false);
  const yaml::Node* node = calendar.required("weekend");
  if (!node) return weekend;
  if (node->kind != yaml::NodeKind::kSequence) {
    diagnostics.error("expected-list", node->where, "`weekend` is not a list of days",
                      "write `weekend: [saturday, sunday]`");
    return weekend;
  }
  for (const yaml::Node& day : node->items) read_weekend_day(day, weekend, diagnostics);
  if (std::count(weekend.begin(), weekend.end(), false) == 0) {
    diagnostics.error("calendar-weekend", node->where, "every day of the week is `weekend`",
                      "leave out the days on which people work");
  }
  return weekend;
}

std::optional<value::Holiday> read_holiday(const yaml::Node& node, text::Diagnostics& diagnostics) {
  yaml::Mapping keys(node, "a holiday", diagnostics);
  keys.required("date");
  const auto date = model::read_date(keys, "date", diagnostics);
  const auto name = keys.text("name");
  keys.finish();
  if (!date) return std::nullopt;
  return value::Holiday{*date, name.value_or("")};
}

/// Reports a holiday outside of the days that the calendar covers, and one given twice.
void check_holiday(const value::Holiday& holiday, const text::Location& where,
                   const std::optional<Coverage>& coverage, std::map<Date, text::Location>& known,
                   text::Diagnostics& diagnostics) {
  const std::string day = value::to_string(holiday.date);
  if (coverage && (holiday.date < coverage->first || coverage->last < holiday.date)) {
    diagnostics.error(
        "holiday-outside", where,
        fmt::format("the holiday {} lies outside of what the calendar covers", day),
        fmt::format("it covers {} to {}: widen `covers`, if the holidays of all the "
                    "days between are there",
                    value::to_string(coverage->first), value::to_string(coverage->last)));
  }
  const auto [first, inserted] = known.emplace(holiday.date, where);
  if (inserted) return;
  diagnostics
      .error("duplicate-holiday", where, fmt::format("the holiday {} is given twice", day),
             "leave one out, or correct its date")
      .notes.push_back({"it stands here first", first->second});
}

std::vector<value::Holiday> read_holidays(yaml::Mapping& calendar,
                                          const std::optional<Coverage>& coverage,
                                          text::Diagnostics& diagnostics) {
  std::vector<value::Holiday> holidays;
  const yaml::Node* node = calendar.required("holidays");
  if (!node) return holidays;
  if (node->kind != yaml::NodeKind::kSequence) {
    diagnostics.error("expected-list", node->where, "`holidays` is not a list",
                      "write a line `- {date: 2026-12-25, name: Christmas Day}` for each");
    return holidays;
  }
  std::map<Date, text::Location> known;
  for (const yaml::Node& item : node->items) {
    auto holiday = read_holiday(item, diagnostics);
    if (!holiday) continue;
    check_holiday(*holiday, item.where, coverage, known, diagnostics);
    holidays.push_back(std::move(*holiday));
  }
  return holidays;
}

}  // namespace

std::optional<value::Calendar> load_calendar(text::SourcePtr file, text::Diagnostics& diagnostics) {
  const std::size_t errors = diagnostics.errors();
  const auto document = yaml::parse(std::move(file), diagnostics);
  if (!document) return std::nullopt;
  yaml::Mapping keys(*document, "a calendar", diagnostics);
  const auto name = keys.required_text("calendar");
  const auto coverage = read_coverage(keys, diagnostics);
  const std::vector<bool> weekend = read_weekend(keys, diagnostics);
  std::vector<value::Holiday> holidays = read_holidays(keys, coverage, diagnostics);
  keys.finish();
  if (diagnostics.errors() != errors || !name || !coverage) return std::nullopt;
  return value::Calendar(*name, coverage->first, coverage->last, weekend, std::move(holidays));
}

std::shared_ptr<const value::Calendar> Calendars::get(const yaml::Node& reference,
                                                      const std::string& from) {
  const auto name = yaml::as_text(reference, "`calendar`", diagnostics_);
  auto calendar = name ? read(reference, *name, from) : nullptr;
  if (calendar) return calendar;
  return std::make_shared<const value::Calendar>(name.value_or(""), Date{}, Date{},
                                                 std::vector<bool>(kWeekdays.size(), false),
                                                 std::vector<value::Holiday>{});
}

std::shared_ptr<const value::Calendar> Calendars::read(const yaml::Node& reference,
                                                       const std::string& name,
                                                       const std::string& from) {
  const std::string path =
      is_path(name) ? beside(from, name) : calendars_folder(options_.home) + "/" + name + ".yaml";
  const std::string identity = reader_.identity(path);
  if (const auto known = loaded_.find(identity); known != loaded_.end()) return known->second;
  const auto content = reader_.read(path);
  if (!content && is_path(name)) {
    diagnostics_.error("no-calendar", reference.where, fmt::format("no calendar at `{}`", name),
                       fmt::format("`{}` could not be read; a path is seen from the folder of this "
                                   "file",
                                   path));
    return nullptr;
  }
  if (!content) {
    diagnostics_.error(
        "no-calendar", reference.where, fmt::format("no calendar is called `{}`", name),
        text::did_you_mean(name, names_in(calendars_folder(options_.home), reader_)));
    return nullptr;
  }
  auto read = load_calendar(std::make_shared<text::SourceFile>(path, *content), diagnostics_);
  std::shared_ptr<const value::Calendar> calendar;
  if (read) calendar = std::make_shared<const value::Calendar>(std::move(*read));
  loaded_.emplace(identity, calendar);
  if (calendar && !is_path(name) && calendar->name() != name) {
    diagnostics_.error("no-calendar", reference.where,
                       fmt::format("the calendar at `{}` says that it is `{}`, not `{}`", path,
                                   calendar->name(), name),
                       "give file and calendar the same name");
  }
  return calendar;
}

}  // namespace remit::rules
