#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "data/bitmap.h"
#include "data/cells/problem.h"
#include "data/dataset.h"

namespace remit::data {

/// Collects the data findings of one file, or of a part of it.
class FindingList {
 public:
  static constexpr std::int64_t kNoRow = -1;

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
  /// `row`: the row that it is about, where that may still be left out.
  void add(CellProblem problem, Place place, std::int64_t row = kNoRow);
  void add(CellProblem problem) { add(std::move(problem), Place()); }

  /// Adds those of the next part of the file, behind so many rows and lines; each has a line.
  void append(FindingList&& part, std::size_t rows, std::size_t lines);
  /// Takes back what was said of rows that are left out.
  void drop_rows(const Bitmap& dropped);

  /// All of them in the order of line and column.
  std::vector<DataFinding> take();

 private:
  std::string resource_;
  std::string file_;
  std::vector<DataFinding> findings_;
  std::vector<std::int64_t> rows_;  ///< of each finding, or kNoRow
};

}  // namespace remit::data
