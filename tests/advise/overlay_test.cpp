#include "data/overlay.h"

#include "data/read.h"
#include "model/load.h"
#include "support/catch.h"
#include "text/render.h"

namespace remit::test {
namespace {

const char* const kModel = R"(model: m
resources:
  - name: teams
    entity: team
    schema:
      fields:
        - {name: id, type: string}
        - {name: size, type: integer}
      primaryKey: id
  - name: posts
    entity: post
    schema:
      fields:
        - {name: id, type: string}
        - {name: team, type: string}
        - {name: share, type: number}
        - {name: open, type: boolean}
        - {name: from, type: date}
        - {name: to, type: date}
      primaryKey: id
      foreignKeys:
        - {fields: team, reference: {resource: teams, fields: id}, as: group, inverse: posts}
    periods:
      period: {from: from, to: to, end: exclusive}
)";

data::Dataset sample() {
  text::Diagnostics diagnostics;
  auto model = model::load(std::make_shared<text::SourceFile>("m.yaml", kModel), diagnostics);
  INFO(text::render(diagnostics));
  REQUIRE(model);
  const std::vector<data::Input> inputs{{0, "teams.csv", "id,size\nA,3\nB,5\n"},
                                        {1, "posts.csv",
                                         "id,team,share,open,from,to\n1,A,0.5,true,2026-01-01,\n2,"
                                         "B,1,false,2026-02-01,2026-03-01\n"}};
  return data::read_inputs(std::make_shared<const model::Model>(std::move(*model)), inputs,
                           value::parse_date("2026-09-30").value());
}

value::Date day(const char* text) { return value::parse_date(text).value(); }

/// All that can be asked of both tables, as text.
std::string describe(const data::Dataset& data) {
  std::string text;
  for (std::size_t t = 0; t < data.tables.size(); ++t) {
    const data::Table& table = data.tables[t];
    for (std::size_t row = 0; row < table.rows; ++row) {
      for (std::size_t f = 0; f < table.columns.size(); ++f) {
        text += value::to_string(data::cell(table.columns[f], row)) + " ";
      }
      for (const auto& period : table.periods) {
        text += period.known.get(row) ? value::to_string(period.values[row]) + " " : "? ";
      }
      for (const auto& targets : table.targets)
        text += "->" + std::to_string((*targets)[row]) + " ";
      for (const auto& inverse : table.inverses) {
        for (auto k = inverse.offsets[row]; k < inverse.offsets[row + 1]; ++k) {
          text += "<-" + std::to_string(inverse.row(k)) + " ";
        }
      }
      text += "\n";
    }
  }
  return text;
}

data::AddedRow new_post(const char* key, const char* team, std::int32_t target) {
  return {{{std::string(key)}, {std::string(team)}, {0.25}, {true}, {day("2026-04-01")}, {}},
          {target}};
}

}  // namespace

TEST_CASE("overlay: rows and cells are changed, and taken back, beside the export") {
  const data::Dataset base = sample();
  const std::string before = describe(base);
  data::Overlay overlay(base);
  for (int round = 0; round < 3; ++round) {
    INFO("round " << round);
    CHECK(overlay.add(1, new_post("3", "A", 0)) == 2);
    CHECK(overlay.add(0, {{{std::string("C")}, {}}, {}}) == 2);
    CHECK(overlay.add(1, new_post("4", "C", 2)) == 3);
    overlay.set(1, 0, 5, {day("2026-05-01")});
    overlay.set(1, 1, 5, {day("2026-01-01")});
    CHECK(describe(overlay.data()) ==
          "A 3 <-0 <-2 \nB 5 <-1 \nC missing <-3 \n"
          "1 A 0.5 true 2026-01-01 2026-05-01 2026-01-01..2026-05-01 ->0 \n"
          "2 B 1 false 2026-02-01 2026-01-01 ? ->1 \n"
          "3 A 0.25 true 2026-04-01 missing 2026-04-01.. ->0 \n"
          "4 C 0.25 true 2026-04-01 missing 2026-04-01.. ->2 \n");
    CHECK(describe(base) == before);
    overlay.undo();
    CHECK(describe(overlay.data()) == before);
  }
  CHECK(overlay.texts_kept() == 4);
}

}  // namespace remit::test
