#include "data/blocks/join_blocks.h"

#include <algorithm>
#include <limits>

#if defined(__GLIBC__)
#include <malloc.h>
#endif

#include <fmt/format.h>

#include "data/blocks/join_columns.h"
#include "data/column_writer.h"
#include "data/key_duplicates.h"
#include "data/quote.h"
#include "data/unstored_cells.h"
#include "parallel/run.h"

namespace remit::data {
namespace {

constexpr std::size_t kMostRows = std::numeric_limits<std::int32_t>::max();
/// Fewer rows are put together before a thread has started.
constexpr std::size_t kFewRows = 20000;
constexpr std::size_t kManyRows = 200000;

/// What many small pieces leave behind when they are freed would stay with the process, beside the
/// columns that they have become.
void give_back_memory([[maybe_unused]] std::size_t rows) {
#if defined(__GLIBC__)
  if (rows > kManyRows) ::malloc_trim(0);
#endif
}

class Joiner {
 public:
  Joiner(std::vector<TableBlock> blocks, const std::shared_ptr<const TablePlan>& plan,
         const BlockOrigin& origin, ReadTable& result)
      : blocks_(std::move(blocks)),
        shared_plan_(plan),
        plan_(*plan),
        model_(plan->model()),
        origin_(origin),
        result_(result),
        table_(result.table) {}

  void join() {
    join_counts_and_lines();
    leave_out_too_many();
    join_columns();
    join_targets();
    const std::vector<Duplicate> duplicates = find_taken_keys();
    if (!duplicates.empty()) {
      reject_taken(duplicates);
      find_taken_keys();  // the rows have other numbers now
    }
    for (std::size_t f = 0; f < model_.fields.size(); ++f) check_unique(f);
    table_.rows = rows_;
    result_.counts.kept = rows_;
    if (std::any_of(table_.columns.begin(), table_.columns.end(),
                    [](const Column& column) { return !column.stored; })) {
      table_.unstored = std::make_shared<UnstoredCells>(texts_, shared_plan_);
    }
  }

 private:
  void join_counts_and_lines() {
    std::size_t lines = origin_.first_line;
    std::vector<RowBatch::Place> places;
    for (TableBlock& block : blocks_) {
      result_.counts.read += block.counts.read;
      result_.counts.rejected += block.counts.rejected;
      result_.counts.later += block.counts.later;
      result_.findings.append(std::move(block.findings), rows_, lines);
      table_.lines.append(block.lines_of_rows, rows_, lines);
      for (const auto& [line, offset] : block.places) places.push_back({line + lines, offset});
      block.places = {};
      rows_ += block.rows;
      lines += block.lines;
    }
    texts_ = origin_.texts(std::move(places));
  }

  /// More rows than can be numbered: the blocks that go over it are left out whole.
  void leave_out_too_many() {
    std::size_t rows = 0;
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
      if (rows + blocks_[i].rows > kMostRows) {
        const std::size_t line = table_.lines.line(rows);
        const std::size_t left_out = rows_ - rows;
        result_.counts.rejected += left_out;
        result_.findings.add({"DATA-ROWS", fmt::format("at most {} rows", kMostRows),
                              fmt::format("from here on {} rows are left out: the table has too "
                                          "many",
                                          left_out)},
                             {line, 0, {}, {}, {}});
        blocks_.resize(i);
        rows_ = rows;
        return;
      }
      rows += blocks_[i].rows;
    }
  }

  void join_columns() {
    if (plan_.is_target()) later_.resize(model_.primary_key.size());
    table_.columns.resize(model_.fields.size());
    parallel::run(model_.fields.size(), rows_ < kFewRows ? 1 : origin_.threads,
                  [&](std::size_t field, std::size_t) {
                    table_.columns[field] = join_column(blocks_, plan_, field, later_);
                    narrow(table_.columns[field]);
                    give_back_memory(rows_);
                  });
    if (!plan_.is_target() || !model_.happens) return;
    const std::size_t later = later_.empty() ? 0 : later_[0].known.size();
    std::vector<std::int64_t> key;
    for (std::size_t row = 0; row < later; ++row) {
      key.clear();
      for (const Column& part : later_) key.push_back(key_part(part, row));
      result_.later.add(key, 0);
    }
  }

  void join_targets() {
    result_.resolved.resize(model_.relations.size());
    table_.targets.resize(model_.relations.size());
    for (std::size_t i = 0; i < plan_.direct().size(); ++i) {
      const DirectRelation& relation = plan_.direct()[i];
      std::vector<std::int32_t>& targets = table_.targets[relation.relation];
      targets.reserve(rows_);
      for (TableBlock& block : blocks_) {
        targets.insert(targets.end(), block.targets[i].begin(), block.targets[i].end());
        block.targets[i] = {};
      }
      result_.resolved[relation.relation] = true;
    }
    forget_dangling();
  }

  /// The cell of a key that leads nowhere is missing, unless it is a part of the row's own key.
  void forget_dangling() {
    const auto& key = model_.primary_key;
    for (const DirectRelation& relation : plan_.direct()) {
      Column& column = table_.columns[relation.field];
      const bool own =
          std::find(key.begin(), key.end(), static_cast<int>(relation.field)) != key.end();
      std::vector<std::int32_t>& targets = table_.targets[relation.relation];
      for (std::size_t row = 0; row < targets.size(); ++row) {
        if (targets[row] != TableBlock::kDangling) continue;
        targets[row] = -1;
        if (column.stored && !own) forget(column, row);
      }
    }
  }

