#include "findings/published.h"

#include <algorithm>
#include <limits>
#include <optional>

#include <fmt/format.h>

#include "findings/verdict.h"

namespace remit::findings {
namespace {

using Shown = PublishedCount::Shown;
using Counts = std::vector<std::array<std::size_t, kPublishedColumns>>;

constexpr std::size_t kSum = kPublishedColumns - 1;
constexpr auto kAny = std::numeric_limits<std::int64_t>::max() / 4;

/// The place of a count, and what a reader can tell of it.
struct Place {
  std::size_t row;
  std::size_t column;
};
struct Range {
  std::int64_t least;
  std::int64_t most;
};
/// Parts that add up to a sum.
struct Equation {
  std::vector<Place> parts;
  Place sum;
};

/// Does what a reader can do, and hides more until that leads nowhere.
class Suppressor {
 public:
  Suppressor(const Counts& counts, std::size_t least) : least_(least) {
    for (const auto& counted : counts) {
      PublishedRow row;
      for (std::size_t c = 0; c < kPublishedColumns; ++c) row[c].count = counted[c];
      rows_.push_back(row);
    }
    add_sums();
    for (PublishedRow& row : rows_) {
      for (PublishedCount& count : row) {
        if (count.count > 0 && count.count < least) count.shown = Shown::kBelow;
      }
    }
    add_equations(counts.size());
  }

  PublishedTable suppress() {
    while (const auto equation = first_that_tells()) {
      if (!hide_one(equations_[*equation])) break;
    }
    PublishedTable table;
    table.least = least_;
    table.all = rows_.back();
    rows_.pop_back();
    table.rows = std::move(rows_);
    return table;
  }

 private:
  void add_sums() {
    PublishedRow all;
    for (const PublishedRow& row : rows_) {
      for (std::size_t c = 0; c < kPublishedColumns; ++c) all[c].count += row[c].count;
    }
    rows_.push_back(all);
  }

  void add_equations(std::size_t rows) {
    for (std::size_t r = 0; r <= rows; ++r) {
      Equation equation{{}, {r, kSum}};
      for (std::size_t c = 0; c < kSum; ++c) equation.parts.push_back({r, c});
      equations_.push_back(std::move(equation));
    }
    for (std::size_t c = 0; c < kPublishedColumns; ++c) {
      Equation equation{{}, {rows, c}};
      for (std::size_t r = 0; r < rows; ++r) equation.parts.push_back({r, c});
      equations_.push_back(std::move(equation));
    }
  }

  PublishedCount& at(const Place& place) { return rows_[place.row][place.column]; }
  Range& range(const Place& place) { return ranges_[place.row * kPublishedColumns + place.column]; }

  void start_ranges() {
    ranges_.clear();
    for (const PublishedRow& row : rows_) {
      for (const PublishedCount& count : row) {
        const auto known = static_cast<std::int64_t>(count.count);
        if (count.shown == Shown::kCount) ranges_.push_back({known, known});
        if (count.shown == Shown::kBelow) {
          ranges_.push_back({1, static_cast<std::int64_t>(least_) - 1});
        }
        if (count.shown == Shown::kHidden) ranges_.push_back({0, kAny});
      }
    }
  }

  /// Narrows one count; whether that says something new.
  bool narrow(const Place& place, std::int64_t least, std::int64_t most) {
    Range& known = range(place);
    const Range before = known;
    known.least = std::max(known.least, least);
    known.most = std::min(known.most, most);
    return known.least != before.least || known.most != before.most;
  }

  /// What the sum says of the parts, and they of it.
  bool reckon(const Equation& equation) {
    std::int64_t least = 0;
    std::int64_t most = 0;
    for (const Place& part : equation.parts) {
      least += range(part).least;
      most = std::min(kAny, most + range(part).most);
    }
    bool news = narrow(equation.sum, least, most);
    const Range sum = range(equation.sum);
    for (const Place& part : equation.parts) {
      const Range own = range(part);
      const std::int64_t others_most = most >= kAny ? others(equation, part) : most - own.most;
      const std::int64_t low = others_most >= kAny ? 0 : sum.least - others_most;
      const std::int64_t high = sum.most >= kAny ? kAny : sum.most - (least - own.least);
      news = narrow(part, low, high) || news;
      least += range(part).least - own.least;
      if (most < kAny) most += range(part).most - own.most;
    }
    return news;
  }

  std::int64_t others(const Equation& equation, const Place& left_out) {
    std::int64_t most = 0;
    for (const Place& part : equation.parts) {
      if (part.row == left_out.row && part.column == left_out.column) continue;
      most = std::min(kAny, most + range(part).most);
    }
    return most;
  }

  /// An equation after which a count that is below the least is known; nothing where none is.
  std::optional<std::size_t> first_that_tells() {
    start_ranges();
    const std::size_t all = rows_.size() * kPublishedColumns;
    for (std::size_t round = 0; round < all; ++round) {
      bool news = false;
      for (std::size_t e = 0; e < equations_.size(); ++e) {
        news = reckon(equations_[e]) || news;
        if (tells(equations_[e])) return e;
      }
      if (!news) break;
    }
    return std::nullopt;
  }

  bool tells(const Equation& equation) {
    const auto known = [&](const Place& place) {
      return at(place).shown == Shown::kBelow && least_ > 2 &&
             range(place).least >= range(place).most;
    };
    return known(equation.sum) || std::any_of(equation.parts.begin(), equation.parts.end(), known);
  }

  /// The next smallest of an equation, rather a part than the sum, and rather anything than a zero;
  /// where all are hidden, anywhere.
  bool hide_one(const Equation& equation) {
    std::vector<Place> places = equation.parts;
    places.push_back(equation.sum);
    if (hide_smallest(places)) return true;
    places.clear();
    for (std::size_t r = 0; r < rows_.size(); ++r) {
      for (std::size_t c = 0; c < kPublishedColumns; ++c) places.push_back({r, c});
    }
    return hide_smallest(places);
  }

  bool hide_smallest(const std::vector<Place>& places) {
    const auto worth = [&](const Place& place) {
      const bool sum = place.column == kSum || place.row + 1 == rows_.size();
      return std::make_tuple(at(place).count == 0, sum, at(place).count);
    };
    const Place* best = nullptr;
    for (const Place& place : places) {
      if (at(place).shown != Shown::kCount) continue;
      if (best == nullptr || worth(place) < worth(*best)) best = &place;
    }
    if (best != nullptr) at(*best).shown = Shown::kHidden;
    return best != nullptr;
  }

  std::size_t least_;
  std::vector<PublishedRow> rows_;  ///< the last one has the sums
  std::vector<Equation> equations_;
  std::vector<Range> ranges_;
};

}  // namespace

PublishedTable publish(const std::vector<std::array<std::size_t, kPublishedColumns>>& counts,
                       std::size_t least) {
  return Suppressor(counts, least).suppress();
}

PublishedTable publish(const Audit& audit, std::size_t least) {
  Counts counts;
  for (const RuleResult& rule : audit.rules) {
    auto& row = counts.emplace_back();
    for (std::size_t v = 0; v < rules::kVerdicts; ++v) {
      row[v] = of(rule.tally.verdicts, kAllVerdicts[v]);
      row[kSum] += row[v];
    }
  }
  return publish(counts, least);
}

std::string to_string(const PublishedCount& count, std::size_t least) {
  if (count.shown == Shown::kBelow) return fmt::format("<{}", least);
  return count.shown == Shown::kHidden ? "*" : std::to_string(count.count);
}

}  // namespace remit::findings
