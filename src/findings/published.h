#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <vector>

#include "findings/finding.h"

// Counts for those who are not to learn of single people.
namespace remit::findings {

/// A count of a table that is published.
struct PublishedCount {
  enum class Shown {
    kCount,   ///< as it is
    kBelow,   ///< only that it is above 0 and below the least that is shown
    kHidden,  ///< not at all: others could be reckoned from it
  };
  std::size_t count = 0;
  Shown shown = Shown::kCount;
};

/// The columns of a published table: the six verdicts, then the subjects that they add up to.
constexpr std::size_t kPublishedColumns = rules::kVerdicts + 1;
using PublishedRow = std::array<PublishedCount, kPublishedColumns>;

struct PublishedTable {
  std::size_t least = 0;           ///< counts above 0 and below it are not shown
  std::vector<PublishedRow> rows;  ///< one a rule of the audit
  PublishedRow all;                ///< the sums of the columns
};

/// The counts of an audit without those above 0 and below `least`, and without as many others as
/// keep anybody from reckoning one of them from its row, its column and their sums, knowing how
/// this is done.
PublishedTable publish(const Audit& audit, std::size_t least);

/// The same of a table of counts, the last column of which holds the sums of the rows.
PublishedTable publish(const std::vector<std::array<std::size_t, kPublishedColumns>>& counts,
                       std::size_t least);

/// `12`, `<5`, `*`.
std::string to_string(const PublishedCount& count, std::size_t least);

}  // namespace remit::findings
