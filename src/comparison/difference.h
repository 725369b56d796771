#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "baseline/run.h"
#include "findings/finding.h"

// Which subjects have another verdict in one run than in another one, and through which rule.
namespace remit::comparison {

/// What a run says of a subject by a rule.
enum class Standing {
  kFound,      ///< it has a finding
  kNone,       ///< it has none: the rule holds, does not apply, or there is no such subject
  kNotJudged,  ///< the run did not evaluate the rule
};

/// One side of a change. The finding is the worst where there are several.
struct Side {
  Standing standing = Standing::kNone;
  const findings::Former* finding = nullptr;  ///< of kFound; of the run
};

/// `violation`, `none`, `not_judged`, ...
std::string_view word(const Side& side);

struct Change {
  std::string_view rule;  ///< of the run
  std::string_view entity;
  std::string_view key;
  Side before;
  Side after;
};

struct Difference {
  std::vector<Change> changes;     ///< in the order of rule id and key
  std::size_t same = 0;            ///< pairs of rule and subject with the same verdict in both
  std::vector<std::string> added;  ///< rules that only the second run evaluated, by id
  std::vector<std::string> removed;
  /// How many changes there are, by the words before and after.
  std::map<std::pair<std::string_view, std::string_view>, std::size_t> counts;
};

/// Speaks of the two runs, which must live as long. What was fixed or not judged in a run is no
/// finding of it.
Difference difference(const baseline::Run& before, const baseline::Run& after);

/// The findings of an audit as a run that was read would have them; waived ones are listed.
baseline::Run run_of(const findings::Audit& audit);

}  // namespace remit::comparison
