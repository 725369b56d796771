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

}  // namespace example
