#include "cases/init/world.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

namespace remit::cases::init {
namespace {

/// How many days before the as-of date something happened.
constexpr std::array<std::int32_t, 20> kDaysAgo{0,  1,   3,   7,   10,  14,  20,  30,   45,   60,
                                                90, 120, 180, 270, 365, 500, 730, 1000, 1500, 2200};

template <typename T>
const T& pick(const std::vector<T>& items, Dice& dice) {
  return items[dice.roll(items.size())];
}

Cell cell(std::string text) { return {std::move(text), {}}; }

/// `visit` becomes `V`: keys that say what they are of.
std::string initial(const model::Table& table) {
  const char first = table.entity.empty() ? 'R' : table.entity.front();
  return {first >= 'a' && first <= 'z' ? static_cast<char>(first - 32) : first};
}

}  // namespace

std::size_t Dice::roll(std::size_t sides) {
  state_ += 0x9E3779B97F4A7C15U;  // SplitMix64
  std::uint64_t mixed = state_;
  mixed = (mixed ^ (mixed >> 30U)) * 0xBF58476D1CE4E5B9U;
  mixed = (mixed ^ (mixed >> 27U)) * 0x94D049BB133111EBU;
  return static_cast<std::size_t>((mixed ^ (mixed >> 31U)) % sides);
}

Worlds::Worlds(const rules::Rule& rule, const model::Model& model, value::Date as_of)
    : model_(model),
      as_of_(as_of),
      reading_(reading_of(rule)),
      subject_(rule.subjects.front().type.table),
      compares_(std::holds_alternative<rules::Unique>(rule.kind)) {
  const auto* limit = std::get_if<rules::Limit>(&rule.kind);
  counts_ = compares_ || (limit != nullptr && limit->at_most);
  add_targets();
  for (const int table : reading_.tables) {
    const model::Table& seen = model.tables[static_cast<std::size_t>(table)];
    if (seen.happens) reading_.fields.emplace(table, *seen.happens);
    for (const model::Relation& relation : seen.relations) {
      if (!reading_.tables.contains(relation.target)) continue;
      for (const int field : relation.fields) reading_.fields.emplace(table, field);
    }
  }
}

/// What a cell that is read points at must be there, whether the rule looks at it or not.
void Worlds::add_targets() {
  for (const auto& [table, field] : reading_.fields) {
    for (const model::Relation& relation :
         model_.tables[static_cast<std::size_t>(table)].relations) {
      const auto& fields = relation.fields;
      if (std::find(fields.begin(), fields.end(), field) == fields.end()) continue;
      reading_.tables.insert(relation.target);
    }
  }
}

bool Worlds::is_key(std::size_t table, std::size_t field) const {
  const auto& key = model_.tables[table].primary_key;
  return std::find(key.begin(), key.end(), static_cast<int>(field)) != key.end();
}

int Worlds::target(std::size_t table, std::size_t field) const {
  for (const model::Relation& relation : model_.tables[table].relations) {
    const bool alone = relation.fields == std::vector<int>{static_cast<int>(field)};
    if (alone && reading_.tables.contains(relation.target)) return relation.target;
  }
  return -1;
}

bool Worlds::is_end(std::size_t table, std::size_t field) const {
  const auto& periods = model_.tables[table].periods;
  return std::any_of(periods.begin(), periods.end(), [&](const model::PeriodField& period) {
    return period.to == static_cast<int>(field);
  });
}

std::string Worlds::key_value(std::size_t table, std::size_t field, std::size_t number) const {
  switch (model_.tables[table].fields[field].kind) {
    case value::Kind::kInteger:
    case value::Kind::kNumber:
      return std::to_string(number + 1);
    case value::Kind::kDate:
      return value::to_string(value::Date{as_of_.days - static_cast<std::int32_t>(number)});
    case value::Kind::kBoolean:
      return number == 0 ? "true" : "false";
    default:
      return fmt::format("{}{}", initial(model_.tables[table]), number + 1);
  }
}

Row Worlds::blank_row(std::size_t table, std::size_t number) const {
  Row row{std::vector<Cell>(model_.tables[table].fields.size()), {}};
  for (const int field : model_.tables[table].primary_key) {
    const auto f = static_cast<std::size_t>(field);
    row.cells[f] = cell(key_value(table, f, number));
  }
  return row;
}

Cell Worlds::random_date(bool may_be_open, Dice& dice) const {
  if (may_be_open && dice.one_in(2)) return {};
  if (!reading_.dates.empty() && dice.one_in(8)) {
    return cell(value::to_string(*std::next(
        reading_.dates.begin(), static_cast<std::ptrdiff_t>(dice.roll(reading_.dates.size())))));
  }
  return cell(value::to_string(value::Date{as_of_.days - kDaysAgo[dice.roll(kDaysAgo.size())]}));
}

std::vector<Cell> Worlds::candidates(const Tables& tables, const Variable& variable) const {
  const model::Field& field = model_.tables[variable.table].fields[variable.field];
  std::vector<Cell> cells;
  if (const int to = target(variable.table, variable.field); to >= 0) {
    const auto& rows = tables[static_cast<std::size_t>(to)];
    for (std::size_t row = 0; row < rows.size(); ++row) {
      cells.push_back(cell(row_key(model_.tables[static_cast<std::size_t>(to)], rows, row)));
    }
    return cells;
  }
  if (field.kind == value::Kind::kBoolean) {
    return {cell(field.true_values.front()), cell(field.false_values.front())};
  }
  if (field.kind == value::Kind::kInteger || field.kind == value::Kind::kNumber) {
    std::set<std::int64_t> numbers{0, 1};
    for (const std::int64_t number : reading_.numbers) {
      numbers.insert({number - 1, number, number + 1});
    }
    for (const std::int64_t number : numbers) cells.push_back(cell(std::to_string(number)));
    return cells;
  }
  const auto& allowed = field.allowed;
  for (const std::string& text : reading_.texts) {
    const bool fits =
        allowed.empty() || std::find(allowed.begin(), allowed.end(), text) != allowed.end();
    if (fits) cells.push_back(cell(text));
  }
  for (const std::string& text : allowed) {
    if (reading_.texts.contains(text)) continue;
    cells.push_back(cell(text));  // one that the rule does not know
    break;
  }
  if (cells.empty()) cells.push_back(cell("a"));
  return cells;
}

Cell Worlds::random_cell(const Tables& tables, const Variable& variable, Dice& dice) const {
  const model::Field& field = model_.tables[variable.table].fields[variable.field];
  if (field.kind == value::Kind::kDate) {
    return random_date(is_end(variable.table, variable.field), dice);
  }
  if (dice.one_in(24)) return {};
  const std::vector<Cell> cells = candidates(tables, variable);
  return cells.empty() ? Cell{} : pick(cells, dice);
}

std::vector<Variable> Worlds::variables(const Tables& tables) const {
  std::vector<Variable> variables;
  for (const auto& [table, field] : reading_.fields) {
    const auto t = static_cast<std::size_t>(table);
    const auto f = static_cast<std::size_t>(field);
    if (is_key(t, f) && target(t, f) < 0) continue;
    for (std::size_t row = 0; row < tables[t].size(); ++row) variables.push_back({t, row, f});
  }
  return variables;
}

Tables Worlds::random(Dice& dice) const {
  Tables tables(model_.tables.size());
  for (const int table : reading_.tables) {
    const auto t = static_cast<std::size_t>(table);
    const std::size_t rows = dice.one_in(3) ? 2 : 1;
    for (std::size_t row = 0; row < rows; ++row) tables[t].push_back(blank_row(t, row));
  }
  for (const Variable& variable : variables(tables)) {
    tables[variable.table][variable.row].cells[variable.field] =
        random_cell(tables, variable, dice);
  }
  return tables;
}

void Worlds::disturb(Tables& tables, Dice& dice) const {
  const std::vector<Variable> all = variables(tables);
  if (all.empty()) return;
  const Variable& variable = pick(all, dice);
  tables[variable.table][variable.row].cells[variable.field] = random_cell(tables, variable, dice);
}

bool Worlds::copy_row(Tables& tables, std::size_t table) const {
  Row copy = tables[table].front();
  bool own_key = false;
  for (const int field : model_.tables[table].primary_key) {
    const auto f = static_cast<std::size_t>(field);
    const int to = target(table, f);
    if (own_key || to == subject_) continue;
    if (to < 0) {
      if (model_.tables[table].fields[f].kind == value::Kind::kBoolean) continue;
      copy.cells[f] = cell(key_value(table, f, tables[table].size()));
    } else {
      const auto other = static_cast<std::size_t>(to);
      if (other == table || tables[other].empty() || !copy_row(tables, other)) continue;
      copy.cells[f] = cell(row_key(model_.tables[other], tables[other], tables[other].size() - 1));
    }
    own_key = true;
  }
  if (own_key) tables[table].push_back(std::move(copy));
  return own_key;
}

std::vector<std::size_t> Worlds::countable(const Tables& tables) const {
  std::vector<std::size_t> countable;
  for (std::size_t table = 0; table < tables.size(); ++table) {
    if (tables[table].empty() || (static_cast<int>(table) == subject_ && !compares_)) continue;
    countable.push_back(table);
  }
  return countable;
}

}  // namespace remit::cases::init
