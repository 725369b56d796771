#pragma once

#include <xlsxwriter.h>

#include <iosfwd>
#include <optional>
#include <string>
#include <vector>

#include "value/date.h"

namespace remit::report::xlsx {

/// A column of a sheet: its title and its width in characters.
struct Column {
  std::string title;
  double width = 12;
};

/// A workbook that is written to a file of its own and copied to a stream when it is finished.
/// Sheets are written one after the other, row by row; rows that do not fit into one (1,048,576)
/// go on in another of the same name with a number.
class Workbook {
 public:
  /// `made` is the day that the file says it was made on.
  explicit Workbook(value::Date made);
  ~Workbook();
  Workbook(const Workbook&) = delete;
  Workbook& operator=(const Workbook&) = delete;

  /// Begins a sheet, with a row of titles that stays in sight and has filters.
  void begin_sheet(const std::string& name, const std::vector<Column>& columns);
  void begin_row();
  // Each writes the next cell of the row. Texts are never taken for formulas.
  void text(const std::string& text);
  void number(std::size_t number);
  void date(const std::optional<value::Date>& date);
  /// Copies all of it; the stream fails where it could not be written.
  void finish(std::ostream& out);

 private:
  void add_sheet();
  void end_sheet();
  void close();

  std::string path_;
  lxw_workbook* book_ = nullptr;
  lxw_worksheet* sheet_ = nullptr;
  lxw_format* head_ = nullptr;
  lxw_format* day_ = nullptr;
  lxw_format* wrapped_ = nullptr;
  std::string name_;
  std::vector<Column> columns_;
  std::size_t part_ = 0;
  lxw_row_t row_ = 0;
  lxw_col_t column_ = 0;
};

}  // namespace remit::report::xlsx
