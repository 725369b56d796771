#include "text/source.h"

#include <algorithm>
#include <utility>

#include "text/utf8.h"

namespace remit::text {

SourceFile::SourceFile(std::string path, std::string content)
    : path_(std::move(path)), content_(std::move(content)), line_starts_{0} {
  for (std::size_t i = 0; i < content_.size(); ++i) {
    if (content_[i] == '\n') line_starts_.push_back(static_cast<std::uint32_t>(i + 1));
  }
}

Place SourceFile::place(std::uint32_t offset) const {
  const auto size = static_cast<std::uint32_t>(content_.size());
  offset = std::min(offset, size);
  const auto after = std::upper_bound(line_starts_.begin(), line_starts_.end(), offset);
  const auto line = static_cast<std::size_t>(after - line_starts_.begin());
  const std::uint32_t start = line_starts_[line - 1];
  return {line, 1 + count_characters(slice({start, offset}))};
}

std::string_view SourceFile::line(std::size_t number) const {
  if (number < 1 || number > line_starts_.size()) return {};
  const std::size_t begin = line_starts_[number - 1];
  const std::size_t end = number < line_starts_.size() ? line_starts_[number] - 1 : content_.size();
  std::string_view text = std::string_view(content_).substr(begin, end - begin);
  if (!text.empty() && text.back() == '\r') text.remove_suffix(1);
  return text;
}

std::string_view SourceFile::slice(Span span) const {
  const std::size_t end = std::min<std::size_t>(span.end, content_.size());
  const std::size_t begin = std::min<std::size_t>(span.begin, end);
  return std::string_view(content_).substr(begin, end - begin);
}

Span Excerpt::span(std::size_t begin, std::size_t end) const {
  if (offsets.empty()) return {};
  const std::size_t last = offsets.size() - 1;
  const std::uint32_t from = offsets[std::min(begin, last)];
  return {from, std::max(from, offsets[std::min(end, last)])};
}

Excerpt whole(SourcePtr file) {
  Excerpt excerpt{std::move(file), {}, {}};
  excerpt.text = excerpt.file->content();
  excerpt.offsets.resize(excerpt.text.size() + 1);
  for (std::size_t i = 0; i < excerpt.offsets.size(); ++i) {
    excerpt.offsets[i] = static_cast<std::uint32_t>(i);
  }
  return excerpt;
}

}  // namespace remit::text
