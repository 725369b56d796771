#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "report/text/display.h"
#include "report/text/phrase.h"
#include "report/text/sections.h"

namespace remit::report::text {
namespace {

using findings::PastFinding;
using findings::State;
using ByRule = std::map<std::string, std::vector<const PastFinding*>>;

/// What was fixed before the baseline has been told then.
ByRule group(const Page& page, const findings::Audit& audit, State state) {
  ByRule groups;
  for (const PastFinding& finding : audit.past) {
    if (finding.history.state != state || finding.earlier) continue;
    if (page.options().selection.lists(finding)) groups[finding.rule].push_back(&finding);
  }
  return groups;
}

std::string age(const findings::History& history) {
  std::string text = ", first seen " + value::to_string(history.first_seen);
  if (history.age) text += ", " + counted(static_cast<std::size_t>(*history.age), "working day");
  return text;
}

void write_rule(Page& page, const std::string& rule, const std::vector<const PastFinding*>& all) {
  page.paragraph(printable(rule), 2, Tone::kStrong);
  const std::size_t limit = page.options().limit;
  const std::size_t shown = limit == 0 ? all.size() : std::min(limit, all.size());
  for (std::size_t i = 0; i < shown; ++i) {
    const PastFinding& finding = *all[i];
    page.paragraph(fmt::format("{} {}: was {}{}; {}", finding.subject.entity, finding.subject.key,
                               was(*finding.history.former), age(finding.history), finding.why),
                   4, 6, Tone::kPlain);
  }
  if (shown < all.size()) {
    page.paragraph(fmt::format("... and {} more (--limit 0 lists all)", number(all.size() - shown)),
                   4, Tone::kStrong);
  }
}

void write_state(Page& page, const findings::Audit& audit, State state, const char* title) {
  const ByRule groups = group(page, audit, state);
  if (groups.empty()) return;
  page.heading(title);
  for (const auto& [rule, findings] : groups) write_rule(page, rule, findings);
}

}  // namespace

void write_past(Page& page, const findings::Audit& audit) {
  if (!audit.baseline) return;
  write_state(page, audit, State::kFixed, "Fixed since the baseline");
  write_state(page, audit, State::kNotJudged,
              "In the baseline, and not judged now: neither fixed nor broken");
}

}  // namespace remit::report::text
