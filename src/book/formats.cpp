#include "book/book.h"

namespace remit::book {
namespace {

constexpr std::array kFormats{
    Format{"html", "a page to read and to print", {".html", ".htm"}, write_html},
    Format{"markdown", "for a repository or a wiki", {".md", ".markdown"}, write_markdown},
};

}  // namespace

std::span<const Format> formats() { return kFormats; }

std::vector<std::string> format_names() {
  std::vector<std::string> names;
  for (const Format& format : kFormats) names.emplace_back(format.name);
  return names;
}

}  // namespace remit::book
