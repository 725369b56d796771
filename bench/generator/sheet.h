#pragma once

#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <string>
#include <string_view>

#include "bench/generator/plan.h"

namespace bench {

/// A CSV file that is written cell by cell. Nothing needs quotation marks.
class Sheet {
 public:
  /// Writes `<folder>/<name>.csv`; `header` is its first line.
  Sheet(const std::filesystem::path& folder, const std::string& name, std::string_view header);
  ~Sheet();
  Sheet(const Sheet&) = delete;
  Sheet& operator=(const Sheet&) = delete;

  /// A key: its letter and number. Number 0 is an empty cell.
  Sheet& key(char letter, std::uint32_t number);
  Sheet& word(std::string_view text);
  /// Empty for kNoDay.
  Sheet& day(Day day);
  /// Leaves cells empty.
  Sheet& empty(int cells = 1);
  void end_row();

  /// Ends the program where the file could not be written.
  void close();

 private:
  void separate();

  std::filesystem::path path_;
  std::FILE* file_;
  std::string buffer_;
  bool row_has_cells_ = false;
};

}  // namespace bench
