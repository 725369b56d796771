#include "bench/generator/sheet.h"

#include <charconv>
#include <cstdlib>
#include <vector>

#include "value/date.h"

namespace bench {
namespace {

constexpr std::size_t kBufferSize = std::size_t{1} << 20U;

/// Days from the first that the records can name, as text; made once.
const std::vector<std::string>& day_texts() {
  static const std::vector<std::string> texts = [] {
    std::vector<std::string> all;
    for (Day day = 0; day <= kAsOf + 2000; ++day) {
      all.push_back(remit::value::to_string(remit::value::Date{day}));
    }
    return all;
  }();
  return texts;
}

[[noreturn]] void fail(const std::filesystem::path& path) {
  std::fprintf(stderr, "error: cannot write %s\n", path.c_str());
  std::exit(1);
}

}  // namespace

Sheet::Sheet(const std::filesystem::path& folder, const std::string& name, std::string_view header)
    : path_(folder / (name + ".csv")), file_(std::fopen(path_.c_str(), "wb")) {
  if (file_ == nullptr) fail(path_);
  buffer_.reserve(kBufferSize + 1024);
  buffer_.append(header).push_back('\n');
}

Sheet::~Sheet() {
  if (file_ != nullptr) close();
}

void Sheet::separate() {
  if (row_has_cells_) buffer_.push_back(',');
  row_has_cells_ = true;
}

Sheet& Sheet::key(char letter, std::uint32_t number) {
  separate();
  if (number == 0) return *this;
  char digits[16];
  const auto end = std::to_chars(digits, digits + sizeof digits, number).ptr;
  buffer_.push_back(letter);
  buffer_.append(digits, end);
  return *this;
}

Sheet& Sheet::word(std::string_view text) {
  separate();
  buffer_.append(text);
  return *this;
}

Sheet& Sheet::day(Day day) {
  separate();
  if (day != kNoDay) buffer_.append(day_texts()[static_cast<std::size_t>(day)]);
  return *this;
}

Sheet& Sheet::empty(int cells) {
  for (int i = 0; i < cells; ++i) separate();
  return *this;
}

void Sheet::end_row() {
  buffer_.push_back('\n');
  row_has_cells_ = false;
  if (buffer_.size() < kBufferSize) return;
  if (std::fwrite(buffer_.data(), 1, buffer_.size(), file_) != buffer_.size()) fail(path_);
  buffer_.clear();
}

void Sheet::close() {
  const bool written = std::fwrite(buffer_.data(), 1, buffer_.size(), file_) == buffer_.size();
  const bool closed = std::fclose(file_) == 0;
  file_ = nullptr;
  if (!written || !closed) fail(path_);
}

}  // namespace bench
