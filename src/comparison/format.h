#pragma once

#include <iosfwd>
#include <span>
#include <string>
#include <string_view>

#include "comparison/difference.h"
#include "report/format.h"

namespace remit::comparison {

/// What was compared, for the head of a report.
struct Compared {
  std::string name;     ///< a file, or rules
  std::string ruleset;  ///< its name
  std::string version;
  value::Date as_of;
};

struct Pages {
  Compared before;
  Compared after;
  const Difference& difference;
};

/// A way to write a comparison.
struct Format {
  std::string_view name;
  std::string_view about;
  void (*write)(const Pages& pages, const report::Options& options, std::ostream& out);
};

std::span<const Format> formats();

// One a file. A text heeds width, colour and limit.
void write_text(const Pages& pages, const report::Options& options, std::ostream& out);
void write_json(const Pages& pages, const report::Options& options, std::ostream& out);
void write_csv(const Pages& pages, const report::Options& options, std::ostream& out);

}  // namespace remit::comparison
