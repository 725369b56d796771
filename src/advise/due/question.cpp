#include "advise/due/question.h"

#include <fmt/format.h>

#include "text/nearest.h"

namespace remit::advise {
namespace {

/// Longer ahead nobody plans, and each day has to be evaluated.
constexpr std::int32_t kFarthest = 10 * 366;

/// Finds the row of a key in a table that is named by what its rows are.
class Finder {
 public:
  Finder(const Session& session, text::Diagnostics& diagnostics)
      : session_(session), diagnostics_(diagnostics) {}

  /// -1 for no key.
  std::int32_t find(const std::string& option, const std::string& key, std::optional<int> table) {
    if (key.empty()) return -1;
    if (!table) {
      diagnostics_.error(
          "no-assignments", {},
          fmt::format("the model `{}` does not say what a {} is", session_.model().name, option),
          option == "team" ? "give the entity `team` to a table of the model"
                           : "add `assignment` to the table that has the cases of workers");
      return -1;
    }
    const auto index = static_cast<std::size_t>(*table);
    const data::Table& rows = session_.data().tables[index];
    std::vector<std::string> keys;
    for (std::size_t row = 0; row < rows.rows; ++row) {
      keys.push_back(data::key_text(session_.data(), *table, static_cast<std::int32_t>(row)));
      if (keys.back() == key) return static_cast<std::int32_t>(row);
    }
    const model::Table& about = session_.model().tables[index];
    const auto nearest = text::nearest(key, keys);
    diagnostics_.error("unknown-row", {}, fmt::format("there is no {} `{}`", about.entity, key),
                       nearest ? fmt::format("did you mean `{}`?", *nearest)
                               : fmt::format("use a key of `{}`", about.name));
    return -1;
  }

 private:
  const Session& session_;
  text::Diagnostics& diagnostics_;
};

const value::Calendar* calendar_of(const rules::RuleSet& rules) {
  for (const rules::Rule& rule : rules.rules) {
    if (rule.environment && rule.environment->calendar) return rule.environment->calendar.get();
  }
  return nullptr;
}

std::optional<value::Date> add(value::Date date, const value::Duration& duration,
                               const value::Calendar* calendar) {
  switch (duration.family) {
    case value::DurationFamily::kMonths:
      return value::add_months(date, duration.count);
    case value::DurationFamily::kWorkingDays:
      return calendar ? calendar->add_working_days(date, duration.count) : std::nullopt;
    default:
      return value::add_days(date, duration.count);
  }
}

std::optional<value::Date> last_day(const Session& session, const value::Duration& within,
                                    text::Diagnostics& diagnostics) {
  const value::Calendar* calendar = calendar_of(session.rules());
  const auto last = add(session.as_of(), within, calendar);
  const std::string text = value::to_string(within);
  if (within.count < 0) {
    diagnostics.error("within", {}, fmt::format("`{}` leads back from the as-of date", text),
                      "give a duration of 0 or more, as `14 days`");
  } else if (!last) {
    const bool working = within.family == value::DurationFamily::kWorkingDays;
    diagnostics.error(
        "within", {},
        fmt::format("{} after {} {}", text, value::to_string(session.as_of()),
                    !working   ? "is no date"
                    : calendar ? fmt::format("is outside of the calendar `{}`", calendar->name())
                               : "cannot be told: the rules name no calendar"),
        "give a shorter time, or days");
  } else if (last->days - session.as_of().days > kFarthest) {
    diagnostics.error("within", {}, fmt::format("`{}` is more than ten years", text),
                      "give a shorter time, as `14 days`");
  } else {
    return last;
  }
  return std::nullopt;
}

}  // namespace

std::optional<DueScope> read_question(const Session& session, const DueQuestion& question,
                                      text::Diagnostics& diagnostics) {
  std::optional<int> cases;
  std::optional<int> workers;
  if (const auto table = session.assignments(false)) {
    const model::Table& about = session.model().tables[static_cast<std::size_t>(*table)];
    const auto target = [&](int relation) {
      return about.relations[static_cast<std::size_t>(relation)].target;
    };
    cases = target(about.assignment->subject);
    workers = target(about.assignment->worker);
  }
  Finder finder(session, diagnostics);
  DueScope scope;
  scope.subject = finder.find("case", question.subject, cases);
  scope.worker = finder.find("worker", question.worker, workers);
  scope.team =
      finder.find("team", question.team, cases ? session.model().entity("team") : std::nullopt);
  scope.overdue = question.overdue;
  scope.least = question.least;
  const auto last = last_day(session, question.within, diagnostics);
  if (!last || diagnostics.has_errors()) return std::nullopt;
  scope.last = *last;
  return scope;
}

}  // namespace remit::advise
