#include <algorithm>
#include <numeric>

#include "engine/expression.h"
#include "engine/path.h"

// What hangs on a row: fields, periods, the rows that foreign keys point at; the bounds of periods.
namespace remit::engine::expressions {
namespace {

template <typename T>
std::vector<T> pick(const std::vector<T>& column, const View<std::int32_t>& rows,
                    std::size_t count) {
  std::vector<T> values(count);
  for (std::size_t i = 0; i < count; ++i) {
    if (rows[i] >= 0) values[i] = column[static_cast<std::size_t>(rows[i])];
  }
  return values;
}

data::Codes pick(const data::SmallCodes& column, const View<std::int32_t>& rows,
                 std::size_t count) {
  data::Codes values(count);
  for (std::size_t i = 0; i < count; ++i) {
    if (rows[i] >= 0) values[i] = column[static_cast<std::size_t>(rows[i])];
  }
  return values;
}

/// The codes of a key are the rows.
data::Codes pick(const data::RowCodes& /*column*/, const View<std::int32_t>& rows,
                 std::size_t count) {
  data::Codes values(count);
  for (std::size_t i = 0; i < count; ++i) values[i] = std::max(rows[i], 0);
  return values;
}

/// Those of a foreign key are the rows that it leads to.
data::Codes pick(const data::Targets& column, const View<std::int32_t>& rows, std::size_t count) {
  data::Codes values = pick(*column, rows, count);
  for (std::int32_t& value : values) value = std::max(value, 0);
  return values;
}

Bitmap pick(const Bitmap& column, const View<std::int32_t>& rows, std::size_t count) {
  return Bitmap::made(count, [&](std::size_t i) {
    return rows[i] >= 0 && column.get(static_cast<std::size_t>(rows[i]));
  });
}

/// The first of rows that follow each other without a gap, whose cells can be copied as they
/// stand; nothing for others.
std::optional<std::size_t> start_of_range(const Vector& rows) {
  const auto& numbers = rows.of<std::int32_t>();
  if (rows.constant || rows.size == 0 || numbers.front() < 0) return std::nullopt;
  std::uint32_t gaps = 0;
  for (std::size_t i = 0; i < rows.size; ++i) {
    gaps |= static_cast<std::uint32_t>(numbers[i]) -
            (static_cast<std::uint32_t>(numbers.front()) + static_cast<std::uint32_t>(i));
  }
  if (gaps != 0) return std::nullopt;
  return static_cast<std::size_t>(numbers.front());
}

template <typename T>
std::vector<T> slice(const std::vector<T>& column, std::size_t first, std::size_t count) {
  const auto begin = column.begin() + static_cast<std::ptrdiff_t>(first);
  return {begin, begin + static_cast<std::ptrdiff_t>(count)};
}

data::Codes slice(const data::SmallCodes& column, std::size_t first, std::size_t count) {
  const auto begin = column.begin() + static_cast<std::ptrdiff_t>(first);
  return {begin, begin + static_cast<std::ptrdiff_t>(count)};
}

data::Codes slice(const data::RowCodes& /*column*/, std::size_t first, std::size_t count) {
  data::Codes values(count);
  std::iota(values.begin(), values.end(), static_cast<std::int32_t>(first));
  return values;
}

data::Codes slice(const data::Targets& column, std::size_t first, std::size_t count) {
  data::Codes values = slice(*column, first, count);
  for (std::int32_t& value : values) value = std::max(value, 0);
  return values;
}

Bitmap slice(const Bitmap& column, std::size_t first, std::size_t count) {
  Bitmap bits(count);
  const std::size_t word = first / 64;
  const std::size_t shift = first % 64;
  for (std::size_t w = 0; w < bits.words(); ++w) {
    std::uint64_t some = column.word(word + w) >> shift;
    const bool more = shift != 0 && word + w + 1 < column.words();
    if (more) some |= column.word(word + w + 1) << (64 - shift);
    const std::size_t left = count - w * 64;
    bits.set_word(w, left < 64 ? some & ((std::uint64_t{1} << left) - 1) : some);
  }
  return bits;
}

/// The values of an expression for rows, without a copy of what is bound already.
class RowValues {
 public:
  RowValues(const typed::NodePtr& node, const FramePtr& frame, Context& context) {
    const auto* slot = std::get_if<typed::SlotUse>(&node->kind);
    if (!slot) own_ = evaluate(*node, frame, context);
    values_ = slot ? &frame->slot(slot->slot) : &own_;
  }
  RowValues(const RowValues&) = delete;
  RowValues& operator=(const RowValues&) = delete;
  const Vector& values() const { return *values_; }

