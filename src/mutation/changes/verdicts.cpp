#include <fmt/format.h>

#include "mutation/changes.h"

namespace remit::mutation {
namespace {

Change without(const char* key, const char* value, const char* missing_case, const Maker& maker) {
  Change change;
  change.place = key;
  change.where = maker.original().key(key);
  change.before = fmt::format("{}: {}", key, value);
  change.words = fmt::format("without `{}`", change.before);
  change.missing_case = missing_case;
  return change;
}

}  // namespace

void change_verdicts(Maker& maker) {
  const rules::Rule& rule = maker.original().rule;
  if (rule.on_unknown != rules::OnUnknown::kUnknown) {
    const bool pass = rule.on_unknown == rules::OnUnknown::kPass;
    maker.change_rule([](rules::Rule& changed) { changed.on_unknown = rules::OnUnknown::kUnknown; },
                      without("on_unknown", pass ? "pass" : "violation",
                              "a case in which data that the rule needs is missing", maker));
  }
  if (rule.breach != rules::Breach::kViolation) {
    maker.change_rule([](rules::Rule& changed) { changed.breach = rules::Breach::kViolation; },
                      without("breach", "unknown", "a case in which the rule is broken", maker));
  }
}

}  // namespace remit::mutation
