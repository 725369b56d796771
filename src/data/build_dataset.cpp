#include "data/build_dataset.h"

#include <iterator>

#include "data/link.h"

namespace remit::data {

DatasetBuilder::DatasetBuilder(std::shared_ptr<const model::Model> model, value::Date as_of)
    : model_(std::move(model)), as_of_(as_of) {
  for (const model::Table& table : model_->tables) tables_.push_back(absent_table(table));
}

void DatasetBuilder::add(const Input& input) {
  const auto table = static_cast<std::size_t>(input.table);
  tables_[table] = read_table(model_->tables[table], input, as_of_);
}

void DatasetBuilder::add(const MemoryTable& rows) {
  const auto table = static_cast<std::size_t>(rows.table);
  tables_[table] = read_table(model_->tables[table], rows, as_of_);
}

Dataset DatasetBuilder::finish() {
  link_relations(*model_, tables_);
  link_inverses(*model_, tables_);
  Dataset data;
  for (std::size_t table = 0; table < tables_.size(); ++table) {
    ReadTable& read = tables_[table];
    make_periods(model_->tables[table], read);
    auto findings = read.findings.take();
    data.findings.insert(data.findings.end(), std::make_move_iterator(findings.begin()),
                         std::make_move_iterator(findings.end()));
    data.tables.push_back(std::move(read.table));
    data.counts.push_back(read.counts);
  }
  tables_.clear();
  data.model = std::move(model_);
  return data;
}

}  // namespace remit::data
