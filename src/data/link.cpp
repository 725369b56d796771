#include "data/link.h"

#include <algorithm>

#include <fmt/format.h>

#include "data/cells/parse.h"
#include "data/column_writer.h"
#include "data/quote.h"

namespace remit::data {
namespace {

constexpr std::int64_t kNever = -1;  ///< what no dictionary has as a code

/// Says what a cell of the key's column would be in the target's column: dictionaries differ.
/// Each text is looked up once.
class PartTranslator {
 public:
  PartTranslator(const Column& from, const Column& to)
      : from_(&from), same_kind_(from.kind == to.kind) {
    if (!same_kind_ || from.kind != value::Kind::kString) return;
    codes_.resize(from.dictionary->size());
    std::string buffer;
    for (std::size_t code = 0; code < codes_.size(); ++code) {
      const auto found =
          to.dictionary->find(from.dictionary->text(static_cast<std::int32_t>(code), buffer));
      codes_[code] = found ? *found : kNever;
    }
  }

  /// Nothing where the target's column has no such value.
  std::optional<std::int64_t> translate(std::size_t row) const {
    if (!same_kind_) return std::nullopt;
    const std::int64_t part = key_part(*from_, row);
    if (from_->kind != value::Kind::kString) return part;
    const std::int64_t code = codes_[static_cast<std::size_t>(part)];
    return code == kNever ? std::nullopt : std::optional(code);
  }

 private:
  const Column* from_;
  bool same_kind_;
  std::vector<std::int64_t> codes_;
};

class RelationLinker {
 public:
  RelationLinker(const model::Model& model, std::size_t table, const model::Relation& relation,
                 std::vector<ReadTable>& tables)
      : model_(model.tables[table]),
        target_model_(model.tables[static_cast<std::size_t>(relation.target)]),
        relation_(relation),
        table_(tables[table]),
        target_(tables[static_cast<std::size_t>(relation.target)]) {
    for (const int part : target_model_.primary_key) {
      const auto at =
          std::find(relation.target_fields.begin(), relation.target_fields.end(), part) -
          relation.target_fields.begin();
      fields_.push_back(static_cast<std::size_t>(relation.fields[static_cast<std::size_t>(at)]));
      translators_.emplace_back(table_.table.columns[fields_.back()],
                                target_.table.columns[static_cast<std::size_t>(part)]);
    }
  }

  /// The target of each row; dangling keys are noted for `forget_dangling`.
  std::vector<std::int32_t> link() {
    std::vector<std::int32_t> targets(table_.table.rows, -1);
    for (std::size_t row = 0; row < targets.size(); ++row) {
      if (!is_known(row)) continue;
      const bool translated = translate(row);
      const auto found = translated ? target_.keys.find(key_) : std::nullopt;
      if (found) {
        targets[row] = *found;
        continue;
      }
      if (!is_later(row, translated)) report(row);
      dangling_.push_back(row);
    }
    return targets;
  }

  /// Makes the cells of dangling keys missing; only after all relations of the table are linked,
  /// for two can share a field.
  void forget_dangling() {
    if (fields_.size() != 1 || is_key(fields_[0])) return;
    for (const std::size_t row : dangling_) forget(table_.table.columns[fields_[0]], row);
  }

 private:
  bool is_known(std::size_t row) const {
    return std::all_of(fields_.begin(), fields_.end(), [&](std::size_t field) {
      return table_.table.columns[field].known.get(row);
    });
  }

  bool is_later(std::size_t row, bool translated) const {
    if (!has_text_key(target_model_)) return translated && target_.later.find(key_);
    const Column& column = table_.table.columns[fields_[0]];
    if (column.kind != value::Kind::kString) return false;
    return target_.later_texts->find(value::to_string(cell(column, row))).has_value();
  }

  bool is_key(std::size_t field) const {
    const auto& key = model_.primary_key;
    return std::find(key.begin(), key.end(), static_cast<int>(field)) != key.end();
  }

  bool translate(std::size_t row) {
    key_.clear();
    for (const PartTranslator& translator : translators_) {
      const auto part = translator.translate(row);
      if (!part) return false;
      key_.push_back(*part);
    }
    return true;
  }

