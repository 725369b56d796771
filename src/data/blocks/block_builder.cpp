#include "data/blocks/block_builder.h"

#include <algorithm>

#include <absl/hash/hash.h>
#include <fmt/format.h>

#include "data/cells/parse.h"
#include "data/link.h"
#include "data/quote.h"

namespace remit::data {

BlockBuilder::BlockBuilder(const TablePlan& plan, std::size_t part, std::size_t place_step)
    : plan_(plan), part_(part), place_step_(place_step) {
  for (std::size_t f = 0; f < plan.readers().size(); ++f) {
    writers_.emplace_back(plan.reader(f), plan.gathered(f));
  }
  if (plan.is_target() && plan.model().happens) {
    for (const int field : plan.model().primary_key) {
      later_writers_.emplace_back(plan.reader(static_cast<std::size_t>(field)), true);
    }
  }
  block_.targets.resize(plan.direct().size());
  block_.dangling.resize(plan.direct().size());
}

void BlockBuilder::add(const RowBatch& batch) {
  if (block_.rows == 0) reserve(batch);
  block_.counts.read += batch.size() + batch.faults.size();
  reject_faults(batch);
  select(batch);
  note_later(batch);
  append_columns(batch);
  for (std::size_t i = 0; i < plan_.direct().size(); ++i) resolve(batch, i);
  keep_keys(batch);
  trace_keys(batch);
  note_places(batch);
  block_.rows += kept_.size();
}

TableBlock BlockBuilder::take() {
  for (ColumnWriter& writer : writers_) block_.columns.push_back(writer.take());
  for (ColumnWriter& writer : later_writers_) block_.later.push_back(writer.take());
  block_.traces.last = last_key_;
  return std::move(block_);
}

/// As many rows as the part has if they go on as they begin.
void BlockBuilder::reserve(const RowBatch& batch) {
  if (batch.size() < 2 || part_ == 0) return;
  const std::size_t bytes = batch.places.back().offset - batch.places.front().offset;
  const std::size_t each = std::max<std::size_t>(bytes / (batch.size() - 1), 1);
  const std::size_t rows = part_ / each + part_ / each / 32 + 16;
  for (ColumnWriter& writer : writers_) writer.reserve(rows);
  for (std::size_t i = 0; i < plan_.direct().size(); ++i) {
    if (plan_.direct()[i].wanted) block_.targets[i].reserve(rows);
  }
}

void BlockBuilder::reject_faults(const RowBatch& batch) {
  for (const RowBatch::Fault& fault : batch.faults) {
    ++block_.counts.rejected;
    if (fault.kind == RowFault::kQuote) {
      block_.findings.add(unclosed_quote(fault.text),
                          {fault.line, fault.column, {}, fault.text, {}});
      continue;
    }
    block_.findings.add(
        {"DATA-FIELDS", fmt::format("{} values", batch.width),
         fmt::format("the row has {} value{} and the header {}; the row is left out", fault.cells,
                     fault.cells == 1 ? "" : "s", batch.width)},
        {fault.line, 0, {}, fault.text, {}});
  }
}

const Cell& BlockBuilder::cell(const RowBatch& batch, std::uint32_t row, std::size_t field) const {
  return batch.cell(row, static_cast<std::size_t>(plan_.column(field)));
}

/// Tells the rows that are kept from those that have not happened yet, or have no key.
void BlockBuilder::select(const RowBatch& batch) {
  kept_.clear();
  later_.clear();
  for (std::uint32_t row = 0; row < batch.size(); ++row) {
    const bool keyed = has_key(batch, row);
    if (happens_later(batch, row)) {
      ++block_.counts.later;
      if (keyed) later_.push_back(row);
    } else if (!keyed) {
      reject_without_key(batch, row);
    } else {
      kept_.push_back(row);
    }
  }
}

bool BlockBuilder::happens_later(const RowBatch& batch, std::uint32_t row) const {
  if (!plan_.model().happens) return false;
  const auto field = static_cast<std::size_t>(*plan_.model().happens);
  if (!plan_.has(field)) return false;
  const Cell& at = cell(batch, row, field);
  const CellReader& reader = plan_.reader(field);
  if (!at.malformed && !at.absent && !reader.constrained() && !reader.is_missing(at.text)) {
    const auto day = parse_day(at.text, reader.field().datetime);
    return day && *day > plan_.as_of().days;
  }
  const CellReading reading = reader.read(at);
  return reading.state == CellState::kKnown && reading.whole > plan_.as_of().days;
}

bool BlockBuilder::is_known(const RowBatch& batch, std::uint32_t row, std::size_t field) const {
  if (!plan_.has(field)) return false;
  const Cell& at = cell(batch, row, field);
  const CellReader& reader = plan_.reader(field);
  const bool plain = batch.plain && reader.field().kind == value::Kind::kString &&
                     !reader.constrained() && !at.malformed;
  if (plain) return !at.absent && !reader.is_missing(at.text);
  return reader.read(at).state == CellState::kKnown;
}

bool BlockBuilder::has_key(const RowBatch& batch, std::uint32_t row) const {
  const auto& key = plan_.model().primary_key;
  return std::all_of(key.begin(), key.end(), [&](int field) {
    return is_known(batch, row, static_cast<std::size_t>(field));
  });
}

std::string BlockBuilder::key_of(const RowBatch& batch, std::uint32_t row) const {
  std::string key;
  const auto& fields = plan_.model().primary_key;
  for (std::size_t i = 0; i < fields.size(); ++i) {
    const auto field = static_cast<std::size_t>(fields[i]);
    if (i > 0) key += '|';
    key += value::to_string(plan_.reader(field).value(cell(batch, row, field)));
  }
  return key;
}

void BlockBuilder::reject_without_key(const RowBatch& batch, std::uint32_t row) {
  ++block_.counts.rejected;
  for (const int part : plan_.model().primary_key) {
    const auto field = static_cast<std::size_t>(part);
    if (is_known(batch, row, field)) continue;
    const std::string& name = plan_.model().fields[field].name;
    const Cell& at = cell(batch, row, field);
    const CellReading reading = plan_.reader(field).read(at);
    const std::string reason = reading.state == CellState::kBad
                                   ? reading.problem.message
                                   : fmt::format("`{}` is missing", name);
    block_.findings.add({"DATA-KEY-MISSING", fmt::format("a value of `{}`, the key", name),
                         fmt::format("{}; the row is left out, since it has no key", reason)},
                        {batch.places[row].line,
                         static_cast<std::size_t>(plan_.column(field)) + 1,
                         name,
                         at.text,
                         {}});
    return;
  }
}

void BlockBuilder::note_later(const RowBatch& batch) {
  if (later_.empty()) return;
  for (std::size_t i = 0; i < later_writers_.size(); ++i) {
    const auto field = static_cast<std::size_t>(plan_.model().primary_key[i]);
    troubles_.clear();
    later_writers_[i].append(batch, static_cast<std::size_t>(plan_.column(field)), later_,
                             troubles_);
  }
}

void BlockBuilder::append_columns(const RowBatch& batch) {
  index_in_kept_.resize(batch.size());
  for (std::uint32_t i = 0; i < kept_.size(); ++i) index_in_kept_[kept_[i]] = i;
  for (std::size_t f = 0; f < writers_.size(); ++f) {
    if (plan_.key_check() == KeyCheck::kKept && plan_.is_in_key(f)) continue;  // see keep_keys
    if (!plan_.has(f)) {
      writers_[f].append_missing(kept_.size());
      continue;
    }
    troubles_.clear();
    writers_[f].append(batch, static_cast<std::size_t>(plan_.column(f)), kept_, troubles_);
    report_troubles(batch, f);
  }
}

/// A cell that was never there has no finding, even where it must have a value.
void BlockBuilder::report_troubles(const RowBatch& batch, std::size_t field) {
  const model::Field& model = plan_.model().fields[field];
  for (ColumnWriter::Trouble& trouble : troubles_) {
    if (trouble.state == CellState::kBad) {
      report(batch, trouble.row, field, std::move(trouble.problem));
    } else if (model.required && !cell(batch, trouble.row, field).absent) {
      report(batch, trouble.row, field,
             {"DATA-REQUIRED", fmt::format("a value of `{}`", model.name),
              fmt::format("`{}` is missing; every {} must have one", model.name,
                          plan_.model().entity)});
    }
  }
}

void BlockBuilder::report(const RowBatch& batch, std::uint32_t row, std::size_t field,
                          CellProblem problem) {
  block_.findings.add(
      std::move(problem),
      {batch.places[row].line, static_cast<std::size_t>(plan_.column(field)) + 1,
       plan_.model().fields[field].name, cell(batch, row, field).text, key_of(batch, row)},
      static_cast<std::int64_t>(block_.rows + index_in_kept_[row]));
}

void BlockBuilder::resolve(const RowBatch& batch, std::size_t direct) {
  const DirectRelation& relation = plan_.direct()[direct];
  Codes& targets = block_.targets[direct];
  for (std::size_t i = 0; i < kept_.size(); ++i) {
    std::int32_t target = -1;
    if (is_known(batch, kept_[i], relation.field)) {
      target = relation.keys.rows->find(cell(batch, kept_[i], relation.field).text).value_or(-1);
      if (target < 0) {
        report_dangling(batch, kept_[i], relation);
        block_.dangling[direct].push_back(static_cast<std::uint32_t>(block_.rows + i));
      }
    }
    if (relation.wanted) targets.push_back(target);
  }
}

/// Of a row that has not happened yet nothing is said.
void BlockBuilder::report_dangling(const RowBatch& batch, std::uint32_t row,
                                   const DirectRelation& relation) {
  const std::string_view text = cell(batch, row, relation.field).text;
  if (relation.keys.later->find(text)) return;
  report(batch, row, relation.field,
         explain_dangling(*relation.target, plan_.model().relations[relation.relation],
                          std::string(text), relation.keys));
}

void BlockBuilder::keep_keys(const RowBatch& batch) {
  if (plan_.key_check() != KeyCheck::kKept) return;
  const auto field = static_cast<std::size_t>(plan_.model().primary_key[0]);
  for (const std::uint32_t row : kept_) block_.keys.push_back(cell(batch, row, field).text);
}

void BlockBuilder::trace_keys(const RowBatch& batch) {
  if (plan_.key_check() != KeyCheck::kText || kept_.empty()) return;
  const auto field = static_cast<std::size_t>(plan_.model().primary_key[0]);
  KeyTraces& keys = block_.traces;
  std::string_view last = last_key_;
  std::size_t from = 0;
  if (block_.rows == 0) {
    last = cell(batch, kept_[0], field).text;
    keys.first = last;
    keys.hashes.push_back(absl::Hash<std::string_view>{}(last));
    from = 1;
  }
  for (std::size_t i = from; i < kept_.size(); ++i) {
    const std::string_view key = cell(batch, kept_[i], field).text;
    const bool greater = last < key;
    keys.ascending = keys.ascending && greater;
    keys.ascending_by_size = keys.ascending_by_size &&
                             (last.size() < key.size() || (last.size() == key.size() && greater));
    keys.hashes.push_back(absl::Hash<std::string_view>{}(key));
    last = key;
  }
  last_key_ = std::string(last);
}

void BlockBuilder::note_places(const RowBatch& batch) {
  for (std::size_t i = 0; i < kept_.size(); ++i) {
    const RowBatch::Place& place = batch.places[kept_[i]];
    const std::size_t row = block_.rows + i;
    block_.lines_of_rows.add(row, place.line);
    if (row % place_step_ == 0) block_.places.push_back(place);
  }
}

}  // namespace remit::data
