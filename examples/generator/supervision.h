#pragma once

#include <string>
#include <vector>

#include "generator/workers.h"

namespace example {

struct Session {
  std::string kind = "individual";
  int minutes = 90;
};

std::string add_supervision(County& county, const std::string& worker,
                            const std::string& supervisor, Date held_on,
                            const Session& session = {});

/// Monthly sessions through the span, starting anew after each absence.
void supervise(County& county, const std::string& worker, const std::string& supervisor, Span span,
               const std::vector<Span>& away);

/// A pause of an assessed year: its days, and what is recorded of its agreement.
struct Pause {
  Span span;
  std::string agreed = "true";
};

/// An assessed year with its sessions; `span.to` is the day after its last one.
struct AssessedYear {
  std::string id;
  std::string worker;
  Span span;
};
AssessedYear add_assessed_year(County& county, const std::string& worker,
                               const std::string& supervisor, Span span,
                               const std::vector<Pause>& pauses = {});

}  // namespace example
