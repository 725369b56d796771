#include "data/read_table.h"

#include <algorithm>
#include <limits>

#include <fmt/format.h>

#include "data/column_writer.h"
#include "data/header.h"
#include "data/quote.h"
#include "data/readers/csv.h"
#include "data/readers/dialect.h"
#include "data/readers/memory.h"

namespace remit::data {
namespace {

constexpr std::size_t kMostRows = std::numeric_limits<std::int32_t>::max();

/// A table's key, or the one field of a `unique` constraint, as numbers.
KeyIndex make_index(const model::Table& model, const std::vector<int>& fields) {
  const bool dense = fields.size() == 1 &&
                     model.fields[static_cast<std::size_t>(fields[0])].kind == value::Kind::kString;
  return {fields.size(), dense};
}

class TableReader {
 public:
  TableReader(const model::Table& model, const std::string& path, value::Date as_of);
  ReadTable read_csv(std::string_view content);
  ReadTable read_memory(const MemoryTable& rows);

 private:
  struct Unique {
    std::size_t field;
    KeyIndex index;
  };
  struct Bad {
    std::size_t field;
    CellProblem problem;
  };

  bool read_header(RowSource& source, Row& row);
  void read_rows(RowSource& source, Row& row, std::size_t most);
  void reject_rest(RowSource& source, Row& row);
  void take_row(const Row& row);
  void reject(CellProblem problem, FindingList::Place place);
  void reject_fault(const Row& row);
  void append_lead(const Row& row);
  void drop_lead();
  bool happens_later() const;
  bool read_key(std::vector<std::int64_t>& key) const;
  std::string key_of_row() const;
  void reject_without_key(const Row& row);
  void reject_taken(const Row& row, std::int32_t first);
  void keep(const Row& row);
  void append(const Row& row, std::size_t field);
  void check_required(const Row& row, std::size_t field, CellState state);
  void check_unique(const Row& row, Unique& unique);
  void report(const Row& row, std::size_t field, CellProblem problem);
  std::string_view text_at(const Row& row, std::size_t field) const;
  bool looks_like_row(const std::vector<Cell>& cells) const;
  void finish();

