#include "data/blocks/table_joiner.h"

#include <algorithm>
#include <limits>

#include <fmt/format.h>

#include "data/column_writer.h"
#include "data/keys/keys.h"
#include "data/quote.h"
#include "data/unstored_cells.h"

namespace remit::data {
namespace {

constexpr std::size_t kMostRows = std::numeric_limits<std::int32_t>::max();

/// Rows by a key of columns that are in memory.
std::vector<Duplicate> index_rows(const model::Table& model, const std::vector<Column>& columns,
                                  std::size_t rows, KeyIndex& index) {
  index = make_index(model, model.primary_key);
  std::vector<Duplicate> duplicates;
  std::vector<std::int64_t> key;
  for (std::size_t row = 0; row < rows; ++row) {
    key.clear();
    for (const int field : model.primary_key) {
      key.push_back(key_part(columns[static_cast<std::size_t>(field)], row));
    }
    const auto taken = index.add(key, static_cast<std::int32_t>(row));
    if (taken) duplicates.emplace_back(row, static_cast<std::size_t>(*taken));
  }
  return duplicates;
}

/// Leaves rows out of ascending numbers of rows, which become what the rows have then.
void drop_numbers(std::vector<std::size_t>& rows, const Bitmap& dropped) {
  std::size_t before = 0;
  std::size_t at = 0;
  std::size_t kept = 0;
  for (const std::size_t row : rows) {
    for (; at < row; ++at) before += std::size_t{dropped.get(at)};
    if (!dropped.get(row)) rows[kept++] = row - before;
  }
  rows.resize(kept);
}

}  // namespace

TableJoiner::TableJoiner(std::shared_ptr<const TablePlan> plan, const BlockOrigin& origin,
                         ReadTable& result)
    : shared_plan_(std::move(plan)),
      plan_(*shared_plan_),
      model_(plan_.model()),
      origin_(origin),
      result_(result),
      table_(result.table),
      lines_(origin.first_line),
      targets_(plan_.direct().size()),
      dangling_(plan_.direct().size()),
      keys_(plan_) {
  for (const model::Field& field : model_.fields) columns_.emplace_back(field);
}

void TableJoiner::reserve(std::size_t rows) {
  for (std::size_t f = 0; f < columns_.size(); ++f) {
    if (plan_.gathered(f)) columns_[f].reserve(rows);
  }
  for (std::size_t i = 0; i < targets_.size(); ++i) {
    if (plan_.direct()[i].wanted) targets_[i].reserve(rows);
  }
}

void TableJoiner::add(TableBlock block) {
  result_.counts.read += block.counts.read;
  result_.counts.rejected += block.counts.rejected;
  result_.counts.later += block.counts.later;
  result_.findings.append(std::move(block.findings), rows_, lines_);
  if (has_room(block)) {
    table_.lines.append(block.lines_of_rows, rows_, lines_);
    for (const auto& [line, offset] : block.places) places_.push_back({line + lines_, offset});
    add_columns(block);
    for (std::size_t i = 0; i < targets_.size(); ++i) {
      targets_[i].insert(targets_[i].end(), block.targets[i].begin(), block.targets[i].end());
      for (const std::uint32_t row : block.dangling[i]) dangling_[i].push_back(rows_ + row);
    }
    keys_.append(block);
    rows_ += block.rows;
  }
  lines_ += block.lines;
}

/// More rows than can be numbered: from the block that goes over it all are left out.
bool TableJoiner::has_room(const TableBlock& block) {
  if (left_out_ == 0 && rows_ + block.rows <= kMostRows) return true;
  if (left_out_ == 0) left_out_line_ = lines_ + block.lines_of_rows.line(0);
  left_out_ += block.rows;
  return false;
}

void TableJoiner::add_columns(TableBlock& block) {
  for (std::size_t f = 0; f < columns_.size(); ++f) {
    if (plan_.gathered(f)) columns_[f].append(block.columns[f]);
  }
  for (std::size_t i = 0; i < block.later.size(); ++i) {
    const auto field = static_cast<std::size_t>(model_.primary_key[i]);
    if (later_.size() <= i) later_.emplace_back(model_.fields[field], columns_[field].dictionary());
    later_[i].append(block.later[i]);
  }
}

void TableJoiner::report_left_out() {
  if (left_out_ == 0) return;
  result_.counts.rejected += left_out_;
  result_.findings.add(
      {"DATA-ROWS", fmt::format("at most {} rows", kMostRows),
       fmt::format("from here on {} rows are left out: the table has too many", left_out_)},
      {left_out_line_, 0, {}, {}, {}});
}

void TableJoiner::finish() {
  report_left_out();
  texts_ = origin_.texts(std::move(places_));
  take_columns();
  take_later();
  const auto find_taken = [&]() -> std::vector<Duplicate> {
    if (plan_.key_check() == KeyCheck::kNone) return {};
    if (plan_.key_check() == KeyCheck::kColumn) {
      return index_rows(model_, table_.columns, rows_, result_.keys);
    }
    return keys_.find_taken(origin_.threads, origin_.hashes,
                            [&](std::size_t a, std::size_t b) { return key_at(a) == key_at(b); });
  };
  const std::vector<Duplicate> duplicates = find_taken();
  if (!duplicates.empty()) {
    reject_taken(duplicates);
    if (plan_.key_check() == KeyCheck::kColumn) find_taken();  // the rows have other numbers now
  }
  for (std::size_t f = 0; f < model_.fields.size(); ++f) check_unique(f);
  keep_targets();
  keep_keys();
  table_.rows = rows_;
  result_.counts.kept = rows_;
  if (std::any_of(table_.columns.begin(), table_.columns.end(),
                  [](const Column& column) { return !column.stored; })) {
    table_.unstored = std::make_shared<UnstoredCells>(texts_, shared_plan_, std::move(dangling_));
  }
}

void TableJoiner::take_columns() {
  table_.columns.clear();
  for (std::size_t f = 0; f < columns_.size(); ++f) {
    table_.columns.push_back(columns_[f].take());
    table_.columns[f].stored = plan_.stored(f);
    take_codes(f);
  }
  columns_.clear();
  forget_dangling();
}

/// Keys of rows that have not happened yet.
void TableJoiner::take_later() {
  if (later_.empty()) return;
  if (plan_.key_check() == KeyCheck::kKept) {
    result_.later_texts = later_[0].dictionary();
    return;
  }
  std::vector<Column> parts;
  for (ColumnJoiner& part : later_) parts.push_back(part.take());
  std::vector<std::int64_t> key;
  for (std::size_t row = 0; row < parts[0].known.size(); ++row) {
    key.clear();
    for (const Column& part : parts) key.push_back(key_part(part, row));
    result_.later.add(key, 0);
  }
}

/// The codes of a foreign key are the rows that it leads to; see keep_targets.
void TableJoiner::take_codes(std::size_t field) {
  const DirectRelation* const relation = plan_.coded_by(field);
  if (relation == nullptr) return;
  const Codes& targets = targets_[static_cast<std::size_t>(relation - plan_.direct().data())];
  Column& column = table_.columns[field];
  column.known = Bitmap::made(targets.size(), [&](std::size_t row) { return targets[row] >= 0; });
  column.values = Targets();
  column.dictionary = relation->keys.rows;
}

/// The cell of a key that leads nowhere is missing, unless it is a part of the row's own key.
void TableJoiner::forget_dangling() {
  for (std::size_t i = 0; i < dangling_.size(); ++i) {
    const std::size_t field = plan_.direct()[i].field;
    Column& column = table_.columns[field];
    if (!column.stored || plan_.is_in_key(field)) continue;
    for (const std::size_t row : dangling_[i]) forget(column, row);
  }
}

void TableJoiner::keep_targets() {
  table_.targets.resize(model_.relations.size());
  result_.resolved.resize(model_.relations.size());
  for (std::size_t i = 0; i < targets_.size(); ++i) {
    const std::size_t relation = plan_.direct()[i].relation;
    table_.targets[relation] = std::make_shared<Codes>(std::move(targets_[i]));
    result_.resolved[relation] = true;
  }
  for (std::size_t f = 0; f < model_.fields.size(); ++f) {
    const DirectRelation* const relation = plan_.coded_by(f);
    if (relation != nullptr) table_.columns[f].values = table_.targets[relation->relation];
  }
}

void TableJoiner::keep_keys() {
  if (plan_.key_check() != KeyCheck::kKept) return;
  Column& column = table_.columns[static_cast<std::size_t>(model_.primary_key[0])];
  column.known = Bitmap(rows_, true);
  column.values = RowCodes{rows_};
  column.dictionary =
      std::make_shared<const Dictionary>(std::make_unique<const Keys>(keys_.take()));
  result_.keys = KeyIndex::of_rows(rows_);
}

std::string TableJoiner::key_at(std::size_t row) const {
  std::string buffer;
  if (plan_.key_check() == KeyCheck::kKept) return std::string(keys_.text(row, buffer));
  if (plan_.key_check() == KeyCheck::kColumn) return key_text(model_, table_, row);
  if (plan_.key_check() == KeyCheck::kNone) return {};
  return text_at(row, static_cast<std::size_t>(model_.primary_key[0]));
}

/// What stands in the source.
std::string TableJoiner::text_at(std::size_t row, std::size_t field) const {
  std::string text;
  texts_->at(row, table_.lines.line(row), static_cast<std::size_t>(plan_.column(field)), text);
  return text;
}

void TableJoiner::reject_taken(const std::vector<Duplicate>& duplicates) {
  Bitmap dropped(rows_);
  for (const auto& [row, first] : duplicates) dropped.set(row);
  result_.findings.drop_rows(dropped);
  const auto field = static_cast<std::size_t>(model_.primary_key[0]);
  for (const auto& [row, first] : duplicates) {
    const std::string key = key_at(row);
    result_.findings.add(
        {"DATA-KEY-DUPLICATE", "a key of its own",
         fmt::format("the key {} is taken: line {} has it already; this row is left out",
                     in_backticks(key), table_.lines.line(first))},
        {table_.lines.line(row), result_.column_numbers[field], model_.fields[field].name, key,
         key});
  }
  result_.counts.rejected += duplicates.size();
  drop(dropped);
}

void TableJoiner::drop(const Bitmap& dropped) {
  for (Column& column : table_.columns) drop_rows(column, dropped);
  keys_.drop_rows(dropped);
  LineIndex lines;
  std::size_t kept = 0;
  std::vector<std::size_t> rows;
  for (std::size_t row = 0; row < rows_; ++row) {
    if (dropped.get(row)) continue;
    for (Codes& targets : targets_) {
      if (!targets.empty()) targets[kept] = targets[row];
    }
    lines.add(kept, table_.lines.line(row));
    if (origin_.by_row) rows.push_back(row);
    ++kept;
  }
  for (Codes& targets : targets_) {
    if (!targets.empty()) targets.resize(kept);
  }
  for (auto& rows_of_one : dangling_) drop_numbers(rows_of_one, dropped);
  table_.lines = std::move(lines);
  if (origin_.by_row) texts_ = std::make_shared<RowsLeft>(texts_, std::move(rows));
  rows_ = kept;
}

void TableJoiner::check_unique(std::size_t field) {
  if (!model_.fields[field].unique || !plan_.has(field) ||
      model_.primary_key == std::vector<int>{static_cast<int>(field)}) {
    return;
  }
  const Column& column = table_.columns[field];
  KeyIndex index = make_index(model_, {static_cast<int>(field)});
  for (std::size_t row = 0; row < rows_; ++row) {
    if (!column.known.get(row)) continue;
    const std::int64_t part = key_part(column, row);
    const auto taken = index.add({&part, 1}, static_cast<std::int32_t>(row));
    if (taken) reject_value(field, row, static_cast<std::size_t>(*taken));
  }
}

void TableJoiner::reject_value(std::size_t field, std::size_t row, std::size_t first) {
  const std::string text = text_at(row, field);
  result_.findings.add(
      {"DATA-UNIQUE", "a value that no other row has",
       fmt::format("{} stands in line {} already; `{}` must be unique", in_backticks(text),
                   table_.lines.line(first), model_.fields[field].name)},
      {table_.lines.line(row), result_.column_numbers[field], model_.fields[field].name, text,
       key_at(row)});
  forget(table_.columns[field], row);
}

}  // namespace remit::data
