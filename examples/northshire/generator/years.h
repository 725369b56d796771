#pragma once

#include "generator/supervision.h"
#include "northshire/generator/workforce.h"

namespace example {

/// An assessed year of somebody who is newly qualified, and the manager who supervises it.
struct Year {
  AssessedYear asye;
  std::string manager;
};

/// A new worker with a year that begins with the post, sessions in it, and monthly ones after it.
Year add_year(County& county, const Workforce& workforce, const char* start,
              const std::vector<Pause>& pauses = {});

}  // namespace example
