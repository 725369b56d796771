#include "data/finding_list.h"

#include <algorithm>
#include <tuple>

#include "data/quote.h"

namespace remit::data {

void FindingList::add(CellProblem problem, Place place, std::int64_t row) {
  findings_.push_back({std::string(problem.code), resource_, file_, place.line, place.column,
                       std::string(place.field), std::move(place.key), shown_value(place.value),
                       std::move(problem.expected), std::move(problem.message)});
  rows_.push_back(row);
}

void FindingList::append(FindingList&& part, std::size_t rows, std::size_t lines) {
  for (DataFinding& finding : part.findings_) {
    finding.line += lines;
    finding.resource = resource_;
    finding.file = file_;
    findings_.push_back(std::move(finding));
  }
  for (const std::int64_t row : part.rows_) {
    rows_.push_back(row == kNoRow ? kNoRow : row + static_cast<std::int64_t>(rows));
  }
  part = FindingList();
}

void FindingList::drop_rows(const Bitmap& dropped) {
  std::size_t kept = 0;
  for (std::size_t i = 0; i < findings_.size(); ++i) {
    if (rows_[i] != kNoRow && dropped.get(static_cast<std::size_t>(rows_[i]))) continue;
    if (kept != i) findings_[kept] = std::move(findings_[i]);
    rows_[kept++] = rows_[i];
  }
  findings_.resize(kept);
  rows_.resize(kept);
}

std::vector<DataFinding> FindingList::take() {
  std::stable_sort(findings_.begin(), findings_.end(),
                   [](const DataFinding& left, const DataFinding& right) {
                     return std::tie(left.line, left.column) < std::tie(right.line, right.column);
                   });
  return std::move(findings_);
}

}  // namespace remit::data
