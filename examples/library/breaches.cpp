#include <iostream>

#include "remit/audit.h"
#include "text/render.h"

// Prints the breaches of one rule of england-children, for the export and the day that are given.
int main(int count, char** words) {
  const auto as_of = count == 4 ? remit::value::parse_date(words[3]) : std::nullopt;
  if (!as_of) {
    std::cerr << "usage: breaches RULE FOLDER YYYY-MM-DD\n";
    return 2;
  }
  remit::Request request;
  request.home = REMIT_HOME;
  request.rules = {"england-children"};
  request.only = {words[1]};
  request.data = words[2];
  request.as_of = *as_of;

  remit::text::Diagnostics diagnostics;
  const remit::AuditResult result = remit::audit(request, diagnostics);
  std::cerr << remit::text::render(diagnostics);
  if (!result.audit) return 2;
  for (const remit::findings::Finding& finding : result.audit->findings) {
    const remit::rules::Outcome& outcome = finding.outcome;
    if (outcome.verdict != remit::rules::Verdict::kViolation) continue;
    std::cout << outcome.subject.key << ": " << outcome.message << '\n';
  }
}
