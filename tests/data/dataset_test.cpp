#include "data/dataset.h"

#include <fmt/format.h>

#include <filesystem>
#include <fstream>

#include "data/read.h"
#include "data/sample.h"
#include "support/catch.h"
#include "support/golden.h"

namespace remit::test {
namespace {

const char* const kModel = R"(model: m
version: 1
resources:
  - name: posts
    entity: post
    schema:
      fields:
        - {name: team, type: string}
        - {name: number, type: integer}
        - {name: fte, type: number}
        - {name: open, type: boolean}
        - {name: from, type: date}
      primaryKey: [number, team]
)";

const char* const kLinked = R"(model: m
version: 1
resources:
  - name: cases
    entity: case
    schema:
      fields:
        - {name: id, type: string}
      primaryKey: id
  - name: visits
    entity: visit
    schema:
      fields:
        - {name: id, type: string}
        - {name: case_id, type: string}
        - {name: other_id, type: string}
      primaryKey: id
      foreignKeys:
        - {fields: case_id, reference: {resource: cases, fields: id}, as: case, inverse: visits}
        - {fields: other_id, reference: {resource: cases, fields: id}, as: other, inverse: others}
)";

/// What is read, by key, of one visit of `other` that leads nowhere.
data::Dataset read_linked(const data::ReadOptions& options) {
  std::vector<data::Input> inputs{
      {0, "cases.csv", "id\nC1\nC2\n"},
      {1, "visits.csv", "id,case_id,other_id\nV1,C2,C1\nV1,C1,C1\nV2,C1,C3\nV3,,C2\n"}};
  return data::read_inputs(sample_model(kLinked), inputs, *value::parse_date("2024-01-01"),
                           options);
}

}  // namespace

TEST_CASE("data set: only the ways that are wanted are there, and the data read the same") {
  const data::Codes first{1, 0, -1};
  for (const bool all : {true, false}) {
    data::ReadOptions options;
    options.fields.emplace();
    if (!all) options.links.emplace().inverses.emplace(0, 0);
    const auto data = read_linked(options);
    const data::Table& visits = data.tables[1];
    REQUIRE(visits.rows == 3);
    CHECK(*visits.targets[0] == first);
    CHECK(visits.targets[1]->empty() == !all);
    CHECK(data.tables[0].inverses[0].offsets == std::vector<std::uint32_t>{0, 1, 2});
    CHECK(data.tables[0].inverses[1].offsets.empty() == !all);
    REQUIRE(data.findings.size() == 2);
    CHECK(data.findings[0].code == "DATA-KEY-DUPLICATE");
    CHECK(data.findings[1].code == "DATA-KEY-DANGLING");
    CHECK(data::key_text(data, 1, 1) == "V2");
    CHECK(value::to_string(data::cell(visits, 2, 0)) == "C1");
    CHECK(data::cell(visits, 2, 1).is_missing());  // it leads nowhere
    CHECK(value::to_string(data::cell(visits, 2, 2)) == "C2");
  }
}

TEST_CASE("data set: line numbers are kept where the distance changes") {
  data::LineIndex index;
  index.add(0, 2);
  index.add(1, 3);
  index.add(2, 7);
  index.add(3, 8);
  index.add(4, 20);
  const std::size_t expected[] = {2, 3, 7, 8, 20, 21};
  for (std::size_t row = 0; row < 6; ++row) CHECK(index.line(row) == expected[row]);
  CHECK(data::LineIndex().line(0) == 0);
}

TEST_CASE("data set: cells as values, keys as text") {
  const auto data =
      read_sample(sample_model(kModel), {{"posts.csv",
                                          "team,number,fte,open,from\nT|1,07,.5,1,2024-01-02\n"
                                          "T2,7,,,\n"}});
  const data::Table& posts = data.tables[0];
  CHECK(data::cell(posts, 0, 0).as<std::string>() == "T|1");
  CHECK(data::cell(posts, 1, 0).as<std::int64_t>() == 7);
  CHECK(data::cell(posts, 2, 0).as<double>() == 0.5);
  CHECK(data::cell(posts, 3, 0).as<bool>());
  CHECK(value::to_string(data::cell(posts, 4, 0)) == "2024-01-02");
  for (int field = 2; field < 5; ++field) CHECK(data::cell(posts, field, 1).is_missing());
  CHECK(data::cell(posts, 0, -1).is_missing());
  CHECK(data::key_text(data, 0, 0) == "7|T|1");
  CHECK(data::key_text(data, 0, 1) == "7|T2");
}

TEST_CASE("data set: the cases of rules read without findings but for dangling keys and the like") {
  const std::string folder = conformance_folder();
  if (folder.empty()) return;
  const auto model = sample_model(read_file(folder + "/caseload/model.yaml"));
  for (const char* set : {"data-1", "data-2"}) {
    Files files;
    for (const model::Table& table : model->tables) {
      const std::string path = fmt::format("{}/caseload/{}/{}.csv", folder, set, table.name);
      if (std::filesystem::exists(path)) files.emplace_back(table.name + ".csv", read_file(path));
    }
    const auto data = read_sample(model, files);
    for (const data::ReadCounts& counts : data.counts) CHECK(counts.kept == counts.read);
  }
}

TEST_CASE("data set: tables in memory are read as files are, but for cells that are not there") {
  const auto model = sample_model(R"(
model: m
version: 1
resources:
  - name: posts
    entity: post
    schema:
      fields:
        - {name: post_id, type: string}
        - {name: from, type: date, constraints: {required: true}}
      primaryKey: post_id
  - name: teams
    entity: team
    schema:
      fields: [{name: team_id, type: string}]
      primaryKey: team_id
)");
  const data::MemoryTable posts{0,
                                "posts in memory",
                                {{4, {"P1", "2026-01-31"}},
                                 {7, {"P2", std::nullopt}},
                                 {5, {"P3", ""}},
                                 {9, {"P1", "2026-02-01"}}}};
  const auto day = value::parse_date("2026-09-30").value();
  const data::Dataset data = data::read_memory(model, {posts, {1, "teams in memory", {}}}, day);
  check_sound(data);
  CHECK(data.tables[0].rows == 3);
  CHECK(value::to_string(data::cell(data.tables[0], 1, 0)) == "2026-01-31");
  CHECK(data::cell(data.tables[0], 1, 1).is_missing());
  CHECK(data.tables[0].lines.line(1) == 7);
  CHECK(data.tables[1].given);
  REQUIRE(data.findings.size() == 2);
  CHECK(data.findings[0].code == "DATA-REQUIRED");
  CHECK(data.findings[0].key == "P3");
  CHECK(data.findings[0].file == "posts in memory");
  CHECK(data.findings[1].code == "DATA-KEY-DUPLICATE");
  CHECK(data.findings[1].line == 9);
  CHECK_FALSE(data::read_memory(model, {posts}, day).tables[1].given);
}

}  // namespace remit::test
