#include <stdlib.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "markers.h"
#include "outputs.h"
#include "rules/ruleset.h"
#include "support/catch.h"
#include "support/golden.h"

// The example county with a text that stands nowhere else in every personal field of its model,
// the rules that come with remit, and a rule for each such field that would show it.
namespace remit::test {
namespace {

namespace fs = std::filesystem;

const std::string kTop = REMIT_SOURCE_DIR;
const std::vector<std::string> kNone;
constexpr const char* kMarkers = "zqx|17[0-9][0-9]-";
constexpr std::size_t kRows = 25;

std::vector<std::string> split(const std::string& line) {
  std::vector<std::string> cells;
  std::istringstream in(line + ",");
  for (std::string cell; std::getline(in, cell, ',');) cells.push_back(cell);
  return cells;
}

std::string marker_for(const model::Field& field, std::size_t row) {
  if (field.kind == value::Kind::kDate && row % 5 > 0) {
    return "17" + std::to_string(10 + row) + "-02-03";
  }
  return "Zqx" + field.name + std::to_string(row);
}

/// The head of a table, its personal cells changed.
void plant(const model::Table& table, const fs::path& from, const fs::path& to) {
  std::ifstream in(from);
  std::ofstream out(to);
  std::string line;
  REQUIRE(std::getline(in, line));
  out << line << '\n';
  const std::vector<std::string> header = split(line);
  for (std::size_t row = 0; row < kRows && std::getline(in, line); ++row) {
    std::vector<std::string> cells = split(line);
    for (std::size_t i = 0; i < cells.size(); ++i) {
      const auto field = table.field(header.at(i));
      const model::Field& known = table.fields.at(static_cast<std::size_t>(field.value()));
      if (known.personal) cells[i] = marker_for(known, row);
      out << (i > 0 ? "," : "") << cells[i];
    }
    out << '\n';
  }
}

/// A rule that reads a personal field, breaks for every row, and would show it.
std::string probe(const model::Table& table, const model::Field& field) {
  return "  - id: PROBE-" + table.name + "-" + field.name +
         "\n    kind: require\n    title: Shows it\n    severity: minor\n"
         "    source: [{id: s, at: p. 1}]\n    for: x in " +
         table.name + "\n    require: x." + field.name + " is missing\n    message: \"it is {x." +
         field.name + "}\"\n";
}

struct Planted {
  Request request;
  fs::path folder;
  std::size_t fields = 0;
};

Planted planted() {
  std::string name = (fs::temp_directory_path() / "remit-privacy-XXXXXX").string();
  REQUIRE(mkdtemp(name.data()) != nullptr);
  Planted world;
  world.folder = name;
  text::Diagnostics diagnostics;
  rules::LoadOptions options;
  options.home = kTop;
  const auto rules =
      rules::load({kTop + "/rules/england-children"}, options, rules::DiskReader(), diagnostics);
  REQUIRE(rules);
  std::string probes =
      "ruleset: probes\nversion: 1.0.0\nmodel: caseload@1\n"
      "sources: {s: {title: A guide, publisher: Us, published: 2024-01-31, strength: "
      "local-policy}}\n"
      "rules:\n";
  for (const model::Table& table : rules->model->tables) {
    const fs::path from = fs::path(kTop) / "examples/northshire/data" / (table.name + ".csv");
    if (fs::exists(from)) plant(table, from, world.folder / (table.name + ".csv"));
    for (const model::Field& field : table.fields) {
      if (!field.personal) continue;
      ++world.fields;
      probes += probe(table, field);
    }
  }
  const fs::path rule_file = world.folder.string() + ".yaml";
  std::ofstream(rule_file) << probes;
  world.request.home = kTop;
  world.request.rules = {kTop + "/rules/england-children", rule_file.string()};
  world.request.data = world.folder.string();
  world.request.as_of = value::parse_date("2026-02-28").value();
  return world;
}

}  // namespace

TEST_CASE("privacy: what is planted in personal fields of the example stands in no output") {
  Planted world = planted();
  CHECK(world.fields == 4);
  CHECK(lines_with(kMarkers, outputs_of(world.request)) == kNone);
  world.request.show_personal = true;
  const auto outputs = outputs_of(world.request);
  for (const char* format : {"text", "ndjson", "json", "sarif", "junit", "csv", "markdown",
                             "github", "html", "xlsx/xl/worksheets/sheet2.xml"}) {
    INFO(format);
    REQUIRE(outputs.contains(format));
    CHECK_FALSE(lines_with(kMarkers, {{format, outputs.at(format)}}).empty());
  }
  fs::remove_all(world.folder);
  fs::remove(world.folder.string() + ".yaml");
}

}  // namespace remit::test
