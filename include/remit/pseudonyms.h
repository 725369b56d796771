#pragma once

#include <string>
#include <vector>

#include "privacy/identify.h"
#include "remit/audit.h"
#include "text/diagnostic.h"

// Who has the key and the data can tell whom a pseudonym stands for.
namespace remit {

struct IdentifyResult {
  std::vector<privacy::Identified> identified;  ///< by pseudonym; those that are found
  Obstacle obstacle = Obstacle::kNone;
};

/// Looks for pseudonyms among the keys of the data. Of the request the rules, the home, the data
/// and the key count.
IdentifyResult identify(const Request& request, const std::vector<std::string>& pseudonyms,
                        text::Diagnostics& diagnostics);

}  // namespace remit
