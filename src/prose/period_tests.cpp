#include <fmt/format.h>

#include "prose/condition.h"
#include "prose/value.h"

namespace remit::prose {
namespace {

namespace typed = lang::typed;

/// What is said of one period, and of days.
struct Verb {
  const char* asserted;
  const char* denied;
  const char* asserted_of_days;
  const char* denied_of_days;
};

Verb verb(typed::PeriodRelation relation) {
  switch (relation) {
    case typed::PeriodRelation::kOverlaps:
      return {"overlaps", "does not overlap", "overlap", "do not overlap"};
    case typed::PeriodRelation::kCoversDay:
      return {"covers", "does not cover", "cover", "do not cover"};
    case typed::PeriodRelation::kCoversPeriod:
      return {"covers every day of", "does not cover every day of", "cover every day of",
              "do not cover every day of"};
    case typed::PeriodRelation::kDuring:
      return {"lies wholly within", "does not lie wholly within", "lie wholly within",
              "do not lie wholly within"};
    case typed::PeriodRelation::kBefore:
      return {"ends before the first day of", "does not end before the first day of",
              "end before the first day of", "do not end before the first day of"};
    case typed::PeriodRelation::kAfter:
      return {"begins after the last day of", "does not begin after the last day of",
              "begin after the last day of", "do not begin after the last day of"};
  }
  return {"", "", "", ""};
}

}  // namespace

Clause period_clause(const typed::PeriodTest& node, bool wanted, Context& context) {
  const Verb said = verb(node.relation);
  std::string subject = value(node.left, context);
  const bool days = subject.starts_with("the days ");
  const char* asserted = days ? said.asserted_of_days : said.asserted;
  const char* denied = days ? said.denied_of_days : said.denied;
  return {subject, fmt::format("{} {}", wanted ? asserted : denied, value(node.right, context))};
}

}  // namespace remit::prose
