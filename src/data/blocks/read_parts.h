#pragma once

#include <cstddef>
#include <functional>
#include <vector>

#include "data/blocks/table_block.h"
#include "data/bytes/byte_source.h"
#include "data/read_options.h"
#include "data/readers/csv_part.h"
#include "data/table_plan.h"

namespace remit::data {

/// Reads the rows of a CSV file in parts, several at a time. Where the first row of a part starts
/// is guessed; what was read after a wrong guess is read again, so that the blocks are the same
/// as if the file had been read from its start, whatever the parts are.
class PartReader {
 public:
  PartReader(const TablePlan& plan, const ByteSource& source, const CsvForm& form,
             std::size_t place_step)
      : plan_(plan), source_(source), form_(form), place_step_(place_step) {}

  /// Hands on all rows of the file, in order, one block at a time.
  void read_all(const ReadOptions& options, const std::function<void(TableBlock)>& take) const;
  /// The hashes of the keys of a block, by where it begins and ends.
  std::vector<std::uint64_t> hashes(std::size_t begin, std::size_t end) const;

 private:
  TableBlock read(CsvPart& part, std::size_t from, std::size_t until) const;
  TableBlock guess(CsvPart& part, std::size_t near, std::size_t until) const;
  TableBlock build(CsvPart& part, std::size_t bytes) const;

  const TablePlan& plan_;
  const ByteSource& source_;
  const CsvForm& form_;
  std::size_t place_step_;
};

}  // namespace remit::data
