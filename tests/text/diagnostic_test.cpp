#include "text/diagnostic.h"

#include <memory>

#include "support/catch.h"

namespace remit::text {
namespace {

TEST_CASE("text: the same message at the same place is kept once") {
  const auto file = std::make_shared<SourceFile>("f", "abc");
  const auto other = std::make_shared<SourceFile>("g", "abc");
  Diagnostics diagnostics;
  diagnostics.error("a", {file, {0, 1}}, "wrong");
  diagnostics.error("a", {file, {0, 1}}, "wrong");
  CHECK(diagnostics.all().size() == 1);
  diagnostics.error("a", {file, {0, 2}}, "wrong");
  diagnostics.error("a", {other, {0, 1}}, "wrong");
  diagnostics.error("a", {file, {0, 1}}, "also wrong");
  CHECK(diagnostics.all().size() == 4);
  CHECK(diagnostics.errors() == 4);
}

TEST_CASE("text: warnings are no errors") {
  Diagnostics diagnostics;
  CHECK_FALSE(diagnostics.has_errors());
  diagnostics.warning("a", {}, "doubtful");
  CHECK_FALSE(diagnostics.has_errors());
  Diagnostic& added = diagnostics.error("b", {}, "wrong", "do it right");
  added.notes.push_back({"because", {}});
  CHECK(diagnostics.has_errors());
  CHECK(diagnostics.all()[1].help == "do it right");
  CHECK(diagnostics.all()[1].notes.size() == 1);
}

TEST_CASE("text: a hundred thousand diagnostics are kept in no time") {
  const auto file = std::make_shared<SourceFile>("f", "abc");
  Diagnostics diagnostics;
  for (std::uint32_t i = 0; i < 100000; ++i) diagnostics.error("a", {file, {i, i}}, "wrong");
  CHECK(diagnostics.errors() == 100000);
}

}  // namespace
}  // namespace remit::text
