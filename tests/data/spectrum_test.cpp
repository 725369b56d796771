// The files of csv-spectrum, read through a model made from their headers. What they mean stands
// beside them as JSON: strings only, in the order of the header, so that a few lines read it.
#include <fmt/format.h>

#include <filesystem>
#include <string>
#include <vector>

#include "data/readers/csv.h"
#include "data/sample.h"
#include "support/catch.h"
#include "support/golden.h"

namespace remit::test {
namespace {

namespace fs = std::filesystem;

/// All strings of a JSON text, escapes resolved: names and values in turns.
std::vector<std::string> strings_of(const std::string& json) {
  std::vector<std::string> strings;
  for (std::size_t i = 0; i < json.size(); ++i) {
    if (json[i] != '"') continue;
    std::string text;
    for (++i; json[i] != '"'; ++i) {
      if (json[i] != '\\') {
        text += json[i];
        continue;
      }
      const char escape = json[++i];
      text += escape == 'n' ? '\n' : escape == 'r' ? '\r' : escape == 't' ? '\t' : escape;
    }
    strings.push_back(text);
  }
  return strings;
}

std::shared_ptr<const model::Model> model_of(const std::string& csv) {
  data::Row header;
  data::CsvReader reader(csv, ',');
  reader.next(header);
  std::string fields;
  std::string key;
  for (const data::Cell& cell : header.cells) {
    fields += fmt::format("        - {{name: '{}', type: string}}\n", cell.text);
    key += fmt::format("{}'{}'", key.empty() ? "" : ", ", cell.text);
  }
  return sample_model(fmt::format(
      "model: m\nversion: 1\nresources:\n  - name: rows\n    entity: row_of_it\n    schema:\n"
      "      missingValues: ['none at all']\n      fields:\n{}      primaryKey: [{}]\n",
      fields, key));
}

/// Names and values in turns, as they were read.
std::vector<std::string> cells_of(const data::Dataset& data) {
  std::vector<std::string> cells;
  for (std::size_t row = 0; row < data.tables[0].rows; ++row) {
    for (std::size_t f = 0; f < data.model->tables[0].fields.size(); ++f) {
      cells.push_back(data.model->tables[0].fields[f].name);
      cells.push_back(value::to_string(
          data::cell(data.tables[0], static_cast<int>(f), static_cast<std::int32_t>(row))));
    }
  }
  return cells;
}

}  // namespace

TEST_CASE("data spectrum: what is read is what the files mean") {
  const std::string folder = conformance_folder();
  if (folder.empty()) return;
  std::size_t files = 0;
  for (const auto& entry : fs::directory_iterator(folder + "/csv-spectrum/csvs")) {
    const std::string stem = entry.path().stem().string();
    INFO(stem);
    const std::string csv = read_file(entry.path().string());
    const auto data = read_sample(model_of(csv), {{"rows.csv", csv}});
    ++files;
    if (stem == "location_coordinates") {  // its degree signs are not in UTF-8
      REQUIRE(data.findings.size() == 1);
      CHECK(data.findings[0].code == "DATA-KEY-MISSING");
      continue;
    }
    CHECK(data.findings.empty());
    auto expected =
        strings_of(read_file(fmt::format("{}/csv-spectrum/json/{}.json", folder, stem)));
    if (csv.find('\r') == std::string::npos) {  // a copy whose line ends were made plain
      for (std::string& text : expected) std::erase(text, '\r');
    }
    CHECK(cells_of(data) == expected);
  }
  CHECK(files >= 12);
}

}  // namespace remit::test
