#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "data/blocks/part_column.h"
#include "data/dataset.h"
#include "data/finding_list.h"
#include "data/keys/key_texts.h"
#include "data/readers/row_batch.h"

namespace remit::data {

/// The keys of the rows of a block where nothing else is kept of them.
struct KeyTraces {
  std::string first;
  std::string last;
  bool ascending = true;              ///< each is greater than the one before
  bool ascending_by_size = true;      ///< the same, where a longer text is the greater one
  std::vector<std::uint64_t> hashes;  ///< by row
};

/// What became of the rows of one part of a file, each for itself: columns of its own, lines
/// counted from its start. Rows that have a key of an earlier row are still among them.
struct TableBlock {
  std::size_t begin = 0;  ///< in the source
  std::size_t end = 0;
  std::size_t lines = 0;  ///< that it goes over
  ReadCounts counts;      ///< without those kept
  std::size_t rows = 0;
  std::vector<PartColumn> columns;  ///< by field
  std::vector<PartColumn> later;    ///< by part of the key: keys of rows that have not happened yet
  std::vector<Codes> targets;       ///< by direct relation that is wanted
  std::vector<std::vector<std::uint32_t>>
      dangling;      ///< likewise, of all: rows of which the key leads nowhere
  KeyTexts keys;     ///< where they are kept
  KeyTraces traces;  ///< where they are not
  LineIndex lines_of_rows;
  std::vector<RowBatch::Place> places;  ///< of every so many rows
  FindingList findings;
};

}  // namespace remit::data
