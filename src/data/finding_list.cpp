#include "data/finding_list.h"

#include <algorithm>
#include <tuple>

#include "data/quote.h"

namespace remit::data {

void FindingList::add(CellProblem problem, Place place) {
  findings_.push_back({std::string(problem.code), resource_, file_, place.line, place.column,
                       std::string(place.field), std::move(place.key), shown_value(place.value),
                       std::move(problem.expected), std::move(problem.message)});
}

std::vector<DataFinding> FindingList::take() {
  std::stable_sort(findings_.begin(), findings_.end(),
                   [](const DataFinding& left, const DataFinding& right) {
                     return std::tie(left.line, left.column) < std::tie(right.line, right.column);
                   });
  return std::move(findings_);
}

}  // namespace remit::data
