#include "engine/random_data.h"

#include <fmt/format.h>

namespace remit::test {
namespace {

const std::vector<std::string> kWords = {"a", "b", "c", "ab", "B c", "", "äb"};
const std::vector<std::string> kCodes = {"a", "b", "c"};
const std::vector<std::string> kNumbers = {"0", "0.25", "0.5", "1", "1.5", "2", "3.75", "-1.25"};

constexpr int kMissing = 12;  // percent of the cells
constexpr int kBad = 2;

std::string or_none(Dice& dice, std::string cell, const char* bad) {
  if (dice.percent(kMissing)) return "";
  return dice.percent(kBad) ? bad : cell;
}

class Rows {
 public:
  Rows(Dice& dice, const RandomModel& model, value::Date as_of)
      : dice_(dice), model_(model), as_of_(as_of) {
    for (std::size_t i = 0; i < model.tables.size(); ++i) {
      counts_.push_back(dice.percent(4) ? 0 : dice.between(1, i == 0 ? 4 : 9));
    }
  }

  RandomFile file(int index) {
    const RandomTable& table = model_.tables.at(static_cast<std::size_t>(index));
    RandomFile file{table.name, {{"id", "s", "t", "n", "x", "b", "d", "e", "f"}}};
    for (const auto& relation : table.relations) file.rows[0].push_back(relation.name + "_id");
    for (int row = 0; row < counts_.at(static_cast<std::size_t>(index)); ++row) {
      file.rows.push_back(cells(table, row));
    }
    return file;
  }

 private:
  std::vector<std::string> cells(const RandomTable& table, int row) {
    // Parts of a double key can be equal one by one; single keys in another order than the rows.
    const int id = table.double_key ? row / 3 : (row * 7) % 10;
    const int n = table.double_key ? row : dice_.between(-1, 4);
    const int start = dice_.between(-90, 15);
    std::vector<std::string> cells = {
        fmt::format("K{}", id),
        or_none(dice_, dice_.pick(kWords), "a"),
        or_none(dice_, dice_.pick(kCodes), "zz"),
        table.double_key ? std::to_string(n) : or_none(dice_, std::to_string(n), "x1"),
        or_none(dice_, dice_.pick(kNumbers), "1,5"),
        or_none(dice_, dice_.percent(50) ? "true" : "false", "maybe"),
        or_none(dice_, day(start), "2024-02-30"),
        end(start, 35),
        end(start, 45),
    };
    for (const auto& relation : table.relations) cells.push_back(target(relation.target));
    return cells;
  }

  std::string day(int offset) const { return value::to_string(value::Date{as_of_.days + offset}); }

  /// Mostly after the start; the same day now and then, before it seldom, missing when open.
  std::string end(int start, int open_percent) {
    if (dice_.percent(open_percent)) return "";
    if (dice_.percent(12)) return day(start);
    if (dice_.percent(5)) return day(start - dice_.between(1, 9));
    return or_none(dice_, day(start + dice_.between(1, 80)), "soon");
  }

  std::string target(int table) {
    const int rows = counts_.at(static_cast<std::size_t>(table));
    if (dice_.percent(8)) return "";
    if (rows == 0 || dice_.percent(6)) return "nowhere";
    return fmt::format("K{}", (dice_.below(rows) * 7) % 10);
  }

  Dice& dice_;
  const RandomModel& model_;
  value::Date as_of_;
  std::vector<int> counts_;
};

}  // namespace

std::vector<RandomFile> random_data(Dice& dice, const RandomModel& model, value::Date as_of) {
  std::vector<RandomFile> files;
  Rows rows(dice, model, as_of);
  for (std::size_t i = 0; i < model.tables.size(); ++i) {
    if (!dice.percent(2)) files.push_back(rows.file(static_cast<int>(i)));
  }
  return files;
}

std::string csv_text(const RandomFile& file) {
  std::string text;
  for (const auto& row : file.rows) {
    for (std::size_t i = 0; i < row.size(); ++i) {
      const bool quoted = row[i].find(',') != std::string::npos;
      text += (i == 0 ? "" : ",") + (quoted ? "\"" + row[i] + "\"" : row[i]);
    }
    text += "\n";
  }
  return text;
}

}  // namespace remit::test
