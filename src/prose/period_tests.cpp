#include <fmt/format.h>

#include "prose/condition.h"
#include "prose/value.h"

namespace remit::prose {
namespace {

namespace typed = lang::typed;

struct Verb {
  const char* asserted;
  const char* denied;
};

Verb verb(typed::PeriodRelation relation) {
  switch (relation) {
    case typed::PeriodRelation::kOverlaps:
      return {"overlaps", "does not overlap"};
    case typed::PeriodRelation::kCoversDay:
      return {"covers", "does not cover"};
    case typed::PeriodRelation::kCoversPeriod:
      return {"covers every day of", "does not cover every day of"};
    case typed::PeriodRelation::kDuring:
      return {"lies wholly within", "does not lie wholly within"};
    case typed::PeriodRelation::kBefore:
      return {"ends before the first day of", "does not end before the first day of"};
    case typed::PeriodRelation::kAfter:
      return {"begins after the last day of", "does not begin after the last day of"};
  }
  return {"", ""};
}

}  // namespace

Clause period_clause(const typed::PeriodTest& node, bool wanted, Context& context) {
  const Verb said = verb(node.relation);
  std::string subject = value(node.left, context);
  return {subject,
          fmt::format("{} {}", wanted ? said.asserted : said.denied, value(node.right, context))};
}

}  // namespace remit::prose