 private:
  Vector own_;
  const Vector* values_;
};

std::size_t stored(const Vector& vector) { return vector.constant ? 1 : vector.size; }

/// A result with the shape of the vector of rows and the values of a column at these rows.
template <typename Column>
Vector at_rows(const value::Type& type, const Vector& rows, const Bitmap& known,
               const Column& column) {
  const std::size_t count = stored(rows);
  const View<std::int32_t> view(rows);
  Vector result = unknown_vector(type, 0);
  result.size = rows.size;
  result.constant = rows.constant;
  if (const auto first = start_of_range(rows)) {
    result.known = slice(known, *first, count);
    result.values = slice(column, *first, count);
  } else {
    result.known = pick(known, view, count);
    result.values = pick(column, view, count);
  }
  return result;
}

/// The same where the column is not in memory: cell by cell.
Vector looked_up(const data::Table& table, int field, const Vector& rows) {
  const value::Type type = value::type(table.columns[static_cast<std::size_t>(field)].kind);
  const View<std::int32_t> view(rows);
  Vector result = unknown_vector(type, stored(rows));
  for (std::uint32_t i = 0; i < stored(rows); ++i) {
    const value::Value value = data::cell(table, field, view[i]);
    if (!value.is_missing()) put(result, constant_vector(value, type, 1), {i});
  }
  result.size = rows.size;
  result.constant = rows.constant;
  return result;
}

/// The cells that leave a value of a row unknown: the first field where it is missing (a period
/// without a start); else all of them, since they contradict each other.
std::vector<Cell> blamed(int table, std::int32_t row, const std::vector<int>& fields,
                         const Context& context) {
  const auto& first = context.table(table).columns[static_cast<std::size_t>(fields.front())];
  if (!first.known.get(static_cast<std::size_t>(row))) return {{table, row, fields.front()}};
  std::vector<Cell> cells;
  for (const int field : fields) cells.push_back({table, row, field});
  return cells;
}

/// Notes the cells as read, and as the cause where the result is unknown.
void trace_cells(Vector& result, const Vector& rows, int table, const std::vector<int>& fields,
                 const typed::Node& row, const FramePtr& frame, Context& context) {
  if (!context.trace) return;
  const auto& model = context.table_model(table);
  Trace& trace = *context.trace;
  const std::string path = path_of(row, frame->slots(), context) + ".";
  std::vector<std::uint32_t> paths;
  for (const int field : fields) {
    paths.push_back(trace.paths.number(path + model.fields[static_cast<std::size_t>(field)].name));
  }
  auto causes = result.known.all() ? nullptr : std::make_shared<Causes>(stored(result));
  for (std::size_t i = 0; i < rows.size; ++i) {
    if (!rows.is_known(i)) continue;
    const std::int32_t number = rows.of<std::int32_t>()[rows.at(i)];
    const std::uint32_t tuple = frame->origin_in(*trace.anchor, i);
    for (std::size_t f = 0; f < fields.size(); ++f) {
      trace.reads.push_back({tuple, paths[f], {table, number, fields[f]}});
    }
    if (!result.is_known(i)) {
      (*causes)[result.at(i)] = blamed(table, number, fields, context);
    }
  }
  result.causes = causes;
  unite_causes(result, {&rows});
}

/// The end of an open period is missing: who asks for it (`p.to`) is told which cell that is.
void blame_open_ends(Vector& periods, const Vector& rows, int table, int to) {
  auto causes = periods.causes ? std::make_shared<Causes>(*periods.causes)
                               : std::make_shared<Causes>(stored(periods));
  const View<std::int32_t> view(rows);
  for (std::size_t i = 0; i < causes->size(); ++i) {
    const bool open = periods.known.get(i) && value::is_open(periods.of<value::Period>()[i]);
    if (open) (*causes)[i].push_back({table, view[i], to});
  }
  periods.causes = causes;
}

}  // namespace

Vector field(const typed::FieldOf& it, const FramePtr& frame, Context& context) {
  const RowValues bound(it.row, frame, context);
  const Vector& rows = bound.values();
  const data::Column& column = context.table(it.table).columns[static_cast<std::size_t>(it.field)];
  Vector result;
  if (column.stored) {
    result = std::visit(
        [&](const auto& values) {
          return at_rows(value::type(column.kind), rows, column.known, values);
        },
        column.values);
    result.dictionary = column.dictionary;
  } else {
    result = looked_up(context.table(it.table), it.field, rows);
  }
  trace_cells(result, rows, it.table, {it.field}, *it.row, frame, context);
  return result;
}

Vector period_field(const typed::PeriodOf& it, const FramePtr& frame, Context& context) {
  const RowValues bound(it.row, frame, context);
  const Vector& rows = bound.values();
  const auto& column = context.table(it.table).periods[static_cast<std::size_t>(it.period)];
  Vector result = at_rows(value::type(value::Kind::kPeriod), rows, column.known, column.values);
  const auto& model = context.table_model(it.table).periods[static_cast<std::size_t>(it.period)];
  trace_cells(result, rows, it.table, {model.from, model.to}, *it.row, frame, context);
  if (context.trace) blame_open_ends(result, rows, it.table, model.to);
  return result;
}

Vector follow(const typed::Follow& it, const FramePtr& frame, Context& context) {
  const RowValues bound(it.row, frame, context);
  const Vector& rows = bound.values();
  const auto& relation =
      context.table_model(it.table).relations[static_cast<std::size_t>(it.relation)];
  const auto& targets = *context.table(it.table).targets[static_cast<std::size_t>(it.relation)];
  const View<std::int32_t> view(rows);
  data::Codes found(stored(rows), -1);
  for (std::size_t i = 0; i < found.size(); ++i) {
    if (view[i] >= 0) found[i] = targets[static_cast<std::size_t>(view[i])];
  }
  Vector result = row_vector(relation.target, std::move(found));
  result.size = rows.size;
  result.constant = rows.constant;
  if (context.trace) {
    auto causes = std::make_shared<Causes>(stored(result));
    for (std::size_t i = 0; i < causes->size(); ++i) {
      if (result.known.get(i) || view[i] < 0) continue;
      for (const int key : relation.fields) (*causes)[i].push_back({it.table, view[i], key});
    }
    result.causes = causes;
    unite_causes(result, {&rows});
  }
  return result;
}

Vector bound(const typed::BoundOf& it, const FramePtr& frame, Context& context) {
  const Vector periods = evaluate(*it.period, frame, context);
  const bool from = it.bound == typed::Bound::kFrom;
  Vector result = map_one<std::int32_t, value::Period>(
      value::Kind::kDate, periods, [&](const value::Period& period) -> std::optional<std::int32_t> {
        if (from) return period.from.days;
        if (value::is_open(period)) return std::nullopt;
        return period.to.days;
      });
  if (!from && result.constant == periods.constant) result.causes = periods.causes;
  return result;
}

}  // namespace remit::engine::expressions
