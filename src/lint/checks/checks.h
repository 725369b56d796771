#pragma once

#include "lint/inspection.h"

// The checks, one a file (those that ask the same of conditions share one).
namespace remit::lint {

void check_never_true(Inspection& inspection);
void check_never_false(Inspection& inspection);
void check_required_missing(Inspection& inspection);
void check_intervals(Inspection& inspection);
void check_message_holes(Inspection& inspection);
void check_event_dates(Inspection& inspection);
void check_own_dates(Inspection& inspection);
void check_too_early(Inspection& inspection);
void check_coalesce(Inspection& inspection);
void check_multiplied_rows(Inspection& inspection);
void check_unused_names(Inspection& inspection);
void check_duplicates(Inspection& inspection);
void check_edition_overlaps(Inspection& inspection);
void check_edition_gaps(Inspection& inspection);
void check_series(Inspection& inspection);
void check_calendars(Inspection& inspection);
void check_override_conflicts(Inspection& inspection);
void check_idle_overrides(Inspection& inspection);
void check_unused_parameters(Inspection& inspection);
void check_unused_sets(Inspection& inspection);
void check_unused_definitions(Inspection& inspection);
void check_unused_sources(Inspection& inspection);
void check_unused_allowances(Inspection& inspection);

}  // namespace remit::lint
