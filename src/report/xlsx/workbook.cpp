#include "report/xlsx/workbook.h"

#include <unistd.h>

#include <array>
#include <cstdio>
#include <ctime>
#include <fstream>
#include <ostream>

#include "report/cell_text.h"

namespace remit::report::xlsx {
namespace {

/// A cell holds no more characters; what is cut off says so.
constexpr std::size_t kLongestText = 32000;
constexpr std::int64_t kSecondsOfDay = 86400;
/// Spreadsheets know no day before this one, 1900-03-01: a year later than it should be there is a
/// day that never was.
constexpr value::Date kFirstDay{-25508};

std::string fitting(std::string text) {
  if (text.size() <= kLongestText) return text;
  std::size_t end = kLongestText;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  text.resize(end);
  return text + " [cut]";
}

/// An empty file of its own in the folder for such files.
std::string make_file() {
  std::string name = std::string(P_tmpdir) + "/remit-XXXXXX";
  const int descriptor = mkstemp(name.data());
  if (descriptor < 0) return "";
  ::close(descriptor);
  return name;
}

}  // namespace

Workbook::Workbook(value::Date made) : path_(make_file()) {
  if (path_.empty()) return;
  lxw_workbook_options options{};
  options.constant_memory = LXW_TRUE;
  options.use_zip64 = LXW_TRUE;
  book_ = workbook_new_opt(path_.c_str(), &options);
  if (!book_) return;
  lxw_doc_properties properties{};
  properties.created = static_cast<time_t>(made.days) * kSecondsOfDay;
  workbook_set_properties(book_, &properties);
  head_ = workbook_add_format(book_);
  format_set_bold(head_);
  format_set_text_wrap(head_);
  format_set_bottom(head_, LXW_BORDER_THIN);
  day_ = workbook_add_format(book_);
  format_set_num_format(day_, "yyyy-mm-dd");
  format_set_align(day_, LXW_ALIGN_LEFT);
  format_set_align(day_, LXW_ALIGN_VERTICAL_TOP);
  wrapped_ = workbook_add_format(book_);
  format_set_text_wrap(wrapped_);
  format_set_align(wrapped_, LXW_ALIGN_VERTICAL_TOP);
}

Workbook::~Workbook() {
  close();
  if (!path_.empty()) unlink(path_.c_str());
}

void Workbook::close() {
  if (!book_) return;
  end_sheet();
  if (workbook_close(book_) != LXW_NO_ERROR) {
    unlink(path_.c_str());
    path_.clear();
  }
  book_ = nullptr;
}

void Workbook::begin_sheet(const std::string& name, const std::vector<Column>& columns) {
  if (!book_) return;
  end_sheet();
  name_ = name;
  columns_ = columns;
  part_ = 0;
  add_sheet();
}

void Workbook::add_sheet() {
  ++part_;
  const std::string name = part_ == 1 ? name_ : name_ + " " + std::to_string(part_);
  sheet_ = workbook_add_worksheet(book_, name.c_str());
  row_ = 0;
  column_ = 0;
  for (const Column& column : columns_) {
    worksheet_set_column(sheet_, column_, column_, column.width, nullptr);
    worksheet_write_string(sheet_, 0, column_++, column.title.c_str(), head_);
  }
  worksheet_freeze_panes(sheet_, 1, 0);
}

void Workbook::end_sheet() {
  if (!sheet_) return;
  const auto last = static_cast<lxw_col_t>(columns_.size() - 1);
  worksheet_autofilter(sheet_, 0, 0, row_, last);
  sheet_ = nullptr;
}

void Workbook::begin_row() {
  if (!book_) return;
  if (row_ + 1 >= LXW_ROW_MAX) {
    end_sheet();
    add_sheet();
  }
  ++row_;
  column_ = 0;
}

void Workbook::text(const std::string& text) {
  if (!book_) return;
  const std::string shown = fitting(cell_text(text));
  if (!shown.empty()) worksheet_write_string(sheet_, row_, column_, shown.c_str(), wrapped_);
  ++column_;
}

void Workbook::number(std::size_t number) {
  if (!book_) return;
  worksheet_write_number(sheet_, row_, column_++, static_cast<double>(number), wrapped_);
}

void Workbook::date(const std::optional<value::Date>& date) {
  if (!book_) return;
  if (date && *date < kFirstDay) {
    text(value::to_string(*date));
    return;
  }
  if (date) {
    const double serial = static_cast<double>(date->days - kFirstDay.days) + 61;
    worksheet_write_number(sheet_, row_, column_, serial, day_);
  }
  ++column_;
}

void Workbook::finish(std::ostream& out) {
  close();
  std::ifstream file(path_, std::ios::binary);
  if (path_.empty() || !file) {
    out.setstate(std::ios::failbit);
    return;
  }
  std::array<char, 1 << 16> buffer{};
  while (file.read(buffer.data(), buffer.size()) || file.gcount() > 0) {
    out.write(buffer.data(), file.gcount());
  }
}

}  // namespace remit::report::xlsx
