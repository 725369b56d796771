#include "cases/init/bounds.h"

#include <algorithm>
#include <map>

#include <fmt/format.h>

namespace remit::cases::init {
namespace {

constexpr std::int32_t kFarDays = 2400;  ///< before the as-of date
constexpr std::int32_t kNearDays = 45;   ///< around what stands there, every day is tried
constexpr std::int32_t kStep = 9;        ///< else one in so many, then halved
constexpr std::size_t kMostBoundsOfCell = 3;

class Walk {
 public:
  Walk(const Worlds& worlds, const model::Model& model, const Oracle& oracle, const Tables& base)
      : worlds_(worlds), model_(model), oracle_(oracle), base_(base) {
    base_answer_ = oracle.ask(base).value_or(Answer{});
  }

  std::vector<Side> walk() {
    for (const Variable& variable : worlds_.variables(base_)) {
      if (model_.tables[variable.table].fields[variable.field].kind == value::Kind::kDate) {
        walk_days(variable);
      } else {
        walk_values(variable);
      }
      try_missing(variable);
    }
    for (const std::size_t table : worlds_.countable(base_)) walk_rows(table);
    return std::move(sides_);
  }

 private:
  /// Whether it is the bound between what holds and what is broken.
  bool is_breach(const Answer& left, const Answer& right) const {
    return oracle_.is_broken(left) != oracle_.is_broken(right);
  }

  std::string name_of(const Variable& variable) const {
    const model::Table& table = model_.tables[variable.table];
    return fmt::format("{} {} {}", table.name, row_key(table, base_[variable.table], variable.row),
                       table.fields[variable.field].name);
  }

  Tables with(const Variable& variable, Cell cell) const {
    Tables tables = base_;
    tables[variable.table][variable.row].cells[variable.field] = std::move(cell);
    return tables;
  }

  void add(std::string name, Tables tables, const Answer& answer) {
    const bool known = std::any_of(sides_.begin(), sides_.end(),
                                   [&](const Side& side) { return side.name == name; });
    if (!known) sides_.push_back({std::move(name), std::move(tables), answer});
  }

  const std::optional<Answer>& on_day(const Variable& variable, std::int32_t day) {
    const auto [known, is_new] = days_.try_emplace(day);
    if (is_new) {
      known->second =
          oracle_.ask(with(variable, {value::to_string(value::Date{day}), text::Location{}}));
    }
    return known->second;
  }

  /// Two days next to each other with different answers, between two with different ones.
  std::int32_t halve(const Variable& variable, std::int32_t low, std::int32_t high) {
    while (high - low > 1) {
      const std::int32_t middle = low + (high - low) / 2;
      (on_day(variable, middle) == on_day(variable, low) ? low : high) = middle;
    }
    return low;
  }

  std::vector<std::int32_t> days_to_try(const Variable& variable) const {
    const auto& text = base_[variable.table][variable.row].cells[variable.field].text;
    const auto own = text ? value::parse_date(*text) : std::nullopt;
    const std::int32_t end = worlds_.as_of().days;
    const std::int32_t near = own ? own->days : end;
    std::set<std::int32_t> days;
    for (std::int32_t day = end - kFarDays; day <= end + kNearDays; day += kStep) days.insert(day);
    for (std::int32_t day = near - kNearDays; day <= near + kNearDays; ++day) days.insert(day);
    return {days.begin(), days.end()};
  }

  /// The bounds of one date, those of a breach first.
  void walk_days(const Variable& variable) {
    days_.clear();
    const std::vector<std::int32_t> days = days_to_try(variable);
    std::vector<std::int32_t> lows;
    for (std::size_t i = 0; i + 1 < days.size(); ++i) {
      if (on_day(variable, days[i]) == on_day(variable, days[i + 1])) continue;
      const std::int32_t low = halve(variable, days[i], days[i + 1]);
      if (on_day(variable, low) && on_day(variable, low + 1)) lows.push_back(low);
    }
    std::stable_partition(lows.begin(), lows.end(), [&](std::int32_t low) {
      return is_breach(*on_day(variable, low), *on_day(variable, low + 1));
    });
    if (lows.size() > kMostBoundsOfCell) lows.resize(kMostBoundsOfCell);
    for (const std::int32_t low : lows) {
      add_day(variable, low);
      add_day(variable, low + 1);
    }
  }

  void add_day(const Variable& variable, std::int32_t day) {
    const std::string text = value::to_string(value::Date{day});
    if (base_[variable.table][variable.row].cells[variable.field].text == text) return;
    add(name_of(variable) + " " + text, with(variable, {text, {}}), *on_day(variable, day));
  }

  /// One value for each answer that is not the base's.
  void walk_values(const Variable& variable) {
    std::vector<Answer> known{base_answer_};
    for (const Cell& cell : worlds_.candidates(base_, variable)) {
      Tables tables = with(variable, cell);
      const auto answer = oracle_.ask(tables);
      if (!answer || std::find(known.begin(), known.end(), *answer) != known.end()) continue;
      known.push_back(*answer);
      add(name_of(variable) + " " + *cell.text, std::move(tables), *answer);
    }
  }

  void try_missing(const Variable& variable) {
    Tables tables = with(variable, {});
    const auto answer = oracle_.ask(tables);
    if (!answer || *answer == base_answer_) return;
    add(name_of(variable) + " missing", std::move(tables), *answer);
  }

  /// Copies of the first row, until the answer changes from what holds to what is broken or back.
  void walk_rows(std::size_t table) {
    Tables tables = base_;
    Answer last = base_answer_;
    while (tables[table].size() < Worlds::kMostRows) {
      const Tables before = tables;
      if (!worlds_.copy_row(tables, table)) return;
      const auto answer = oracle_.ask(tables);
      if (!answer) return;
      if (is_breach(last, *answer)) {
        if (before[table].size() > base_[table].size()) add_rows(table, before, last);
        return add_rows(table, tables, *answer);
      }
      last = *answer;
    }
  }

  void add_rows(std::size_t table, const Tables& tables, const Answer& answer) {
    add(fmt::format("{} rows of {}", tables[table].size(), model_.tables[table].name), tables,
        answer);
  }

  const Worlds& worlds_;
  const model::Model& model_;
  const Oracle& oracle_;
  const Tables& base_;
  Answer base_answer_{};
  std::map<std::int32_t, std::optional<Answer>> days_;  ///< of the cell at hand
  std::vector<Side> sides_;
};

}  // namespace

std::vector<Side> find_bounds(const Worlds& worlds, const model::Model& model, const Oracle& oracle,
                              const Tables& base) {
  return Walk(worlds, model, oracle, base).walk();
}

}  // namespace remit::cases::init
