#include "report/sample_background.h"

namespace remit::test {
namespace {

using findings::Party;

value::Date day(const std::string& text) { return value::parse_date(text).value(); }

std::vector<findings::Lane> lanes() {
  return {{"allocations",
           "allocation",
           "allocations",
           {{"role", true, std::nullopt}, {"worker id", false, Party::Kind::kWorker}}},
          {"visits", "visit", "visits", {{"kind", true, std::nullopt}}}};
}

findings::Track track_of(std::size_t party) {
  findings::Track track;
  track.fields = {{"kind", true, std::nullopt}};
  track.values = {party == 2 ? "assessment" : "</script><b>&"};
  if (party > 1) return track;
  track.entries = {{0, "A1", day("2026-01-05"), day("2026-03-01"), false, {"lead", "W3"}},
                   {0, "A2", day("2026-03-01"), std::nullopt, true, {"lead", ""}},
                   {0, "A3", std::nullopt, std::nullopt, false, {"", "W4"}},
                   {1, "V1", day("2026-02-03"), std::nullopt, false, {"home"}}};
  return track;
}

}  // namespace

findings::Background sample_background(const findings::Audit& audit) {
  findings::Background background;
  background.lanes = lanes();
  background.parties = {{Party::Kind::kCase, "C101"},
                        {Party::Kind::kWorker, "W3"},
                        {Party::Kind::kTeam, "T1"},
                        {Party::Kind::kTeam, "T2"}};
  for (std::size_t i = 0; i < audit.rules.size(); ++i) {
    background.readings.push_back(
        {{"This is about each row.", {}},
         {"It applies only if:", {{"the row is one, and", {}}, {"<it> is open.", {}}}}});
    background.limits.push_back(i == 2);
  }
  for (std::size_t i = 0; i < audit.findings.size(); ++i) {
    background.involved.push_back({{i % 2}, i % 4 == 3 ? std::nullopt : std::optional(2 + i % 2)});
  }
  background.caseloads = {{"W3", 12}, {"W4", 7}, {"W5", 7}, {"W6", 1}};
  background.track = track_of;
  return background;
}

}  // namespace remit::test
