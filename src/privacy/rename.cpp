#include "privacy/rename.h"

#include "data/dataset.h"
#include "privacy/data_findings.h"

namespace remit::privacy {
namespace {

std::string entities_of(const rules::Rule& rule) {
  const model::Model& model = *rule.environment->model;
  std::string text;
  for (const lang::typed::Binding& binding : rule.subjects) {
    const int table = binding.type.table;
    text += text.empty() ? "" : " + ";
    text += table < 0 ? binding.name : model.tables[static_cast<std::size_t>(table)].entity;
  }
  return text;
}

void rename_evidence(Ids& ids, const model::Model& model, rules::Evidence& evidence) {
  const auto table = model.table(evidence.resource);
  evidence.key = ids.key(evidence.resource, evidence.key);
  if (!table || evidence.value.is_missing()) return;
  const auto field = field_of_path(model.tables[static_cast<std::size_t>(*table)], evidence.path);
  if (!field || !ids.is_id(*table, *field)) return;
  evidence.value = {ids.cell(value::to_string(evidence.value))};
}

}  // namespace

void rename(Ids& ids, const model::Model& model, rules::Outcome& outcome) {
  outcome.subject.key = ids.subject(outcome.subject);
  outcome.message = ids.read(outcome.message);
  for (rules::Evidence& evidence : outcome.evidence) rename_evidence(ids, model, evidence);
  for (rules::Need& need : outcome.needs) need.key = ids.key(need.resource, need.key);
}

void rename(Ids& ids, const model::Model& model, data::DataFinding& finding) {
  leave_out_cells(model, quoted_together(model, ids.marks()), finding);
  finding.key = ids.key(finding.resource, finding.key);
  finding.line = 0;
}

std::string renamed_key(Ids& ids, const rules::Rule& rule, const std::string& key) {
  return ids.subject({entities_of(rule), key});
}

std::string renamed_pattern(Ids& ids, const rules::Rule* rule, const std::string& pattern) {
  if (pattern == "*") return pattern;
  if (pattern.find_first_of("*?") != std::string::npos) return std::string(kIdStandIn);
  return rule ? renamed_key(ids, *rule, pattern) : ids.key(-1, pattern);
}

}  // namespace remit::privacy
