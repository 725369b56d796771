#pragma once

#include "generator/planting.h"

namespace example {

// The cases of the caseload hold some of what is due in them too seldom. These functions add what
// is missing, after everything else, so that the rows that are there keep their keys and dates.

/// The days that are missing among the events of the clock so that no wait lasts too long.
std::vector<Date> missing_days(Random& random, const std::vector<Date>& events, Span clock,
                               const Due& due);

/// Meetings of this kind in a case that were completed, in order of their days.
std::vector<Date> meeting_dates(const County& county, const std::string& case_id,
                                const std::string& kind);

/// Until when the first and the later ones of something may be waited for.
Date core_group_due(Date since, int number);
Date review_conference_due(Date since, int number);
Date adoption_review_due(Date since, int number);

/// Core groups and review conferences as often as a child protection plan needs them.
void complete_plan(County& county, const std::string& status);
/// Adoption reviews as often as a placement for adoption needs them.
void complete_adoption(County& county, const std::string& placement);
/// A first visit soon after the notification of private fostering, and the reason for every one at
/// which the child was not seen alone.
void complete_fostering(County& county, const std::string& status);
/// That a support worker is fit for a case was checked in the days before the allocation.
void complete_allocation(County& county, const std::string& allocation);

/// An induction soon after the start of a post.
void complete_induction(County& county, const std::string& post);
/// Progress reviews of an assessed year, as often as they are due.
void complete_reviews(County& county, const std::string& year);
/// The assignment of an agency worker for as long as the post, and the employment that the worker
/// had before and left on a day; the key of the assignment.
std::string complete_assignment(County& county, const std::string& post, Date left);
/// What is due of every worker: the three above.
void complete_workers(County& county);
/// Development in each year of registration, and what is left open about doubtful entries.
void complete_development(County& county);

/// All of these for every case, and the qualifications of the reviewing officers.
void complete_everything(County& county);

}  // namespace example
