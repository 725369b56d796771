#include <fmt/format.h>

#include "privacy/identify.h"
#include "privacy/veil.h"

namespace remit::privacy {
namespace {

void forget_days(findings::History& history) {
  if (!history.former) return;
  history.former->period.reset();
  history.former->due.reset();
}

}  // namespace

bool Veil::cover_history(findings::Audit& audit, text::Diagnostics& diagnostics) const {
  const auto has_days = [&](const std::string& rule) {
    const RuleReads* reads = reads_of(rule);
    return reads && reads->days;
  };
  for (const findings::Finding& finding : audit.findings) {
    if (!finding.history || !has_days(findings::rule_of(audit, finding).id)) continue;
    forget_days(audit.histories[*finding.history]);
  }
  for (findings::PastFinding& past : audit.past) {
    if (has_days(past.rule)) forget_days(past.history);
    const bool has_ids = ids_ && ids_->subject(past.subject) != past.subject.key;
    if (!has_ids || !pseudonyms_in(past.subject.key).empty()) continue;
    diagnostics.error("pseudonyms", {}, "the baseline names people by their ids",
                      "give one that was made with the same key for pseudonyms");
    return false;
  }
  return true;
}

}  // namespace remit::privacy
