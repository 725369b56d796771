#pragma once

#include "northshire/generator/cases.h"

namespace example {

// Breaches, queries and gaps in the data, each beside something like it that is in order. Every
// function plants those of one part of the rules and lists what an audit must find of them.

void plant_in_reserved_tasks(County& county, const Workforce& workforce);
void plant_in_adoption_reports(County& county, const Workforce& workforce);
void plant_in_registration(County& county, const Workforce& workforce);
void plant_in_suspension(County& county, const Workforce& workforce);
void plant_in_reviewing(County& county, const Workforce& workforce);
void plant_in_newly_qualified(County& county, const Workforce& workforce);
void plant_in_supervision(County& county, const Workforce& workforce);
void plant_in_placement_visits(County& county, const Workforce& workforce);
void plant_in_reviews(County& county, const Workforce& workforce);
void plant_in_adoption_visits(County& county, const Workforce& workforce);
void plant_in_other_visits(County& county, const Workforce& workforce);
void plant_in_protection_leads(County& county, const Workforce& workforce);
void plant_in_need_leads(County& county, const Workforce& workforce);

/// What all of the above brings about under the rules that it was not planted for: a cell left
/// blank leaves open whatever else it could decide. To be called before more is planted.
void expect_consequences(County& county);

// Planted in cases of their own, to which completing.h has added what is due.

void plant_in_meetings(County& county, const Workforce& workforce);
void plant_in_fostering(County& county, const Workforce& workforce);
void plant_in_allocations(County& county, const Workforce& workforce);
void plant_in_register(County& county, const Workforce& workforce);
void plant_in_other_assessments(County& county, const Workforce& workforce);
void plant_in_placements(County& county, const Workforce& workforce);
void plant_in_breaks(County& county, const Workforce& workforce);
void plant_in_care_leavers(County& county, const Workforce& workforce);
void plant_in_services(County& county, const Workforce& workforce);
void plant_in_workforce(County& county, const Workforce& workforce);

// Planted in workers of their own, when everybody has what is due (complete_workers).

void plant_in_inductions(County& county, const Workforce& workforce);
void plant_in_first_years(County& county, const Workforce& workforce);
void plant_in_agency_work(County& county, const Workforce& workforce);
void plant_in_adult_services(County& county, const Workforce& workforce);
void plant_in_homes_staff(County& county, const Workforce& workforce);

/// Planted when everybody's development is there (complete_development).
void plant_in_development(County& county, const Workforce& workforce);

}  // namespace example
