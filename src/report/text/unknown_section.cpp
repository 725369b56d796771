#include <algorithm>
#include <map>
#include <set>

#include <fmt/format.h>

#include "report/text/display.h"
#include "report/text/phrase.h"
#include "report/text/sections.h"
#include "report/text/table.h"

namespace remit::report::text {
namespace {

/// What is missing in one field.
struct Gap {
  std::string place;
  std::set<std::string> keys;
  std::size_t findings = 0;
};

std::vector<Gap> gaps(const findings::Audit& audit) {
  std::map<std::string, Gap> by_place;
  for (const findings::Finding& finding : audit.findings) {
    if (finding.outcome.verdict != rules::Verdict::kUnknown) continue;
    std::set<std::string> places;
    for (const rules::Need& need : finding.outcome.needs) {
      const std::string place =
          need.field.empty() ? need.resource : need.resource + "." + need.field;
      by_place[place].keys.insert(need.key);
      places.insert(place);
    }
    for (const std::string& place : places) ++by_place[place].findings;
  }
  std::vector<Gap> result;
  for (auto& [place, gap] : by_place) {
    gap.place = place;
    result.push_back(std::move(gap));
  }
  std::stable_sort(result.begin(), result.end(), [](const Gap& left, const Gap& right) {
    return left.findings > right.findings;
  });
  return result;
}

}  // namespace

void write_unknowns(Page& page, const findings::Audit& audit) {
  const std::vector<Gap> all = gaps(audit);
  if (all.empty()) return;
  page.heading("Data to complete, so that what is unknown can be decided");
  std::vector<std::vector<Cell>> rows;
  for (const Gap& gap : all) {
    rows.push_back({{printable(gap.place)}, {number(gap.keys.size())}, {number(gap.findings)}});
  }
  write_table(page, {{"field"}, {"rows", true}, {"unknown findings", true}}, rows);
}

}  // namespace remit::report::text
