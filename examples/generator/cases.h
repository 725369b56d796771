#pragma once

#include <string>
#include <vector>

#include "generator/workers.h"

namespace example {

/// A case with nothing in it yet.
struct Case {
  std::string id;
  std::string team;
  Span span;
};

/// Opens a case about a new person, now and then of a family that is known already.
Case open_case(County& county, const Workforce& workforce, const std::string& team, Span span);

std::string add_status(County& county, const Case& of, const std::string& status, Span span,
                       const std::string& need = "");
std::string allocate(County& county, const Case& to, const std::string& worker,
                     const std::string& role, Span span);
/// Lead workers one after the other, each taking over on the day on which the last one ends.
/// The keys of the allocations.
std::vector<std::string> allocate_leads(County& county, const std::vector<Worker>& from,
                                        const Case& to, Span span);
/// Who leads the case on a day.
std::string lead_on(const County& county, const std::string& case_id, Date date);

std::string add_activity(County& county, const Case& of, const std::string& worker,
                         const std::string& task, Date date);
std::string add_visit(County& county, const Case& of, const std::string& worker,
                      const std::string& kind, Date date);
/// Visits by whoever leads the case then.
void add_visits(County& county, const Case& of, const std::string& kind,
                const std::vector<Date>& dates);
std::string add_meeting(County& county, const Case& of, const std::string& kind,
                        const std::string& chair, Date date);
std::string add_placement(County& county, const Case& of, const std::string& kind, Span span);

}  // namespace example
