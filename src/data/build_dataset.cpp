#include "data/build_dataset.h"

#include <algorithm>
#include <iterator>

#include "data/link.h"

namespace remit::data {
DatasetBuilder::DatasetBuilder(std::shared_ptr<const model::Model> model, value::Date as_of,
                               ReadOptions options)
    : model_(std::move(model)),
      as_of_(as_of),
      options_(std::move(options)),
      given_(model_->tables.size()),
      begun_(model_->tables.size()),
      done_(model_->tables.size()) {
  for (const model::Table& table : model_->tables) tables_.push_back(absent_table(table));
}

void DatasetBuilder::add(std::size_t table, std::string path,
                         std::unique_ptr<const ByteSource> bytes) {
  given_[table] = {std::move(path), std::move(bytes), nullptr};
}

void DatasetBuilder::add(const MemoryTable& rows) {
  given_[static_cast<std::size_t>(rows.table)] = {rows.path, nullptr, &rows};
}

bool DatasetBuilder::is_given(std::size_t table) const {
  return begun_[table] || given_[table].bytes != nullptr || given_[table].rows != nullptr;
}

Dataset DatasetBuilder::finish() {
  for (std::size_t table = 0; table < tables_.size(); ++table) read(table);
  link_relations(*model_, tables_);
  link_inverses(*model_, options_, tables_);
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

/// After the tables that its foreign keys lead to, unless these lead back to it.
void DatasetBuilder::read(std::size_t table) {
  if (begun_[table] || !is_given(table)) return;
  begun_[table] = true;
  const model::Table& model = model_->tables[table];
  for (const model::Relation& relation : model.relations) {
    read(static_cast<std::size_t>(relation.target));
  }
  Given& given = given_[table];
  current_ = given.path;
  TableRequest request{model, given.path, as_of_, {}, leads_to(table)};
  request.direct = direct_relations(table);
  request.stored = stored_fields(table, request.direct);
  for (DirectRelation& relation : request.direct) {
    relation.wanted = request.stored[relation.field] || is_followed(table, relation.relation);
  }
  request.options = options_;
  tables_[table] =
      given.rows != nullptr ? read_table(request, *given.rows) : read_table(request, given.bytes);
  given.bytes = nullptr;
  done_[table] = true;
}

/// Whether the rows that a relation leads to are asked for, in its direction or the other.
bool DatasetBuilder::is_followed(std::size_t table, std::size_t relation) const {
  if (!options_.links) return true;
  const auto number = static_cast<int>(relation);
  if (options_.links->relations.contains({static_cast<int>(table), number})) return true;
  const auto& inverses = options_.links->inverses;
  return std::any_of(inverses.begin(), inverses.end(), [&](const auto& used) {
    const auto& inverse = model_->tables[static_cast<std::size_t>(used.first)]
                              .inverses[static_cast<std::size_t>(used.second)];
    return static_cast<std::size_t>(inverse.source) == table && inverse.relation == number;
  });
}

bool DatasetBuilder::leads_to(std::size_t table) const {
  for (std::size_t other = 0; other < tables_.size(); ++other) {
    const auto& relations = model_->tables[other].relations;
    if (!is_given(other)) continue;
    if (std::any_of(relations.begin(), relations.end(), [&](const model::Relation& relation) {
          return static_cast<std::size_t>(relation.target) == table;
        })) {
      return true;
    }
  }
  return false;
}

/// The foreign keys that can be resolved while the table is read. A row without a key of its own
/// could not be named in a finding, and a value that must be unique is looked at first.
std::vector<DirectRelation> DatasetBuilder::direct_relations(std::size_t table) {
  const model::Table& model = model_->tables[table];
  std::vector<DirectRelation> direct;
  for (std::size_t r = 0; r < model.relations.size(); ++r) {
    const model::Relation& relation = model.relations[r];
    const auto target = static_cast<std::size_t>(relation.target);
    const model::Table& target_model = model_->tables[target];
    const auto field = static_cast<std::size_t>(relation.fields[0]);
    const bool plain = has_text_key(target_model) && relation.fields.size() == 1 &&
                       model.fields[field].kind == value::Kind::kString &&
                       !model.fields[field].unique && !model.primary_key.empty();
    if (!plain || !done_[target] || !tables_[target].table.given) continue;
    const auto key = static_cast<std::size_t>(target_model.primary_key[0]);
    direct.push_back(
        {r,
         field,
         &target_model,
         {tables_[target].table.columns[key].dictionary, tables_[target].later_texts}});
  }
  return direct;
}

/// The fields that are asked for, and those that the reading itself looks at again.
std::vector<bool> DatasetBuilder::stored_fields(std::size_t table,
                                                const std::vector<DirectRelation>& direct) {
  const model::Table& model = model_->tables[table];
  const bool all = !options_.fields || given_[table].rows != nullptr;
  std::vector<bool> stored(model.fields.size(), all);
  if (all) return stored;
  for (std::size_t f = 0; f < stored.size(); ++f) {
    stored[f] = model.fields[f].unique ||
                options_.fields->contains({static_cast<int>(table), static_cast<int>(f)});
  }
  for (const model::PeriodField& period : model.periods) {
    stored[static_cast<std::size_t>(period.from)] = true;
    stored[static_cast<std::size_t>(period.to)] = true;
  }
  for (std::size_t r = 0; r < model.relations.size(); ++r) {
    const bool resolved =
        std::any_of(direct.begin(), direct.end(),
                    [&](const DirectRelation& each) { return each.relation == r; });
    if (resolved || !is_given(static_cast<std::size_t>(model.relations[r].target))) continue;
    for (const int field : model.relations[r].fields)
      stored[static_cast<std::size_t>(field)] = true;
  }
  return stored;
}

}  // namespace remit::data
