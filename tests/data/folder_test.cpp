#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "data/read.h"
#include "data/sample.h"
#include "support/catch.h"
#include "text/render.h"

namespace remit::test {
namespace {

namespace fs = std::filesystem;

const char* const kModel = R"(model: m
version: 1
resources:
  - {name: workers, entity: worker, schema: {fields: [{name: id, type: string}], primaryKey: id}}
  - {name: cases, entity: case, schema: {fields: [{name: id, type: string}], primaryKey: id}}
)";

/// An empty folder that goes away again.
class Folder {
 public:
  Folder() {
    std::string name = (fs::temp_directory_path() / "remit-data-XXXXXX").string();
    REQUIRE(::mkdtemp(name.data()) != nullptr);
    path_ = name;
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  ~Folder() {
    std::error_code error;
    fs::remove_all(path_, error);
  }

  const fs::path& path() const { return path_; }
  void write(const std::string& name, const std::string& bytes) const {
    std::ofstream(path_ / name, std::ios::binary) << bytes;
  }

 private:
  fs::path path_;
};

struct Outcome {
  std::optional<data::Dataset> data;
  std::string errors;
};

Outcome read(const fs::path& folder) {
  text::Diagnostics diagnostics;
  Outcome outcome;
  outcome.data = data::read_folder(sample_model(kModel), folder.string(),
                                   *value::parse_date("2026-01-01"), diagnostics);
  outcome.errors = text::render(diagnostics);
  CHECK(outcome.data.has_value() == outcome.errors.empty());
  if (outcome.data) check_sound(*outcome.data);
  return outcome;
}

bool has(const std::string& text, const std::string& part) {
  INFO(text);
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("data folder: tables are found by name, the rest is named") {
  const Folder folder;
  folder.write("workers.csv", "id\nW1\n");
  folder.write("case.csv", "id\nC1\n");
  folder.write("Cases.csv", "id\nC1\n");
  folder.write("notes.txt", "nothing");
  const Outcome outcome = read(folder.path());
  REQUIRE(outcome.data);
  CHECK(outcome.data->tables[0].given);
  CHECK(outcome.data->tables[0].path == (folder.path() / "workers.csv").string());
  CHECK_FALSE(outcome.data->tables[1].given);
  REQUIRE(outcome.data->findings.size() == 2);
  for (const data::DataFinding& finding : outcome.data->findings) {
    CHECK(finding.code == "DATA-FILE-UNKNOWN");
    CHECK(has(finding.message, "did you mean `cases.csv`?"));
  }
  CHECK(outcome.data->findings[0].value == "Cases.csv");
}

TEST_CASE("data folder: the ending may be in capitals, but .csv comes first") {
  const Folder folder;
  folder.write("workers.CSV", "id\nW1\n");
  CHECK(read(folder.path()).data->tables[0].rows == 1);
  folder.write("workers.csv", "id\nW1\nW2\n");
  const Outcome outcome = read(folder.path());
  CHECK(outcome.data->tables[0].rows == 2);
  REQUIRE(outcome.data->findings.size() == 1);
  CHECK(outcome.data->findings[0].value == "workers.CSV");
}

TEST_CASE("data folder: what cannot be read at all is an error") {
  const Folder folder;
  CHECK(has(read(folder.path() / "nowhere").errors, "does not exist"));
  folder.write("other.csv", "id\n");
  CHECK(has(read(folder.path() / "other.csv").errors, "is not a folder"));
  const std::string nothing = read(folder.path()).errors;
  CHECK(has(nothing, "has none of the files of the model `m`"));
  CHECK(has(nothing, "`workers.csv`, `cases.csv`"));
  fs::create_directory(folder.path() / "workers.csv");
  CHECK(has(read(folder.path()).errors, "it is a folder"));
}

TEST_CASE("data folder: a file without permission is an error") {
  if (::geteuid() == 0) return;  // for root there is no such file
  const Folder folder;
  folder.write("workers.csv", "id\nW1\n");
  fs::permissions(folder.path() / "workers.csv", fs::perms::none);
  CHECK(has(read(folder.path()).errors, "permission denied"));
}

}  // namespace remit::test
