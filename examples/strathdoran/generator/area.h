#pragma once

#include <string>
#include <vector>

#include "generator/planting.h"

// Strathdoran, an invented council area in Scotland: its workers, and cases in which no rule is
// broken.
namespace example {

/// The day with which the records begin.
extern const Date kFirst;

/// The n-th working day after the date; those of Scotland.
Date plus_scottish_working_days(Date date, int n);

struct Area {
  Workforce workforce;                  ///< social workers and support workers in its teams
  std::vector<Worker> support_workers;  ///< on no register
};

/// Well before the records begin, with no end.
Span long_registered();
/// A worker with a post; the entries are with the Scottish Social Services Council.
Worker add_practitioner(County& county, const Area& area, const NewWorker& wanted,
                        const std::vector<Span>& registered = {long_registered()});
Area make_area(County& county);

/// A child with an investigation and then a time on the child protection register.
struct Protection {
  Case of;
  std::string investigation;  ///< status
  std::string activity;
  Span investigated;
  std::string registered;  ///< status
  Span on_register;
};
/// `days` is from the start of the investigation to the planning meeting.
Protection add_protection(County& county, const Area& area, Date start, int days, Span on_register);
Protection add_protection(County& county, const Area& area, Date start);

/// A looked-after child with one placement after the other.
struct LookedAfter {
  Case of;
  std::vector<std::string> placements;
  std::vector<Span> stays;
};
LookedAfter add_looked_after(County& county, const Area& area, Span span,
                             const std::vector<Date>& moves = {});
/// One in secure accommodation, with its reviews.
LookedAfter add_secure(County& county, const Area& area, Span span);

void make_caseload(County& county, const Area& area);

void plant_in_registration(County& county, const Area& area);
void plant_in_investigations(County& county, const Area& area);
void plant_in_planning(County& county, const Area& area);
void plant_in_looked_after(County& county, const Area& area);
/// Since the guidance of 2021 nothing is written down about reviews of plans.
void expect_open_reviews(County& county);

}  // namespace example
