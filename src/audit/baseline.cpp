#include "audit/baseline.h"

#include <map>

#include "baseline/compare.h"
#include "baseline/read.h"

namespace remit::auditing {
namespace {

constexpr const char* kOption = "--baseline";

}  // namespace

std::optional<baseline::Run> read_baseline(const Request& request, const rules::RuleSet& rules,
                                           text::Diagnostics& diagnostics) {
  if (request.baseline.empty()) return baseline::Run{};
  auto run = baseline::read(request.baseline, kOption, diagnostics);
  if (run && !baseline::check(*run, rules.name, request.as_of, kOption, diagnostics)) run.reset();
  return run;
}

void compare(const baseline::Run& run, const rules::RuleSet& rules, findings::Audit& audit) {
  if (run.file.empty()) return;
  std::map<std::string, const value::Calendar*, std::less<>> calendars;
  for (const rules::Rule& rule : rules.rules) {
    calendars[rule.id] = rule.environment ? rule.environment->calendar.get() : nullptr;
  }
  const baseline::CalendarOf calendar_of = [&](const std::string& rule) {
    const auto found = calendars.find(rule);
    return found == calendars.end() ? nullptr : found->second;
  };
  baseline::compare(run, calendar_of, audit);
}

}  // namespace remit::auditing
