#include "privacy/veil.h"

#include <algorithm>

#include <fmt/format.h>

#include "privacy/data_findings.h"
#include "privacy/identify.h"
#include "privacy/rename.h"

namespace remit::privacy {
namespace {

bool is_read_by(Reads& reads, const rules::MessagePiece& piece) {
  return piece.expression && reads.reads(*piece.expression);
}

}  // namespace

Veil::Veil(const rules::RuleSet& rules, const Policy& policy)
    : model_(rules.model),
      personal_(policy.show_personal ? Marks(*model_) : personal_fields(*model_)),
      quoted_(quoted_together(*model_, personal_)) {
  for (const rules::Rule& rule : rules.rules) {
    if (std::holds_alternative<rules::Unique>(rule.kind)) unique_.insert(rule.id);
  }
  if (policy.key) ids_ = std::make_unique<Ids>(*model_, *policy.key);
  if (!personal_.any()) return;
  for (const rules::Rule& rule : rules.rules) {
    RuleReads reads = privacy::reads_of(rule, personal_);
    if (reads.any) rules_.emplace(rule.id, std::move(reads));
  }
}

Veil::~Veil() = default;

const RuleReads* Veil::reads_of(const std::string& rule) const {
  const auto found = rules_.find(rule);
  return found == rules_.end() ? nullptr : &found->second;
}

bool Veil::check(text::Diagnostics& diagnostics) const {
  bool fine = true;
  for (std::size_t t = 0; t < model_->tables.size(); ++t) {
    const model::Table& table = model_->tables[t];
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
  for (rules::Rule& rule : rules.rules) {
    RuleReads reads = privacy::reads_of(rule, personal_);
    for (rules::MessagePiece& piece : rule.message) {
      if (is_read_by(reads.reads, piece)) piece = {std::string(kStandIn), nullptr};
    }
    if (ids_) ids_->mark(rule);
  }
}

void Veil::cover(data::Dataset& data) const {
  for (data::DataFinding& finding : data.findings) {
    leave_out_cells(*model_, quoted_, finding);
    if (ids_) privacy::rename(*ids_, *model_, finding);
  }
}

std::string Veil::shown(const rules::Rule& rule, const std::string& key) const {
  return ids_ ? renamed_key(*ids_, rule, key) : key;
}

void Veil::cover(const rules::Rule& rule, findings::Waiver& waiver) const {
  if (ids_) waiver.subject = renamed_pattern(*ids_, &rule, waiver.subject);
}

std::string Veil::original(const data::Dataset& data, const std::string& key) const {
  if (!ids_) return key;
  std::string text = key;
  for (const Identified& each : identify(*ids_, data, pseudonyms_in(key))) {
    const std::size_t at = text.find(each.pseudonym);
    if (at != std::string::npos) text.replace(at, each.pseudonym.size(), each.id);
  }
  return text;
}

}  // namespace remit::privacy
