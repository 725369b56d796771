#pragma once

#include <array>
#include <iosfwd>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "book/document.h"
#include "catalogue/entry.h"

namespace remit::book {

/// What stands on the cover besides what the rule set says, and how much stands behind it.
struct Cover {
  std::string title;                ///< empty: the rule set's own
  std::optional<value::Date> date;  ///< nothing: no date
  bool own_only = false;            ///< leave out the rules of what the rule set extends
};

/// The rule book: the rules by kind, then the terms, values and sources that they use.
Book make_book(const rules::RuleSet& rules, const std::vector<catalogue::Entry>& entries,
               const Cover& cover);

/// A way to write it.
struct Format {
  std::string_view name;
  std::string_view about;
  std::array<std::string_view, 2> endings;  ///< of file names
  void (*write)(const Book& book, std::ostream& out);
};

std::span<const Format> formats();
std::vector<std::string> format_names();

// One a file.
void write_html(const Book& book, std::ostream& out);
void write_markdown(const Book& book, std::ostream& out);

}  // namespace remit::book