  /// The field as the finding names it: of a key of several, the first one.
  void report(std::size_t row) {
    const auto field = static_cast<std::size_t>(relation_.fields[0]);
    std::string value;
    for (std::size_t i = 0; i < relation_.fields.size(); ++i) {
      if (i > 0) value += '|';
      value +=
          value::to_string(cell(table_.table, relation_.fields[i], static_cast<std::int32_t>(row)));
    }
    const auto part = static_cast<std::size_t>(target_model_.primary_key[0]);
    TargetKeys keys;
    if (fields_.size() == 1) keys = {target_.table.columns[part].dictionary, target_.later_texts};
    table_.findings.add(explain_dangling(target_model_, relation_, value, keys),
                        {table_.table.lines.line(row), table_.column_numbers[field],
                         model_.fields[field].name, value, key_text(model_, table_.table, row)});
  }

  const model::Table& model_;
  const model::Table& target_model_;
  const model::Relation& relation_;
  ReadTable& table_;
  const ReadTable& target_;
  std::vector<std::size_t> fields_;  ///< in the order of the target's primary key
  std::vector<PartTranslator> translators_;
  std::vector<std::int64_t> key_;
  std::vector<std::size_t> dangling_;
};

void link_table(const model::Model& model, std::size_t table, std::vector<ReadTable>& tables) {
  std::vector<RelationLinker> linkers;
  const auto& relations = model.tables[table].relations;
  auto& targets = tables[table].table.targets;
  targets.resize(relations.size());
  for (std::size_t r = 0; r < relations.size(); ++r) {
    const model::Relation& relation = relations[r];
    if (r < tables[table].resolved.size() && tables[table].resolved[r]) continue;
    if (!tables[static_cast<std::size_t>(relation.target)].table.given) {
      targets[r] = std::make_shared<Codes>(tables[table].table.rows, -1);
      continue;
    }
    linkers.emplace_back(model, table, relation, tables);
    targets[r] = std::make_shared<Codes>(linkers.back().link());
  }
  for (RelationLinker& linker : linkers) linker.forget_dangling();
}

/// Whether every row has a target, and none a lower one than the row before it.
bool is_in_order(const std::vector<std::int32_t>& targets) {
  return (targets.empty() || targets.front() >= 0) &&
         std::is_sorted(targets.begin(), targets.end());
}

/// A counting sort of the source's rows by their target.
InverseIndex invert(const std::vector<std::int32_t>& targets, std::size_t rows) {
  InverseIndex index;
  index.offsets.assign(rows + 1, 0);
  for (const std::int32_t target : targets) {
    if (target >= 0) ++index.offsets[static_cast<std::size_t>(target) + 1];
  }
  for (std::size_t i = 0; i < rows; ++i) index.offsets[i + 1] += index.offsets[i];
  if (is_in_order(targets)) return index;
  index.rows.resize(index.offsets[rows]);
  std::vector<std::uint32_t> next(index.offsets.begin(), index.offsets.end() - 1);
  for (std::size_t row = 0; row < targets.size(); ++row) {
    if (targets[row] < 0) continue;
    index.rows[next[static_cast<std::size_t>(targets[row])]++] = static_cast<std::int32_t>(row);
  }
  return index;
}

}  // namespace

CellProblem explain_dangling(const model::Table& target, const model::Relation& relation,
                             const std::string& value, const TargetKeys& keys) {
  std::string message = fmt::format("`{}` has no {} {}, so `{}` reads as missing", target.name,
                                    target.entity, in_backticks(value), relation.name);
  const std::string_view bare = trimmed(value);
  const auto has_bare = [&](const std::shared_ptr<const Dictionary>& texts) {
    return texts && texts->find(bare);
  };
  if (bare.size() != value.size() && (has_bare(keys.rows) || has_bare(keys.later))) {
    message += " (but for the spaces around it, there would be one)";
  }
  return {"DATA-KEY-DANGLING", fmt::format("the key of a row of `{}`", target.name),
          std::move(message)};
}

void link_relations(const model::Model& model, std::vector<ReadTable>& tables) {
  for (std::size_t table = 0; table < tables.size(); ++table) link_table(model, table, tables);
}

void link_inverses(const model::Model& model, const ReadOptions& options,
                   std::vector<ReadTable>& tables) {
  for (std::size_t table = 0; table < tables.size(); ++table) {
    const auto& inverses = model.tables[table].inverses;
    tables[table].table.inverses.resize(inverses.size());
    for (std::size_t i = 0; i < inverses.size(); ++i) {
      const std::pair<int, int> use{static_cast<int>(table), static_cast<int>(i)};
      if (options.links && !options.links->inverses.contains(use)) continue;
      const Table& source = tables[static_cast<std::size_t>(inverses[i].source)].table;
      tables[table].table.inverses[i] =
          invert(*source.targets[static_cast<std::size_t>(inverses[i].relation)],
                 tables[table].table.rows);
    }
  }
}

}  // namespace remit::data
