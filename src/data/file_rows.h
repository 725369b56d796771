#pragma once

#include <memory>
#include <vector>

#include "data/bytes/byte_source.h"
#include "data/readers/csv_part.h"
#include "data/row_texts.h"

namespace remit::data {

/// The rows of a CSV file, found by their lines: from the last place before that was noted, the
/// file is read on.
class FileRows : public RowTexts {
 public:
  /// `places` in the order of their lines.
  FileRows(std::shared_ptr<const ByteSource> source, CsvForm form,
           std::vector<RowBatch::Place> places);
  Cell at(std::size_t row, std::size_t line, std::size_t column, std::string& text) const override;

 private:
  std::shared_ptr<const ByteSource> source_;
  CsvForm form_;
  std::vector<RowBatch::Place> places_;
};

}  // namespace remit::data
