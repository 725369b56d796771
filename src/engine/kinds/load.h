#pragma once

#include <string>
#include <vector>

#include "engine/candidates.h"

namespace remit::engine {

/// One counted element of a subject, with its weight and unit (the kind `limit`).
struct Part {
  bool known;                 ///< its period or date
  bool doubtful;              ///< any of it is unknown: whether, when, how much, or of which unit
  bool only_weight_doubtful;  ///< all is known but the weight
  value::Period period;
  double weight;                    ///< infinite where it is not known: enough for any bound
  std::optional<std::string> unit;  ///< nothing: a unit of its own
  std::uint32_t element;            ///< the candidate

  /// An element that nobody can date may be there on any day.
  bool covers(value::Date day) const { return !known || value::covers(period, day); }
};

/// The parts of all subjects of a trial; weights and units are computed at once.
class PartTable {
 public:
  PartTable(const Candidates& candidates, Context& context);
  std::vector<Part> of(std::size_t subject) const;
  /// What all parts of a subject together weigh at most; infinite where a weight is not known.
  double heaviest(std::size_t subject) const;

 private:
  struct Source {
    Vector weight;
    Vector unit;
    bool has_weight;
    bool has_unit;
  };
  Part part_of(std::uint32_t element) const;

  const Candidates& candidates_;
  std::vector<Source> sources_;
};

/// For each of some days, which are in order, the sum of the weights of what covers it; of equal
/// units the largest one counts.
std::vector<double> sums_on(const std::vector<Part>& parts, const std::vector<value::Date>& days);
/// Of dates: for each stretch the sum over its days, and of all that have no known date.
std::vector<double> sums_in(const std::vector<Part>& parts,
                            const std::vector<value::Period>& stretches);

}  // namespace remit::engine
