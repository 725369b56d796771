#include <algorithm>
#include <random>
#include <string>

#include "data/sample.h"
#include "support/catch.h"
#include "value/date.h"

namespace remit::test {
namespace {

const char* const kModel = R"(model: m
version: 1
resources:
  - name: workers
    entity: worker
    schema:
      missingValues: ["", "NULL"]
      fields:
        - {name: id, type: integer}
        - {name: name, type: string}
        - {name: fte, type: number}
        - {name: active, type: boolean}
        - {name: from, type: date}
        - {name: to, type: date}
      primaryKey: id
    periods:
      employment: {from: from, to: to, end: inclusive}
  - name: visits
    entity: visit
    happens: day
    schema:
      fields:
        - {name: id, type: string}
        - {name: worker, type: integer}
        - {name: day, type: date, format: datetime}
      primaryKey: [id, worker]
      foreignKeys:
        - {fields: worker, reference: {resource: workers, fields: id}, as: by, inverse: visits}
)";

class Random {
 public:
  explicit Random(unsigned seed) : engine_(seed) {}
  std::size_t below(std::size_t n) {
    return std::uniform_int_distribution<std::size_t>(0, n - 1)(engine_);
  }
  bool one_in(std::size_t n) { return below(n) == 0; }
  template <typename T>
  const T& of(const std::vector<T>& choices) {
    return choices[below(choices.size())];
  }

 private:
  std::mt19937 engine_;
};

std::string random_text(Random& random) {
  static const std::vector<std::string> kPieces{"a",  "B", " ", ",",  ";", "\"", "\n", "\r\n",
                                                "\r", "é", "ʤ", "\t", "0", "'",  "|",  "="};
  std::string text;
  for (std::size_t n = random.below(6); n > 0; --n) text += random.of(kPieces);
  return text;
}

std::string random_day(Random& random) {
  return value::to_string(value::Date{static_cast<std::int32_t>(18000 + random.below(3000))});
}

std::string quoted(const std::string& text) {
  std::string out = "\"";
  for (const char c : text) out += c == '"' ? "\"\"" : std::string(1, c);
  return out + "\"";
}

std::string written(Random& random, const std::string& text, char separator) {
  const bool must = text.find_first_of(std::string("\"\r\n") + separator) != std::string::npos;
  return must || random.one_in(4) ? quoted(text) : text;
}

using Rows = std::vector<std::vector<std::string>>;

/// Rows as CSV, with columns in any order, any separator, line end and quoting.
std::string write(Random& random, const std::vector<std::string>& names, const Rows& rows) {
  const char separator = random.of(std::vector<char>{',', ';', '\t', '|'});
  const std::string end = random.of(std::vector<std::string>{"\n", "\r\n", "\r"});
  std::vector<std::size_t> order(names.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  for (std::size_t i = order.size(); i > 1; --i) std::swap(order[i - 1], order[random.below(i)]);
  std::string text = random.one_in(3) ? "\xEF\xBB\xBF" : "";
  const auto line = [&](const std::vector<std::string>& cells) {
    for (std::size_t i = 0; i < order.size(); ++i) {
      if (i > 0) text += separator;
      text += written(random, cells[order[i]], separator);
    }
    text += end;
    if (random.one_in(10)) text += end;
  };
  line(names);
  for (const auto& row : rows) line(row);
  if (random.one_in(2)) text.resize(text.find_last_not_of("\r\n") + 1);
  return text;
}

Rows random_workers(Random& random) {
  Rows rows;
  for (std::size_t i = 0, n = random.below(20); i < n; ++i) {
    const std::string from = random_day(random);
    rows.push_back({std::to_string(i * 7), random_text(random),
                    random.one_in(3) ? "" : random.of(std::vector<std::string>{"0.5", "1", "0.25"}),
                    random.one_in(3) ? "" : random.of(std::vector<std::string>{"true", "false"}),
                    from, random.one_in(2) ? "" : std::max(from, random_day(random))});
  }
  return rows;
}

std::string text_of(const value::Value& value) {
  return value.is_missing() ? "" : value::to_string(value);
}

void check_same(const data::Dataset& data, std::size_t table, const Rows& rows) {
  REQUIRE(data.findings.empty());
  REQUIRE(data.tables[table].rows == rows.size());
  for (std::size_t r = 0; r < rows.size(); ++r) {
    for (std::size_t f = 0; f < rows[r].size(); ++f) {
      const auto cell =
          data::cell(data.tables[table], static_cast<int>(f), static_cast<std::int32_t>(r));
      REQUIRE(text_of(cell) == rows[r][f]);
    }
  }
}

/// Workers' rows and visits to them, as files.
Files random_files(Random& random, const Rows& workers) {
  Rows visits;
  for (std::size_t i = 0, n = random.below(40); i < n; ++i) {
    visits.push_back({std::to_string(random.below(30)), std::to_string(random.below(20) * 7),
                      random_day(random) + "T10:00:00Z"});
  }
  return {{"workers.csv", write(random, {"id", "name", "fte", "active", "from", "to"}, workers)},
          {"visits.csv", write(random, {"id", "worker", "day"}, visits)}};
}

std::string mutated(Random& random, std::string bytes) {
  static const std::vector<std::string> kPieces{
      "\"", ",", "\n", "\r", ";", "0", "x", std::string(1, '\0'), "\xFF", "\xC3", "-", "\"\""};
  for (std::size_t n = 1 + random.below(8); n > 0 && !bytes.empty(); --n) {
    const std::size_t at = random.below(bytes.size());
    switch (random.below(3)) {
      case 0:
        bytes.replace(at, 1, random.of(kPieces));
        break;
      case 1:
        bytes.insert(at, random.of(kPieces));
        break;
      default:
        bytes.erase(at, 1 + random.below(5));
    }
  }
  return bytes;
}

}  // namespace

TEST_CASE("data random: what is written is read") {
  const unsigned seed = std::random_device{}();
  const auto model = sample_model(kModel);
  for (unsigned i = 0; i < 500; ++i) {
    INFO("seed " << seed << " + " << i);
    Random random(seed + i);
    const Rows workers = random_workers(random);
    const std::string bytes = write(random, {"id", "name", "fte", "active", "from", "to"}, workers);
    INFO(bytes);
    check_same(read_sample(model, {{"workers.csv", bytes}}), 0, workers);
  }
}

TEST_CASE("data random: no damage crashes the reader, and every row is accounted for") {
  const unsigned seed = std::random_device{}();
  const auto model = sample_model(kModel);
  for (unsigned i = 0; i < 2000; ++i) {
    Random random(seed + i);
    Files files = random_files(random, random_workers(random));
    for (auto& file : files) file.second = mutated(random, file.second);
    INFO("seed " << seed << " + " << i << "\n" << files[0].second << "\n" << files[1].second);
    read_sample(model, files, "2024-01-01");
  }
}

TEST_CASE("data random: threads, parts and columns left in the files change nothing") {
  const unsigned seed = std::random_device{}();
  const auto model = sample_model(kModel);
  for (unsigned i = 0; i < 100; ++i) {
    Random random(seed + i);
    Files files = random_files(random, random_workers(random));
    for (auto& file : files) file.second = mutated(random, file.second);
    INFO("seed " << seed << " + " << i << "\n" << files[0].second << "\n" << files[1].second);
    const std::string read = describe(read_sample(model, files, "2024-01-01"));
    check_however_read(model, files, "2024-01-01", read);
  }
}

}  // namespace remit::test
