#pragma once

#include <string>
#include <vector>

#include "findings/explanation.h"
#include "remit/audit.h"
#include "text/diagnostic.h"

// Why a rule says of a subject what it says, in one call.
//
//   const remit::ExplainResult result =
//       remit::explain(request, "EC-VR-006", "ST000123", diagnostics);
//   for (const remit::findings::Explanation& explanation : result.explanations) ...
namespace remit {

struct ExplainResult {
  /// Several where several subjects have the key, or where several lines of a table of reserved
  /// tasks are about it; empty where there was an obstacle. A key that leads to no subject, and a
  /// rule that is not evaluated, have an explanation too, which says so.
  std::vector<findings::Explanation> explanations;
  Obstacle obstacle = Obstacle::kNone;
};

/// Evaluates one rule (by id) for one subject (by its key, as findings write it, or by a part of
/// it that only one subject has) and explains how it was decided. Of the request the rules, the
/// data, the as-of date, the home, the parameters, the waivers and `complete` count. What is wrong
/// with them, or data that cannot be read, is in `diagnostics`.
ExplainResult explain(const Request& request, const std::string& rule, const std::string& subject,
                      text::Diagnostics& diagnostics);

}  // namespace remit
