#include "findings/data_finding.h"

#include <algorithm>
#include <tuple>

namespace remit::findings {

void sort(std::vector<DataFinding>& findings) {
  const auto place = [](const DataFinding& finding) {
    return std::tie(finding.code, finding.resource, finding.file, finding.line, finding.column);
  };
  std::stable_sort(findings.begin(), findings.end(),
                   [&](const DataFinding& left, const DataFinding& right) {
                     return place(left) < place(right);
                   });
}

}  // namespace remit::findings
