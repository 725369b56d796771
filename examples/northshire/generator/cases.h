#pragma once

#include <string>
#include <vector>

#include "generator/cases.h"

// Whole cases of each sort, in which no rule is broken.
namespace example {

/// A child in need: referral, assessment, plan and visits.
Case add_need_case(County& county, const Workforce& workforce, Span span);
/// A need case that an unqualified worker leads under a manager's oversight, as has been allowed
/// since guidance changed in December 2023.
Case add_overseen_case(County& county, const Workforce& workforce, Span span);
/// A child with an enquiry and then a child protection plan.
struct ProtectionCase {
  Case of;
  std::string enquiry;           ///< status
  std::string enquiry_activity;  ///< activity
  Span enquiry_span;
  std::string plan;  ///< status
  Span plan_span;
};
ProtectionCase add_protection_case(County& county, const Workforce& workforce, Span span);
/// An enquiry that leads to nothing further: no plan, no status beside it.
ProtectionCase add_enquiry_case(County& county, const Workforce& workforce, Span enquiry);

/// A looked-after child with one placement after the other.
struct LookedAfterCase {
  Case of;
  std::string status;
  std::string officer_allocation;
  std::vector<std::string> leads;  ///< allocations
  std::vector<std::string> placements;
  std::vector<Span> placement_spans;
};
/// What is settled about a placement: by when visits may become rarer.
enum class Outlook { kUnsettled, kToEighteen, kLongTerm };
/// `moves` are the days on which a new placement begins.
LookedAfterCase add_looked_after_case(County& county, const Workforce& workforce, Span span,
                                      const std::vector<Date>& moves, Outlook outlook);

/// A looked-after child who is placed for adoption on a day.
struct AdoptionCase {
  Case of;
  std::string placement;
  Span placement_span;
  std::string worker;
};
AdoptionCase add_adoption_case(County& county, const Workforce& workforce, Span span, Date placed);

/// A privately fostered child whom the council came to know of as the case began.
struct FosteredCase {
  Case of;
  std::string status;
};
FosteredCase add_privately_fostered_case(County& county, const Workforce& workforce, Span span);

void add_care_leaver_case(County& county, const Workforce& workforce, Span span);
void add_early_help_case(County& county, const Workforce& workforce, Span span);

/// About fourteen hundred children, as they come in three years.
void make_caseload(County& county, const Workforce& workforce);

}  // namespace example
