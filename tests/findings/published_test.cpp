#include "findings/published.h"

#include <functional>
#include <random>
#include <set>

#include "support/catch.h"

namespace remit::findings {
namespace {

using Counts = std::vector<std::array<std::size_t, kPublishedColumns>>;
using Shown = PublishedCount::Shown;

constexpr std::size_t kLeast = 4;
/// Two columns that are not always empty keep what is gone through small.
constexpr std::size_t kUsed = 3;

Counts random_counts(std::mt19937& random) {
  Counts counts(2);
  for (auto& row : counts) {
    for (std::size_t c = 0; c < kUsed; ++c) row[c] = random() % 3 == 0 ? 0 : random() % 7;
    for (std::size_t c = 0; c < kUsed; ++c) row[kPublishedColumns - 1] += row[c];
  }
  return counts;
}

bool fits(const PublishedCount& shown, std::size_t value) {
  if (shown.shown == Shown::kCount) return shown.count == value;
  return shown.shown == Shown::kHidden || (value > 0 && value < kLeast);
}

/// Goes through all tables that could have been published as this one.
void each_table(const PublishedTable& table, const std::function<void(const Counts&)>& see) {
  constexpr std::size_t kMost = 12;
  std::vector<std::pair<std::size_t, std::size_t>> open;
  Counts counts(2);
  for (std::size_t r = 0; r < 2; ++r) {
    for (std::size_t c = 0; c < kUsed; ++c) {
      counts[r][c] = table.rows[r][c].count;
      if (table.rows[r][c].shown != Shown::kCount) open.emplace_back(r, c);
    }
  }
  const std::function<void(std::size_t)> fill = [&](std::size_t i) {
    if (i < open.size()) {
      const auto [r, c] = open[i];
      for (std::size_t value = 0; value <= kMost; ++value) {
        counts[r][c] = value;
        if (fits(table.rows[r][c], value)) fill(i + 1);
      }
      return;
    }
    std::array<std::size_t, kPublishedColumns> all{};
    for (auto& row : counts) {
      row[kPublishedColumns - 1] = row[0] + row[1] + row[2];
      for (std::size_t c = 0; c < kPublishedColumns; ++c) all[c] += row[c];
    }
    for (std::size_t c = 0; c < kPublishedColumns; ++c) {
      if (!fits(table.all[c], all[c])) return;
      for (std::size_t r = 0; r < 2; ++r) {
        if (!fits(table.rows[r][c], counts[r][c])) return;
      }
    }
    see(counts);
  };
  fill(0);
}

}  // namespace

TEST_CASE("findings: no count below the least can be reckoned from a published table") {
  std::mt19937 random(20260930);
  for (int i = 0; i < 300; ++i) {
    const PublishedTable table = publish(random_counts(random), kLeast);
    std::array<std::array<std::set<std::size_t>, kPublishedColumns>, 2> could;
    each_table(table, [&](const Counts& counts) {
      for (std::size_t r = 0; r < 2; ++r) {
        for (std::size_t c = 0; c < kPublishedColumns; ++c) could[r][c].insert(counts[r][c]);
      }
    });
    for (std::size_t r = 0; r < 2; ++r) {
      for (std::size_t c = 0; c < kPublishedColumns; ++c) {
        INFO("table " << i << ", row " << r << ", column " << c);
        if (table.rows[r][c].shown == Shown::kBelow) CHECK(could[r][c].size() > 1);
      }
    }
  }
}

TEST_CASE("findings: what is large, and empty, is published as it is") {
  const Counts counts{{10, 20, 0, 0, 30, 0, 60}, {7, 8, 0, 0, 9, 0, 24}};
  const PublishedTable table = publish(counts, 5);
  for (const PublishedRow& row : table.rows) {
    for (const PublishedCount& count : row) CHECK(count.shown == Shown::kCount);
  }
}

TEST_CASE("findings: a small count takes the next smallest of its row and column with it") {
  const Counts counts{{2, 20, 0, 0, 30, 0, 52}, {17, 8, 0, 0, 9, 0, 34}, {11, 12, 0, 0, 13, 0, 36}};
  const PublishedTable table = publish(counts, 5);
  std::string text;
  for (const PublishedRow& row : table.rows) {
    for (const PublishedCount& count : row) text += to_string(count, 5) + " ";
    text += "\n";
  }
  CHECK(text == "<5 * 0 0 30 0 52 \n* * 0 0 9 0 34 \n* 12 0 0 13 0 36 \n");
}

}  // namespace remit::findings
