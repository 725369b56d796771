#include "data/blocks/join_columns.h"

#include <algorithm>
#include <iterator>

#include "data/column_writer.h"

namespace remit::data {
namespace {

constexpr std::size_t kSmallDictionary = 256;

struct Appender {
  const Codes& translation;  ///< of codes; empty where they stay
  std::size_t rows;          ///< in the block

  void operator()(Bitmap& to, Bitmap& from) const { to.append(from); }
  void operator()(Codes& to, Codes& from) const {
    if (translation.empty()) {
      to.insert(to.end(), from.begin(), from.end());
      return;
    }
    std::transform(from.begin(), from.end(), std::back_inserter(to), [this](std::int32_t code) {
      return translation[static_cast<std::size_t>(code)];
    });
  }
  template <typename T>
  void operator()(std::vector<T>& to, std::vector<T>& from) const {
    to.insert(to.end(), from.begin(), from.end());
  }
  template <typename A, typename B>
  void operator()(A&, B&) const {}  // blocks of one field are of one type
};

/// What the codes of a block's dictionary are in that of the table, which learns what it lacks.
Codes translate(const Column& part, Dictionary* dictionary) {
  Codes codes;
  if (dictionary == nullptr) return codes;
  for (std::size_t code = 0; code < part.dictionary->size(); ++code) {
    codes.push_back(dictionary->add(part.dictionary->text(static_cast<std::int32_t>(code))));
  }
  return codes;
}

void append(Column& whole, Column& part, Dictionary* dictionary) {
  const Codes translation = translate(part, dictionary);
  whole.known.append(part.known);
  std::visit(Appender{translation, part.known.size()}, whole.values, part.values);
  part = Column();
}

void reserve(Column& column, std::size_t rows) {
  column.known.reserve(rows);
  std::visit([&](auto& values) { values.reserve(rows); }, column.values);
}

template <typename T>
void drop(std::vector<T>& values, const Bitmap& dropped) {
  std::size_t kept = 0;
  for (std::size_t row = 0; row < values.size(); ++row) {
    if (!dropped.get(row)) values[kept++] = values[row];
  }
  values.resize(kept);
}

void drop(Bitmap& bits, const Bitmap& dropped) {
  Bitmap kept;
  for (std::size_t row = 0; row < bits.size(); ++row) {
    if (!dropped.get(row)) kept.push_back(bits.get(row));
  }
  bits = std::move(kept);
}

}  // namespace

Column join_column(std::vector<TableBlock>& blocks, const TablePlan& plan, std::size_t field,
                   std::vector<Column>& later) {
  const model::Field& model = plan.model().fields[field];
  Column whole = empty_column(model);
  whole.stored = plan.stored(field);
  std::shared_ptr<Dictionary> dictionary;
  if (model.kind == value::Kind::kString) dictionary = std::make_shared<Dictionary>();
  whole.dictionary = dictionary;
  if (!whole.stored) return whole;
  std::size_t rows = 0;
  for (const TableBlock& block : blocks) rows += block.rows;
  reserve(whole, rows);
  for (TableBlock& block : blocks) {
    if (field < block.columns.size()) append(whole, block.columns[field], dictionary.get());
  }
  const auto& key = plan.model().primary_key;
  for (std::size_t i = 0; i < key.size(); ++i) {
    if (static_cast<std::size_t>(key[i]) != field || later.empty()) continue;
    later[i] = empty_column(model);
    for (TableBlock& block : blocks) {
      if (i < block.later.size()) append(later[i], block.later[i], dictionary.get());
    }
  }
  return whole;
}

void drop_rows(Column& column, const Bitmap& dropped) {
  if (!column.stored) return;
  drop(column.known, dropped);
  std::visit([&](auto& values) { drop(values, dropped); }, column.values);
}

void narrow(Column& column) {
  if (!column.stored || !column.dictionary || column.dictionary->size() > kSmallDictionary) return;
  const Codes* const codes = std::get_if<Codes>(&column.values);
  if (codes == nullptr) return;
  SmallCodes small(codes->size());
  std::transform(codes->begin(), codes->end(), small.begin(),
                 [](std::int32_t code) { return static_cast<std::uint8_t>(code); });
  column.values = std::move(small);
}

}  // namespace remit::data
