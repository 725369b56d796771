#include "lint/conditions.h"

#include "lint/checks/checks.h"

namespace remit::lint {
namespace {

/// Of a table of reserved tasks, what its lines share is reported once: the messages are equal.
void report(Inspection& inspection, Oddity oddity) {
  for (const rules::RuleFile& file : inspection.rules().files) {
    for (const lang::Definition& definition : file.environment->definitions) {
      for (const Remark& remark : remarks_on(definition, *file.environment)) {
        if (remark.oddity != oddity) continue;
        inspection.warn(file, {file.environment->file, remark.span}, remark.message, remark.help);
      }
    }
  }
  for (const rules::Rule* rule : inspection.enabled()) {
    for (const Remark& remark : remarks_on(*rule)) {
      if (remark.oddity != oddity) continue;
      inspection.warn(*rule, {rule->where.file, remark.span}, remark.message, remark.help);
    }
  }
}

}  // namespace

void check_never_true(Inspection& inspection) { report(inspection, Oddity::kNeverTrue); }
void check_never_false(Inspection& inspection) { report(inspection, Oddity::kNeverFalse); }
void check_required_missing(Inspection& inspection) {
  report(inspection, Oddity::kRequiredMissing);
}

}  // namespace remit::lint