  const model::Table& model_;
  value::Date as_of_;
  ReadTable result_;
  Header header_;
  std::size_t width_ = 0;
  std::size_t rows_ = 0;  ///< kept so far
  std::vector<ColumnWriter> writers_;
  std::vector<std::size_t> lead_;  ///< fields that decide whether a row is kept: key, `happens`
  std::vector<bool> is_lead_;
  std::vector<CellState> lead_states_;
  std::vector<Bad> bad_;  ///< problems of the lead fields of the row at hand
  std::vector<Unique> uniques_;
  std::vector<std::int64_t> key_;
};

TableReader::TableReader(const model::Table& model, const std::string& path, value::Date as_of)
    : model_(model), as_of_(as_of), result_(absent_table(model)) {
  result_.findings = FindingList(model.name, path);
  result_.table.path = path;
  for (const model::Field& field : model.fields) writers_.emplace_back(field);
  is_lead_.assign(model.fields.size(), false);
  const auto lead = [&](int field) {
    const auto f = static_cast<std::size_t>(field);
    if (!is_lead_[f]) lead_.push_back(f);
    is_lead_[f] = true;
  };
  for (const int field : model.primary_key) lead(field);
  if (model.happens) lead(*model.happens);
  lead_states_.assign(lead_.size(), CellState::kMissing);
  for (std::size_t f = 0; f < model.fields.size(); ++f) {
    const int field = static_cast<int>(f);
    if (!model.fields[f].unique || model.primary_key == std::vector<int>{field}) continue;
    uniques_.push_back({f, make_index(model, {field})});
  }
}

ReadTable TableReader::read_csv(std::string_view content) {
  if (const auto reason = why_not_csv(content); !reason.empty()) {
    result_.findings.add({"DATA-ENCODING", "a CSV file in UTF-8",
                          fmt::format("the file {}, so nothing of it is read; save it as `CSV "
                                      "UTF-8`",
                                      reason)});
    return std::move(result_);
  }
  std::vector<std::string> names;
  for (const model::Field& field : model_.fields) names.push_back(field.name);
  const Dialect dialect = detect_dialect(content, names);
  CsvReader source(dialect.content, dialect.separator, dialect.first_line);
  Row row;
  if (!read_header(source, row)) {
    result_.findings.add({"DATA-HEADER", "a line of column names",
                          "the file is empty; it must start with a line of column names"});
    return std::move(result_);
  }
  if (header_.usable) {
    source.recognise([this](const std::vector<Cell>& cells) { return looks_like_row(cells); });
  }
  const auto lines = static_cast<std::size_t>(std::count(content.begin(), content.end(), '\n'));
  read_rows(source, row, std::min(lines, content.size() / std::max<std::size_t>(width_, 1)));
  return std::move(result_);
}

ReadTable TableReader::read_memory(const MemoryTable& rows) {
  MemoryRows source(model_, rows);
  Row row;
  read_header(source, row);
  read_rows(source, row, rows.rows.size());
  return std::move(result_);
}

/// False where there is not even one row.
bool TableReader::read_header(RowSource& source, Row& row) {
  if (!source.next(row)) return false;
  if (row.fault == RowFault::kQuote) {
    reject_fault(row);
    --result_.counts.rejected;
  } else {
    header_ = match_header(model_, row, result_.findings);
  }
  width_ = row.cells.size();
  return true;
}

/// Without a usable header every row is lost; the finding about the header speaks for them all.
void TableReader::reject_rest(RowSource& source, Row& row) {
  while (source.next(row)) {
    ++result_.counts.read;
    ++result_.counts.rejected;
  }
}

/// `most`: no more rows than these will come.
void TableReader::read_rows(RowSource& source, Row& row, std::size_t most) {
  if (!header_.usable) return reject_rest(source, row);
  result_.table.given = true;
  for (std::size_t f = 0; f < writers_.size(); ++f) {
    result_.table.columns_given[f] = header_.columns[f] >= 0;
    result_.column_numbers[f] = static_cast<std::size_t>(header_.columns[f] + 1);
  }
  for (ColumnWriter& writer : writers_) writer.reserve(most);
  while (source.next(row)) {
    ++result_.counts.read;
    take_row(row);
  }
  finish();
}

void TableReader::take_row(const Row& row) {
  if (row.fault != RowFault::kNone) return reject_fault(row);
  if (rows_ == kMostRows) {
    return reject({"DATA-ROWS", fmt::format("at most {} rows", kMostRows),
                   "the row is left out: the table has too many"},
                  {row.line, 0, {}, {}, {}});
  }
  append_lead(row);
  const bool has_key = read_key(key_);
  if (happens_later()) {
    if (has_key) result_.later.add(key_, 0);
    ++result_.counts.later;
    return drop_lead();
  }
  if (!has_key) return reject_without_key(row);
  if (!key_.empty()) {
    const auto taken = result_.keys.add(key_, static_cast<std::int32_t>(rows_));
    if (taken) return reject_taken(row, *taken);
  }
  keep(row);
}

void TableReader::reject(CellProblem problem, FindingList::Place place) {
  ++result_.counts.rejected;
  result_.findings.add(std::move(problem), std::move(place));
}

void TableReader::reject_fault(const Row& row) {
  if (row.fault == RowFault::kQuote) {
    return reject({"DATA-QUOTE", "a closing quotation mark",
                   fmt::format("the quotation mark of {} is not closed; this line is left out",
                               in_backticks(row.fault_text))},
                  {row.fault_line, row.fault_column, {}, row.fault_text, {}});
  }
  const std::size_t cells = row.cells.size();
  reject({"DATA-FIELDS", fmt::format("{} values", width_),
          fmt::format("the row has {} value{} and the header {}; the row is left out", cells,
                      cells == 1 ? "" : "s", width_)},
         {row.line, 0, {}, row.cells[0].text, {}});
}

std::string_view TableReader::text_at(const Row& row, std::size_t field) const {
  const int column = header_.columns[field];
  return column < 0 ? std::string_view() : row.cells[static_cast<std::size_t>(column)].text;
}

void TableReader::append_lead(const Row& row) {
  bad_.clear();
  for (std::size_t i = 0; i < lead_.size(); ++i) {
    const std::size_t f = lead_[i];
    const int column = header_.columns[f];
    if (column < 0) {
      writers_[f].append_missing();
      lead_states_[i] = CellState::kMissing;
      continue;
    }
    lead_states_[i] = writers_[f].append(row.cells[static_cast<std::size_t>(column)]);
    if (lead_states_[i] == CellState::kBad) bad_.push_back({f, writers_[f].problem()});
  }
}

void TableReader::drop_lead() {
  for (const std::size_t f : lead_) writers_[f].pop_back();
}

bool TableReader::happens_later() const {
  if (!model_.happens) return false;
  const ColumnWriter& writer = writers_[static_cast<std::size_t>(*model_.happens)];
  return writer.last_known() && std::get<Codes>(writer.column().values).back() > as_of_.days;
}

/// The key of the row that is being appended; false where a part of it is missing.
bool TableReader::read_key(std::vector<std::int64_t>& key) const {
  key.clear();
  for (const int field : model_.primary_key) {
    const ColumnWriter& writer = writers_[static_cast<std::size_t>(field)];
    if (!writer.last_known()) return false;
    key.push_back(key_part(writer.column(), rows_));
  }
  return true;
}

std::string TableReader::key_of_row() const {
  std::string key;
  for (std::size_t i = 0; i < model_.primary_key.size(); ++i) {
    const auto field = static_cast<std::size_t>(model_.primary_key[i]);
    if (i > 0) key += '|';
    key += value::to_string(cell(writers_[field].column(), rows_));
  }
  return key;
}

void TableReader::reject_without_key(const Row& row) {
  for (const int field : model_.primary_key) {
    const auto f = static_cast<std::size_t>(field);
    if (writers_[f].last_known()) continue;
    const std::string& name = model_.fields[f].name;
    const auto bad =
        std::find_if(bad_.begin(), bad_.end(), [&](const Bad& other) { return other.field == f; });
    std::string reason =
        bad == bad_.end() ? fmt::format("`{}` is missing", name) : bad->problem.message;
    reject({"DATA-KEY-MISSING", fmt::format("a value of `{}`, the key", name),
            fmt::format("{}; the row is left out, since it has no key", reason)},
           {row.line, result_.column_numbers[f], name, text_at(row, f), {}});
    break;
  }
  drop_lead();
}

void TableReader::reject_taken(const Row& row, std::int32_t first) {
  const auto f = static_cast<std::size_t>(model_.primary_key[0]);
  std::string key = key_of_row();
  const std::size_t line = result_.table.lines.line(static_cast<std::size_t>(first));
  std::string message = fmt::format(
      "the key {} is taken: line {} has it already; this row is "
      "left out",
      in_backticks(key), line);
  const std::string value = key;
  reject({"DATA-KEY-DUPLICATE", "a key of its own", std::move(message)},
         {row.line, result_.column_numbers[f], model_.fields[f].name, value, std::move(key)});
  drop_lead();
}

void TableReader::keep(const Row& row) {
  result_.table.lines.add(rows_, row.line);
  for (Bad& bad : bad_) report(row, bad.field, std::move(bad.problem));
  for (std::size_t i = 0; i < lead_.size(); ++i) check_required(row, lead_[i], lead_states_[i]);
  for (std::size_t f = 0; f < writers_.size(); ++f) {
    if (!is_lead_[f]) append(row, f);
  }
  for (Unique& unique : uniques_) check_unique(row, unique);
  ++rows_;
}

void TableReader::append(const Row& row, std::size_t field) {
  const int column = header_.columns[field];
  ColumnWriter& writer = writers_[field];
  if (column < 0) return writer.append_missing();
  const CellState state = writer.append(row.cells[static_cast<std::size_t>(column)]);
  if (state == CellState::kBad) {
    report(row, field, writer.problem());
  } else {
    check_required(row, field, state);
  }
}

/// A column that is missing altogether has one finding, about the header; a cell that was never
/// there has none.
void TableReader::check_required(const Row& row, std::size_t field, CellState state) {
  if (state != CellState::kMissing || !model_.fields[field].required) return;
  const int column = header_.columns[field];
  if (column < 0 || row.cells[static_cast<std::size_t>(column)].absent) return;
  const std::string& name = model_.fields[field].name;
  report(row, field,
         {"DATA-REQUIRED", fmt::format("a value of `{}`", name),
          fmt::format("`{}` is missing; every {} must have one", name, model_.entity)});
}

void TableReader::check_unique(const Row& row, Unique& unique) {
  ColumnWriter& writer = writers_[unique.field];
  if (!writer.last_known()) return;
  const std::int64_t part = key_part(writer.column(), rows_);
  const auto taken = unique.index.add({&part, 1}, static_cast<std::int32_t>(rows_));
  if (!taken) return;
  const std::size_t line = result_.table.lines.line(static_cast<std::size_t>(*taken));
  report(row, unique.field,
         {"DATA-UNIQUE", "a value that no other row has",
          fmt::format("{} stands in line {} already; `{}` must be unique",
                      in_backticks(text_at(row, unique.field)), line,
                      model_.fields[unique.field].name)});
  writer.forget_last();
}

void TableReader::report(const Row& row, std::size_t field, CellProblem problem) {
  result_.findings.add(std::move(problem),
                       {row.line, result_.column_numbers[field], model_.fields[field].name,
                        text_at(row, field), key_of_row()});
}

/// A line of prose may have as many commas as a row, but hardly a date, or two other typed values,
/// in just the right places.
bool TableReader::looks_like_row(const std::vector<Cell>& cells) const {
  int evidence = 0;
  for (std::size_t f = 0; f < writers_.size(); ++f) {
    if (header_.columns[f] < 0) continue;
    const Cell& cell = cells[static_cast<std::size_t>(header_.columns[f])];
    const value::Kind kind = model_.fields[f].kind;
    if (kind == value::Kind::kString && model_.fields[f].allowed.empty()) continue;
    const CellState state = writers_[f].judge(cell);
    if (state == CellState::kBad) return false;
    if (state == CellState::kKnown) evidence += kind == value::Kind::kDate ? 2 : 1;
  }
  return evidence >= 2;
}

void TableReader::finish() {
  result_.table.rows = rows_;
  result_.counts.kept = rows_;
  result_.table.columns.clear();
  for (ColumnWriter& writer : writers_) result_.table.columns.push_back(writer.take());
}

}  // namespace

ReadTable absent_table(const model::Table& model) {
  ReadTable result;
  result.keys = make_index(model, model.primary_key);
  result.later = make_index(model, model.primary_key);
  result.column_numbers.assign(model.fields.size(), 0);
  result.table.columns_given.assign(model.fields.size(), false);
  for (const model::Field& field : model.fields) {
    result.table.columns.push_back(empty_column(field));
  }
  return result;
}

ReadTable read_table(const model::Table& model, const Input& input, value::Date as_of) {
  return TableReader(model, input.path, as_of).read_csv(input.content);
}

ReadTable read_table(const model::Table& model, const MemoryTable& rows, value::Date as_of) {
  if (!rows.rows.empty()) return TableReader(model, rows.path, as_of).read_memory(rows);
  ReadTable result = absent_table(model);
  result.table.given = true;
  result.table.path = rows.path;
  result.table.columns_given.assign(model.fields.size(), true);
  return result;
}

}  // namespace remit::data
