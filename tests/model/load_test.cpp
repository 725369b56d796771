#include "model/load.h"

#include <filesystem>
#include <memory>
#include <string>

#include "dump.h"
#include "support/catch.h"
#include "support/golden.h"
#include "text/render.h"

namespace remit::model {
namespace {

text::SourcePtr source(const std::string& path, const std::string& content) {
  return std::make_shared<text::SourceFile>(path, content);
}

TEST_CASE("model: files load, or every mistake is shown with its place") {
  for (const test::GoldenCase& golden : test::golden_cases("model")) {
    text::Diagnostics diagnostics;
    const auto model = load(source("model.yaml", golden.section("input")), diagnostics);
    CHECK(model.has_value() == !diagnostics.has_errors());
    check_golden(golden, "expected",
                 text::render(diagnostics) + (model ? test::dump(*model) : std::string()));
  }
}

TEST_CASE("model: a file cut off anywhere is an error or a smaller model") {
  const std::string whole = test::golden_cases("model/good").front().section("input");
  for (std::size_t length = 0; length < whole.size(); ++length) {
    text::Diagnostics diagnostics;
    const auto model = load(source("model.yaml", whole.substr(0, length)), diagnostics);
    CHECK(model.has_value() == !diagnostics.has_errors());
  }
}

TEST_CASE("model: the conformance model loads") {
  const std::string folder = test::conformance_folder();
  if (folder.empty()) return;
  const std::string path = folder + "/caseload/model.yaml";
  text::Diagnostics diagnostics;
  const auto model = load(source(path, test::read_file(path)), diagnostics);
  INFO(text::render(diagnostics));
  REQUIRE(model);
  CHECK(model->tables.size() == 11);
  CHECK(model->table("allocations"));
  CHECK(model->entity("worker"));
}

TEST_CASE("model: the models that come with remit load") {
  const std::filesystem::path folder = std::string(REMIT_SOURCE_DIR) + "/schemas/models";
  if (!std::filesystem::exists(folder)) return;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    const std::string path = entry.path().string();
    text::Diagnostics diagnostics;
    const auto model = load(source(path, test::read_file(path)), diagnostics);
    INFO(text::render(diagnostics));
    CHECK(model.has_value());
  }
}

}  // namespace
}  // namespace remit::model
