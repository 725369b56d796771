#pragma once

#include <cstddef>
#include <deque>
#include <string>

#include "data/bytes/byte_source.h"
#include "data/readers/csv.h"
#include "data/readers/marks.h"
#include "data/readers/row_batch.h"

namespace remit::data {

/// How the rows of a file are written.
struct CsvForm {
  std::size_t begin = 0;       ///< where the first row after the header starts
  std::size_t first_line = 1;  ///< its number
  std::size_t width = 0;       ///< cells of a row
  char separator = ',';
  CsvReader::Recogniser recogniser;
};

/// Reads the rows that start in a part of a file, exactly as CsvReader does from the start: plain
/// rows in one go over the marks, whatever else through it. Lines count from 0 in the part.
class CsvPart : public BatchSource {
 public:
  CsvPart(const ByteSource& source, const CsvForm& form);

  /// From where a row starts up to the first row that starts at or after `until`.
  void start(std::size_t from, std::size_t until);
  /// From the line after the first line feed at or after `near` - 1, if there is one before
  /// `until`: a guess, which holds unless a quoted cell goes over it. False where there is none.
  bool start_near(std::size_t near, std::size_t until);
  bool next(RowBatch& batch) override;

  /// Where the first row was looked for, and where the next one would be.
  std::size_t begin() const { return begin_; }
  std::size_t position() const { return offset_ + at_; }
  /// Line ends up to `position`.
  std::size_t lines() const { return line_; }

 private:
  void load(std::size_t from, std::size_t until);
  void seek(std::size_t at);
  std::size_t next_mark();
  bool read_plain_row(RowBatch& batch);
  bool read_cell_in_marks(RowBatch& batch, std::size_t& begin, std::size_t& mark);
  bool end_row(RowBatch& batch, std::size_t mark);
  bool read_any_row(RowBatch& batch);
  void take(RowBatch& batch, std::size_t start);
  Cell keep(const Cell& cell);

  const ByteSource& source_;
  const CsvForm& form_;
  std::string buffer_;
  std::string_view bytes_;  ///< of the part, and somewhat more
  Marks marks_;
  std::size_t offset_ = 0;  ///< of bytes_ in the source
  std::size_t begin_ = 0;
  std::size_t until_ = 0;  ///< in bytes_
  std::size_t at_ = 0;     ///< in bytes_, where the next row starts
  std::size_t line_ = 0;
  std::size_t word_ = 0;    ///< of the next mark
  std::uint64_t rest_ = 0;  ///< marks of that word that are still to come
  Row row_;
  std::deque<std::string> kept_;  ///< texts of cells that had to be written anew
};

}  // namespace remit::data
