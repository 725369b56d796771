#pragma once

#include <iosfwd>
#include <string_view>
#include <vector>

#include "findings/published.h"
#include "report/format.h"

// Counts without small ones, for those who are not to learn of single people: no finding is listed,
// and nothing is said of the data but what the rules count.
namespace remit::report {

/// A way to write them.
struct PublishedFormat {
  std::string_view name;  ///< as of Format
  void (*write)(const findings::Audit& audit, const findings::PublishedTable& table,
                const Options& options, std::ostream& out);
};

/// Null for a format that only lists findings.
const PublishedFormat* find_published(std::string_view name);
std::vector<std::string> published_names();

/// For people, and as one JSON document (schemas/published.schema.json).
void write_published_text(const findings::Audit& audit, const findings::PublishedTable& table,
                          const Options& options, std::ostream& out);
void write_published_json(const findings::Audit& audit, const findings::PublishedTable& table,
                          const Options& options, std::ostream& out);

}  // namespace remit::report
