#pragma once

#include <iosfwd>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "catalogue/entry.h"
#include "report/format.h"

namespace remit::catalogue {

/// The rules that were asked for, of all that there are.
struct Listing {
  const rules::RuleSet* rules;
  std::vector<Entry> entries;
};

/// A way to write a listing.
struct Format {
  std::string_view name;
  std::string_view about;
  void (*write)(const Listing& listing, const report::Options& options, std::ostream& out);
};

std::span<const Format> formats();
std::vector<std::string> format_names();

// One a file.
void write_table(const Listing& listing, const report::Options& options, std::ostream& out);
void write_json(const Listing& listing, const report::Options& options, std::ostream& out);

}  // namespace remit::catalogue
