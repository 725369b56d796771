#include "lint/inspection.h"

namespace remit::lint {

bool Allowances::cover(const std::vector<rules::Allowance>& all, std::string_view code) {
  bool covered = false;
  for (const rules::Allowance& allowance : all) {
    if (allowance.check != code) continue;
    used_.emplace(allowance.where.file.get(), allowance.where.span.begin);
    covered = true;
  }
  return covered;
}

bool Allowances::used(const rules::Allowance& allowance) const {
  return used_.count({allowance.where.file.get(), allowance.where.span.begin}) > 0;
}

std::vector<const rules::Rule*> Inspection::enabled() const {
  std::vector<const rules::Rule*> enabled;
  for (const rules::Rule& rule : rules_.rules) {
    if (!rule.disabled) enabled.push_back(&rule);
  }
  return enabled;
}

void Inspection::warn(const rules::Rule& rule, const text::Location& where, std::string message,
                      std::string help, std::vector<text::Note> notes) {
  if (allowances_.cover(rule.allow, code_)) return;
  add(where, std::move(message), std::move(help), std::move(notes));
}

void Inspection::warn(const rules::RuleFile& file, const text::Location& where, std::string message,
                      std::string help, std::vector<text::Note> notes) {
  if (allowances_.cover(file.allow, code_)) return;
  add(where, std::move(message), std::move(help), std::move(notes));
}

void Inspection::add(const text::Location& where, std::string message, std::string help,
                     std::vector<text::Note> notes) {
  diagnostics_.add({text::Severity::kWarning, code_, std::move(message), where, std::move(help),
                    std::move(notes)});
}

}  // namespace remit::lint
