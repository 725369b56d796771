#pragma once

#include "lint/inspection.h"

// The checks, one a file (those that ask the same of conditions share one).
namespace remit::lint {

void check_never_true(Inspection& inspection);
void check_never_false(Inspection& inspection);
void check_required_missing(Inspection& inspection);
void check_unused_parameters(Inspection& inspection);
void check_unused_sets(Inspection& inspection);
void check_unused_definitions(Inspection& inspection);
void check_unused_sources(Inspection& inspection);
void check_unused_allowances(Inspection& inspection);

}  // namespace remit::lint