  std::vector<Duplicate> find_taken_keys() {
    if (plan_.key_check() == KeyCheck::kText) return find_taken_texts();
    std::vector<Duplicate> duplicates;
    if (plan_.key_check() == KeyCheck::kNone) return duplicates;
    result_.keys = make_index(model_, model_.primary_key);
    std::vector<std::int64_t> key;
    for (std::size_t row = 0; row < rows_; ++row) {
      key.clear();
      for (const int field : model_.primary_key) {
        key.push_back(key_part(table_.columns[static_cast<std::size_t>(field)], row));
      }
      const auto taken = result_.keys.add(key, static_cast<std::int32_t>(row));
      if (taken) duplicates.emplace_back(row, static_cast<std::size_t>(*taken));
    }
    return duplicates;
  }

  bool is_ascending(bool KeyTexts::*each, bool by_size) const {
    const std::string* last = nullptr;
    for (const TableBlock& block : blocks_) {
      if (block.rows == 0) continue;
      if (!(block.keys.*each)) return false;
      const std::string& first = block.keys.first;
      const bool longer = by_size && last != nullptr && last->size() < first.size();
      const bool shorter = by_size && last != nullptr && last->size() > first.size();
      if (last != nullptr && !longer && (shorter || !(*last < first))) return false;
      last = &block.keys.last;
    }
    return true;
  }

  /// Keys that only grow are all different; of others the hashes are compared.
  std::vector<Duplicate> find_taken_texts() {
    if (is_told_apart_) return {};
    is_told_apart_ = true;
    if (is_ascending(&KeyTexts::ascending, false) ||
        is_ascending(&KeyTexts::ascending_by_size, true)) {
      return {};
    }
    parallel::run(blocks_.size(), origin_.threads, [&](std::size_t i, std::size_t) {
      TableBlock& block = blocks_[i];
      if (block.keys.hashes.size() < block.rows) block.keys.hashes = origin_.hashes(block);
    });
    std::vector<const std::vector<std::uint64_t>*> hashes;
    for (const TableBlock& block : blocks_) hashes.push_back(&block.keys.hashes);
    return find_duplicates(hashes, origin_.threads,
                           [&](std::size_t a, std::size_t b) { return key_at(a) == key_at(b); });
  }

  std::string key_at(std::size_t row) const {
    if (plan_.key_check() == KeyCheck::kText) {
      return text_at(row, static_cast<std::size_t>(model_.primary_key[0]));
    }
    return key_text(model_, table_, row);
  }

  /// What stands in the source.
  std::string text_at(std::size_t row, std::size_t field) const {
    std::string text;
    texts_->at(row, table_.lines.line(row), static_cast<std::size_t>(plan_.column(field)), text);
    return text;
  }

  void reject_taken(const std::vector<Duplicate>& duplicates) {
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

  void drop(const Bitmap& dropped) {
    for (Column& column : table_.columns) drop_rows(column, dropped);
    LineIndex lines;
    std::size_t kept = 0;
    std::vector<std::size_t> rows;
    for (std::size_t row = 0; row < rows_; ++row) {
      if (dropped.get(row)) continue;
      for (std::vector<std::int32_t>& targets : table_.targets) {
        if (!targets.empty()) targets[kept] = targets[row];
      }
      lines.add(kept, table_.lines.line(row));
      if (origin_.by_row) rows.push_back(row);
      ++kept;
    }
    for (std::vector<std::int32_t>& targets : table_.targets) {
      if (!targets.empty()) targets.resize(kept);
    }
    table_.lines = std::move(lines);
    if (origin_.by_row) texts_ = std::make_shared<RowsLeft>(texts_, std::move(rows));
    rows_ = kept;
  }

  void check_unique(std::size_t field) {
    if (!model_.fields[field].unique || !plan_.has(field) ||
        model_.primary_key == std::vector<int>{static_cast<int>(field)}) {
      return;
    }
    Column& column = table_.columns[field];
    KeyIndex index = make_index(model_, {static_cast<int>(field)});
    for (std::size_t row = 0; row < rows_; ++row) {
      if (!column.known.get(row)) continue;
      const std::int64_t part = key_part(column, row);
      const auto taken = index.add({&part, 1}, static_cast<std::int32_t>(row));
      if (taken) reject_value(field, row, static_cast<std::size_t>(*taken));
    }
  }

  void reject_value(std::size_t field, std::size_t row, std::size_t first) {
    const std::string text = text_at(row, field);
    result_.findings.add(
        {"DATA-UNIQUE", "a value that no other row has",
         fmt::format("{} stands in line {} already; `{}` must be unique", in_backticks(text),
                     table_.lines.line(first), model_.fields[field].name)},
        {table_.lines.line(row), result_.column_numbers[field], model_.fields[field].name, text,
         key_of(row)});
    forget(table_.columns[field], row);
  }

  std::string key_of(std::size_t row) const {
    if (model_.primary_key.empty()) return {};
    return key_at(row);
  }

  std::vector<TableBlock> blocks_;
  const std::shared_ptr<const TablePlan>& shared_plan_;
  const TablePlan& plan_;
  const model::Table& model_;
  const BlockOrigin& origin_;
  ReadTable& result_;
  Table& table_;
  std::size_t rows_ = 0;
  bool is_told_apart_ = false;  ///< the texts of keys
  std::vector<Column> later_;
  std::shared_ptr<const RowTexts> texts_;
};

}  // namespace

void join_blocks(std::vector<TableBlock> blocks, const std::shared_ptr<const TablePlan>& plan,
                 const BlockOrigin& origin, ReadTable& result) {
  Joiner(std::move(blocks), plan, origin, result).join();
}

}  // namespace remit::data
