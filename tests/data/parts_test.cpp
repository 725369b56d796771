// Parts of CSV against the exact reader that goes from the start to the end, and that one against
// the plainest reader there is. REMIT_SEED repeats a run, REMIT_CASES says how many.
#include <algorithm>
#include <cstdlib>
#include <iostream>
#include <random>
#include <string>
#include <vector>

#include "data/bytes/byte_source.h"
#include "data/cells/parse.h"
#include "data/key_duplicates.h"
#include "data/readers/csv_part.h"
#include "data/readers/marks.h"
#include "support/catch.h"
#include "value/date.h"

namespace remit::test {
namespace {

using Pieces = std::vector<std::string>;

unsigned from_environment(const char* name, unsigned otherwise) {
  const char* const given = std::getenv(name);
  return given == nullptr ? otherwise : static_cast<unsigned>(std::strtoul(given, nullptr, 10));
}

std::string random_text(std::mt19937& random, const Pieces& pieces, std::size_t most) {
  std::string text;
  for (std::size_t n = random() % most; n > 0; --n) text += pieces[random() % pieces.size()];
  return text;
}

std::string shown(std::size_t line, const std::vector<data::Cell>& cells) {
  std::string text = std::to_string(line) + ":";
  for (const data::Cell& cell : cells) {
    text += cell.malformed ? " !" : " ";
    text += "[" + std::string(cell.text) + "]";
  }
  return text + "\n";
}

std::string fault(data::RowFault kind, std::size_t line, std::size_t column,
                  std::string_view text) {
  return "fault " + std::to_string(static_cast<int>(kind)) + " " + std::to_string(line) + " " +
         std::to_string(column) + " [" + std::string(text) + "]\n";
}

/// A recogniser as good as another: a row that begins with a digit.
bool begins_with_digit(const std::vector<data::Cell>& cells) {
  return !cells[0].text.empty() && cells[0].text[0] == '1';
}

std::vector<std::string> read_through(const std::string& csv, std::size_t width) {
  data::CsvReader reader(csv, ',', 0);
  reader.set_width(width);
  reader.recognise(begins_with_digit);
  data::Row row;
  std::vector<std::string> rows;
  while (reader.next(row)) {
    const bool quote = row.fault == data::RowFault::kQuote;
    rows.push_back(row.fault == data::RowFault::kNone
                       ? shown(row.line, row.cells)
                       : fault(row.fault, quote ? row.fault_line : row.line,
                               quote ? row.fault_column : 0,
                               quote ? row.fault_text : row.cells[0].text));
  }
  return rows;
}

/// Good rows first, then the others: a batch keeps them apart.
std::vector<std::string> sorted(std::vector<std::string> rows) {
  std::stable_partition(rows.begin(), rows.end(),
                        [](const std::string& row) { return row.rfind("fault", 0) != 0; });
  return rows;
}

/// Part after part, each from where the one before ended.
std::vector<std::string> read_in_parts(const std::string& csv, std::size_t width,
                                       std::size_t size) {
  const auto source = data::bytes_in_memory(csv);
  data::CsvForm form;
  form.width = width;
  form.recogniser = begins_with_digit;
  data::CsvPart part(*source, form);
  std::vector<std::string> rows;
  std::size_t lines = 0;
  for (std::size_t at = 0; at < csv.size(); at = part.position(), lines += part.lines()) {
    part.start(at, at + size);
    data::RowBatch batch;
    while (part.next(batch)) {
      for (std::size_t row = 0; row < batch.size(); ++row) {
        const auto* const first = &batch.cell(row, 0);
        rows.push_back(shown(batch.places[row].line + lines, {first, first + width}));
      }
      for (const auto& each : batch.faults) {
        rows.push_back(fault(each.kind, each.line + lines, each.column, each.text));
      }
    }
  }
  return rows;
}

/// Well-formed CSV, a character at a time.
std::vector<std::vector<std::string>> read_plainly(const std::string& csv) {
  std::vector<std::vector<std::string>> rows{{""}};
  bool quoted = false;
  for (std::size_t i = 0; i < csv.size(); ++i) {
    if (csv[i] == '"') {
      if (quoted && i + 1 < csv.size() && csv[i + 1] == '"') {
        rows.back().back() += csv[++i];
      } else {
        quoted = !quoted;
      }
    } else if (!quoted && csv[i] == ',') {
      rows.back().emplace_back();
    } else if (!quoted && csv[i] == '\n') {
      rows.push_back({""});
    } else if (quoted || csv[i] != '\r') {
      rows.back().back() += csv[i];
    }
  }
  std::erase_if(rows, [](const auto& row) { return row.size() == 1; });
  return rows;
}

std::string quoted(const std::string& text) {
  std::string out = "\"";
  for (const char c : text) out += c == '"' ? "\"\"" : std::string(1, c);
  return out + "\"";
}

}  // namespace

TEST_CASE("data parts: rows are those of the exact reader, wherever parts begin") {
  const unsigned first = from_environment("REMIT_SEED", std::random_device{}());
  const unsigned cases = from_environment("REMIT_CASES", 3000);
  std::cout << "data parts: REMIT_SEED=" << first << " REMIT_CASES=" << cases << "\n";
  const Pieces pieces{"a",    "1",  ",", ",",       "\"",   "\"",    "\n",        "\n",
                      "\r\n", "\r", "é", "1,2,3\n", "\"\"", "\"x\"", ",\"a\nb\","};
  for (unsigned seed = first; seed != first + cases; ++seed) {
    std::mt19937 random(seed);
    const std::string csv = random_text(random, pieces, 200);
    const std::size_t width = 1 + random() % 3;
    INFO("REMIT_SEED=" << seed << "\n" << csv);
    const auto expected = sorted(read_through(csv, width));
    for (const std::size_t size : {1U, 5U, 70U, 100000U}) {
      INFO("parts of " << size << ", width " << width);
      const auto rows = sorted(read_in_parts(csv, width, size));
      const auto differ = std::mismatch(rows.begin(), rows.end(), expected.begin(), expected.end());
      INFO("read " << (differ.first == rows.end() ? "no more" : *differ.first) << " expected "
                   << (differ.second == expected.end() ? "no more" : *differ.second));
      REQUIRE(rows == expected);
    }
  }
}

TEST_CASE("data parts: what is well-formed reads as the plainest reader has it") {
  const unsigned first = from_environment("REMIT_SEED", std::random_device{}());
  const unsigned cases = from_environment("REMIT_CASES", 1000);
  std::cout << "data parts: REMIT_SEED=" << first << " REMIT_CASES=" << cases << "\n";
  const Pieces pieces{"a", "12", " ", "é", ",", "\"", "\n", "\r\n", "\r"};
  for (unsigned seed = first; seed != first + cases; ++seed) {
    std::mt19937 random(seed);
    const std::string end = random() % 2 == 0 ? "\n" : "\r\n";
    std::string csv;
    for (std::size_t row = random() % 30; row > 0; --row) {
      for (int column = 0; column < 3; ++column) {
        const std::string text = random_text(random, pieces, 4);
        const bool must = text.find_first_of(",\"\r\n") != std::string::npos;
        csv += (column > 0 ? "," : "") + (must || random() % 4 == 0 ? quoted(text) : text);
      }
      csv += end;
    }
    INFO("REMIT_SEED=" << seed << "\n" << csv);
    const auto expected = read_plainly(csv);
    const auto source = data::bytes_in_memory(csv);
    data::CsvForm form;
    form.width = 3;
    data::CsvPart part(*source, form);
    part.start(0, csv.size());
    data::RowBatch batch;
    std::vector<std::vector<std::string>> rows;
    while (part.next(batch)) {
      REQUIRE(batch.faults.empty());
      for (std::size_t row = 0; row < batch.size(); ++row) {
        rows.emplace_back();
        for (std::size_t c = 0; c < 3; ++c) rows.back().emplace_back(batch.cell(row, c).text);
      }
    }
    REQUIRE(rows == expected);
  }
}

TEST_CASE("data parts: marks are found alike by all ways of looking") {
  std::mt19937 random(7);
  for (std::size_t size = 0; size < 300; ++size) {
    std::string bytes;
    const bool plain = size % 2 == 0;
    while (bytes.size() < size) {
      const auto byte = static_cast<char>(plain ? 1 + random() % 127 : random() % 256);
      bytes += random() % 5 == 0 ? std::string(",\"\n\r")[random() % 4] : byte;
    }
    data::Marks wide;
    data::Marks plainly;
    data::find_marks(bytes, ',', wide);
    data::find_marks_plainly(bytes, ',', plainly);
    REQUIRE(wide.words == plainly.words);
    REQUIRE(wide.plain == plainly.plain);
    for (std::size_t i = 0; i < size; ++i) {
      const bool mark = std::string_view(",\"\n\r").find(bytes[i]) != std::string_view::npos;
      REQUIRE(((wide.words[i / 64] >> (i % 64)) & 1) == (mark ? 1U : 0U));
    }
    if (plain) REQUIRE(wide.plain);
  }
}

TEST_CASE("data parts: every day is read as the value module reads it") {
  for (std::int32_t day = value::kFirstDate.days; day <= value::kLastDate.days; ++day) {
    const std::string text = value::to_string(value::Date{day});
    if (data::parse_day(text, false) != day) FAIL(text);
  }
  std::mt19937 random(11);
  for (int i = 0; i < 100000; ++i) {
    std::string text = value::to_string(value::Date{static_cast<std::int32_t>(random() % 40000)});
    text[random() % 10] = "0123456789-/ x"[random() % 14];
    const auto expected = value::parse_date(text);
    const auto read = data::parse_day(text, false);
    if (read.has_value() != expected.has_value() || (read && *read != expected->days)) FAIL(text);
  }
}

TEST_CASE("data parts: rows with the key of an earlier one are found, and no others") {
  // Two hashes of 0 and two of 5, of which one has another key behind it.
  const std::vector<std::uint64_t> one{5, 0, ~std::uint64_t{0}, 7};
  const std::vector<std::uint64_t> two{5, 0, 5, 9};
  const std::vector<std::string> keys{"a", "n", "z", "s", "b", "n", "a", "t"};
  const auto same = [&](std::size_t a, std::size_t b) { return keys[a] == keys[b]; };
  for (const std::size_t threads : {1U, 2U}) {
    const auto found = data::find_duplicates({&one, &two}, threads, same);
    CHECK(found == std::vector<data::Duplicate>{{5, 1}, {6, 0}});
  }
}

}  // namespace remit::test
