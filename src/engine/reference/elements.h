#pragma once

#include <vector>

#include "engine/reference/world.h"
#include "rules/rule.h"

namespace remit::engine::reference {

/// One element of a rule kind's comprehensions: a date or a period that is not known to start
/// after the as-of date, and whose `where` is not false.
struct Part {
  bool where_doubtful = false;  ///< `where` is unknown
  Value value;                  ///< missing: doubtful
  Value weight;                 ///< missing: doubtful; 1 without a weight
  Value unit;                   ///< missing with `has_unit`: doubtful
  bool has_unit = false;
  bool unseen = false;  ///< stands for any number of elements that nobody has seen

  bool doubtful() const {
    return where_doubtful || value.is_missing() || weight.is_missing() ||
           (has_unit && unit.is_missing());
  }
};

/// The elements of all comprehensions of a list together; nothing where one of the collections is
/// unknown.
std::optional<std::vector<Part>> parts(const World& world,
                                       const std::vector<rules::Elements>& elements,
                                       const Frame& frame);

/// The two runs of a test: doubtful elements as helpful, or as unhelpful, as they could be.
enum class Run { kHopeful, kStrict };

/// The elements that are present in a run of a test that they help: the doubtful ones are so in
/// the hopeful run only.
std::vector<Part> helpful_parts(const std::vector<Part>& all, Run run);

/// Whether a day lies in a part's period; an unknown period covers every day.
bool covers(const Part& part, Date day);
bool covered(const std::vector<Part>& all, Date day);

}  // namespace remit::engine::reference
