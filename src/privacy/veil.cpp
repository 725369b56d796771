#include "privacy/veil.h"

#include <algorithm>

#include <fmt/format.h>

#include "privacy/data_findings.h"

namespace remit::privacy {
namespace {

bool is_read_by(Reads& reads, const rules::MessagePiece& piece) {
  return piece.expression && reads.reads(*piece.expression);
}

}  // namespace

Veil::Veil(const rules::RuleSet& rules, bool show_personal)
    : model_(*rules.model),
      personal_(show_personal ? Marks(model_) : personal_fields(model_)),
      quoted_(quoted_together(model_, personal_)) {
  if (!personal_.any()) return;
  for (const rules::Rule& rule : rules.rules) {
    RuleReads reads = privacy::reads_of(rule, personal_);
    if (reads.any) rules_.emplace(rule.id, std::move(reads));
  }
}

const RuleReads* Veil::reads_of(const std::string& rule) const {
  const auto found = rules_.find(rule);
  return found == rules_.end() ? nullptr : &found->second;
}

bool Veil::check(text::Diagnostics& diagnostics) const {
  bool fine = true;
  for (std::size_t t = 0; t < model_.tables.size(); ++t) {
    const model::Table& table = model_.tables[t];
    for (const int field : table.primary_key) {
      if (!personal_.has(static_cast<int>(t), field)) continue;
      const model::Field& key = table.fields[static_cast<std::size_t>(field)];
      diagnostics.error(
          "personal-key", key.where,
          fmt::format("`{}` is personal, and part of the key by which every output names the rows "
                      "of `{}`",
                      key.name, table.name),
          "let the rows have a key that says nothing of a person, or say `--show-personal`");
      fine = false;
    }
  }
  return fine;
}

void Veil::cover(rules::RuleSet& rules) {
  if (!personal_.any()) return;
  for (rules::Rule& rule : rules.rules) {
    RuleReads reads = privacy::reads_of(rule, personal_);
    for (rules::MessagePiece& piece : rule.message) {
      if (is_read_by(reads.reads, piece)) piece = {std::string(kStandIn), nullptr};
    }
  }
}

void Veil::cover(data::Dataset& data) const {
  for (data::DataFinding& finding : data.findings) leave_out_cells(model_, quoted_, finding);
}

}  // namespace remit::privacy
