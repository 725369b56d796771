#include "data/overlay.h"

#include <algorithm>
#include <limits>
#include <numeric>
#include <optional>
#include <string>

namespace remit::data {
namespace {

std::optional<value::Date> date_at(const Column& column, std::size_t row) {
  if (!column.known.get(row)) return std::nullopt;
  return value::Date{std::get<Codes>(column.values)[row]};
}

/// What stands in a column for a value that is no string.
template <typename T>
T stored(const value::Value& value) {
  if (value.is_missing()) return T{};
  if constexpr (std::is_same_v<T, std::int32_t>) {
    return value.as<value::Date>().days;
  } else {
    return value.as<T>();
  }
}

/// A dictionary that grows past what a byte can count needs the wider codes.
void set_code(Column& column, std::size_t row, std::int32_t code) {
  if (auto* small = std::get_if<SmallCodes>(&column.values)) {
    if (code <= std::numeric_limits<std::uint8_t>::max()) {
      (*small)[row] = static_cast<std::uint8_t>(code);
      return;
    }
    column.values = Codes(small->begin(), small->end());
  }
  std::get<Codes>(column.values)[row] = code;
}

/// Gives a column codes of its own in place of those that are the rows of a table.
void spread(Column& column) {
  Codes codes;
  if (const auto* own = std::get_if<RowCodes>(&column.values)) {
    codes.resize(own->rows);
    std::iota(codes.begin(), codes.end(), 0);
  } else if (const auto* targets = std::get_if<Targets>(&column.values)) {
    codes = **targets;
    for (std::int32_t& code : codes) code = std::max(code, 0);
  } else {
    return;
  }
  column.values = std::move(codes);
}

/// Targets that nobody else sees.
Codes& own_targets(Targets& targets) {
  if (targets.use_count() > 1) targets = std::make_shared<Codes>(*targets);
  return *std::const_pointer_cast<Codes>(targets);  // none are made as constants
}

/// Calls f with the values of a column that `spread` has seen.
template <typename F>
void change_values(Column& column, F f) {
  std::visit(
      [&](auto& values) {
        using Values = std::decay_t<decltype(values)>;
        if constexpr (!std::is_same_v<Values, RowCodes> && !std::is_same_v<Values, Targets>) {
          f(values);
        }
      },
      column.values);
}

/// Writes out the rows of an index in which they stand in order.
void write_out(InverseIndex& index) {
  if (!index.rows.empty()) return;
  index.rows.resize(index.offsets.back());
  std::iota(index.rows.begin(), index.rows.end(), 0);
}

/// The place of the inverse of a relation in the table that the relation leads to; nothing where
/// the way back has no name.
std::optional<std::size_t> inverse_of(const model::Model& model, int table, std::size_t relation) {
  const auto& from = model.tables[static_cast<std::size_t>(table)];
  const int target = from.relations[relation].target;
  const auto& inverses = model.tables[static_cast<std::size_t>(target)].inverses;
  for (std::size_t i = 0; i < inverses.size(); ++i) {
    if (inverses[i].source == table && inverses[i].relation == static_cast<int>(relation)) return i;
  }
  return std::nullopt;
}

std::size_t target_table(const model::Model& model, int table, std::size_t relation) {
  return static_cast<std::size_t>(
      model.tables[static_cast<std::size_t>(table)].relations[relation].target);
}

/// Moves the starts of all groups after one.
void shift(InverseIndex& index, std::int32_t group, int by) {
  for (auto i = static_cast<std::size_t>(group) + 1; i < index.offsets.size(); ++i) {
    index.offsets[i] += static_cast<std::uint32_t>(by);
  }
}

/// Up to so many rows are put into an index one by one.
constexpr std::size_t kFew = 8;

/// Puts rows from `first` on into an index, each last in its group.
void insert(const std::vector<std::int32_t>& targets, std::size_t first, InverseIndex& index) {
  std::vector<std::pair<std::int32_t, std::int32_t>> added;
  for (std::size_t row = first; row < targets.size(); ++row) {
    if (targets[row] >= 0) added.emplace_back(targets[row], static_cast<std::int32_t>(row));
  }
  std::sort(added.begin(), added.end());
  std::vector<std::int32_t> rows;
  rows.reserve(index.rows.size() + added.size());
  auto next = added.begin();
  std::uint32_t begin = 0;
  for (std::size_t group = 0; group + 1 < index.offsets.size(); ++group) {
    const std::uint32_t end = index.offsets[group + 1];
    rows.insert(rows.end(), index.rows.begin() + begin, index.rows.begin() + end);
    for (; next != added.end() && next->first == static_cast<std::int32_t>(group); ++next) {
      rows.push_back(next->second);
    }
    begin = end;
    index.offsets[group + 1] = static_cast<std::uint32_t>(rows.size());
  }
  index.rows = std::move(rows);
}

/// Takes all rows from `first` on out of an index.
void remove_from(std::size_t first, InverseIndex& index) {
  std::uint32_t kept = 0;
  std::uint32_t begin = 0;
  for (std::size_t group = 0; group + 1 < index.offsets.size(); ++group) {
    const std::uint32_t end = index.offsets[group + 1];
    for (std::uint32_t k = begin; k < end; ++k) {
      if (static_cast<std::size_t>(index.rows[k]) < first) index.rows[kept++] = index.rows[k];
    }
    begin = end;
    index.offsets[group + 1] = kept;
  }
  index.rows.resize(kept);
}

}  // namespace

Overlay::Overlay(const Dataset& base) : data_{base.model, base.tables, base.counts, {}} {}

std::int32_t Overlay::add(int table, const std::vector<AddedRow>& rows) {
  const auto first = data_.tables[static_cast<std::size_t>(table)].rows;
  for (const AddedRow& row : rows) append_row(table, row);
  const auto number = static_cast<std::int32_t>(first);
  edits_.push_back({table, number, -1, {}});
  const auto& own = data_.tables[static_cast<std::size_t>(table)];
  for (std::size_t r = 0; r < own.targets.size(); ++r) link(table, first, r);
  return number;
}

void Overlay::append_row(int table, const AddedRow& row) {
  Table& own = data_.tables.edit(static_cast<std::size_t>(table));
  for (std::size_t f = 0; f < own.columns.size(); ++f) {
    append(own.columns[f], table, f, row.cells[f]);
  }
  for (std::size_t r = 0; r < own.targets.size(); ++r)
    own_targets(own.targets[r]).push_back(row.targets[r]);
  for (PeriodColumn& period : own.periods) {
    period.known.push_back(false);
    period.values.emplace_back();
  }
  for (InverseIndex& inverse : own.inverses) inverse.offsets.push_back(inverse.offsets.back());
  make_periods(table, own.rows++);
}

void Overlay::set(int table, std::int32_t row, int field, const value::Value& value) {
  edits_.push_back(
      {table, row, field, cell(data_.tables[static_cast<std::size_t>(table)], field, row)});
  put(table, row, field, value);
}

void Overlay::undo() {
  for (; !edits_.empty(); edits_.pop_back()) {
    const Edit& edit = edits_.back();
    if (edit.field < 0) {
      drop_from(edit.table, static_cast<std::size_t>(edit.row));
    } else {
      put(edit.table, edit.row, edit.field, edit.before);
    }
  }
}

void Overlay::put(int table, std::int32_t row, int field, const value::Value& value) {
  const auto at = static_cast<std::size_t>(field);
  const auto number = static_cast<std::size_t>(row);
  Column& column = data_.tables.edit(static_cast<std::size_t>(table)).columns[at];
  spread(column);
  assign(column, table, at, number, value);
  make_periods(table, number);
}

void Overlay::append(Column& column, int table, std::size_t field, const value::Value& value) {
  spread(column);
  column.known.push_back(false);
  change_values(column, [](auto& values) { values.push_back({}); });
  assign(column, table, field, column.known.size() - 1, value);
}

void Overlay::assign(Column& column, int table, std::size_t field, std::size_t row,
                     const value::Value& value) {
  column.known.set(row, !value.is_missing());
  if (auto* bits = std::get_if<Bitmap>(&column.values)) {
    bits->set(row, stored<bool>(value));
  } else if (auto* integers = std::get_if<std::vector<std::int64_t>>(&column.values)) {
    (*integers)[row] = stored<std::int64_t>(value);
  } else if (auto* numbers = std::get_if<std::vector<double>>(&column.values)) {
    (*numbers)[row] = stored<double>(value);
  } else if (column.kind == value::Kind::kString && !value.is_missing()) {
    const std::int32_t code = code_of(column, table, field, value.as<std::string>());
    set_code(column, row, code);
  } else if (column.kind == value::Kind::kString) {
    set_code(column, row, 0);
  } else {
    std::get<Codes>(column.values)[row] = stored<std::int32_t>(value);
  }
}

std::int32_t Overlay::code_of(Column& column, int table, std::size_t field,
                              const std::string& text) {
  if (const auto code = column.dictionary->find(text)) return *code;
  std::shared_ptr<Dictionary>& own = dictionaries_[{table, field}];
  if (!own) {
    own = std::make_shared<Dictionary>();
    std::string buffer;
    for (std::size_t code = 0; code < column.dictionary->size(); ++code) {
      own->add(column.dictionary->text(static_cast<std::int32_t>(code), buffer));
    }
    column.dictionary = own;
  }
  ++texts_kept_;
  return own->add(text);
}

void Overlay::make_periods(int table, std::size_t row) {
  const auto at = static_cast<std::size_t>(table);
  const auto& periods = data_.model->tables[at].periods;
  Table& own = data_.tables.edit(at);
  for (std::size_t p = 0; p < periods.size(); ++p) {
    const auto from = date_at(own.columns[static_cast<std::size_t>(periods[p].from)], row);
    const auto to = date_at(own.columns[static_cast<std::size_t>(periods[p].to)], row);
    const auto period = from ? value::stored_period(*from, to, periods[p].inclusive) : std::nullopt;
    own.periods[p].known.set(row, period.has_value());
    own.periods[p].values[row] = period.value_or(value::Period{});
  }
}

/// The rows are the last ones of their table, so they come last in their groups too.
void Overlay::link(int table, std::size_t first, std::size_t relation) {
  const auto inverse = inverse_of(*data_.model, table, relation);
  if (!inverse) return;
  InverseIndex& index =
      data_.tables.edit(target_table(*data_.model, table, relation)).inverses[*inverse];
  write_out(index);
  const Codes& targets = *data_.tables[static_cast<std::size_t>(table)].targets[relation];
  if (targets.size() - first > kFew) return insert(targets, first, index);
  for (std::size_t row = first; row < targets.size(); ++row) {
    if (targets[row] < 0) continue;
    const std::uint32_t end = index.offsets[static_cast<std::size_t>(targets[row]) + 1];
    index.rows.insert(index.rows.begin() + end, static_cast<std::int32_t>(row));
    shift(index, targets[row], 1);
  }
}

void Overlay::unlink(int table, std::size_t first, std::size_t relation) {
  const auto inverse = inverse_of(*data_.model, table, relation);
  if (!inverse) return;
  InverseIndex& index =
      data_.tables.edit(target_table(*data_.model, table, relation)).inverses[*inverse];
  const Codes& targets = *data_.tables[static_cast<std::size_t>(table)].targets[relation];
  if (targets.size() - first > kFew) return remove_from(first, index);
  for (std::size_t row = targets.size(); row-- > first;) {
    if (targets[row] < 0) continue;
    const std::uint32_t end = index.offsets[static_cast<std::size_t>(targets[row]) + 1];
    index.rows.erase(index.rows.begin() + end - 1);
    shift(index, targets[row], -1);
  }
}

void Overlay::drop_from(int table, std::size_t first) {
  Table& own = data_.tables.edit(static_cast<std::size_t>(table));
  for (std::size_t r = own.targets.size(); r-- > 0;) {
    unlink(table, first, r);
    own_targets(own.targets[r]).resize(first);
  }
  for (; own.rows > first; --own.rows) {
    for (InverseIndex& inverse : own.inverses) inverse.offsets.pop_back();
    for (PeriodColumn& period : own.periods) {
      period.known.pop_back();
      period.values.pop_back();
    }
    for (Column& column : own.columns) {
      column.known.pop_back();
      change_values(column, [](auto& values) { values.pop_back(); });
    }
  }
}

}  // namespace remit::data
