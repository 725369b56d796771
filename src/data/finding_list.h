#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "data/cells/problem.h"
#include "data/dataset.h"

namespace remit::data {

/// Collects the data findings of one file.
class FindingList {
 public:
  FindingList() = default;
  FindingList(std::string resource, std::string file)
      : resource_(std::move(resource)), file_(std::move(file)) {}

  /// Where in the file, and what stands there, as it stands.
  struct Place {
    std::size_t line = 0;
    std::size_t column = 0;
    std::string_view field;
    std::string_view value;
    std::string key;
  };
  void add(CellProblem problem, Place place);
  void add(CellProblem problem) { add(std::move(problem), Place()); }

  /// All of them in the order of line and column.
  std::vector<DataFinding> take();

 private:
  std::string resource_;
  std::string file_;
  std::vector<DataFinding> findings_;
};

}  // namespace remit::data
