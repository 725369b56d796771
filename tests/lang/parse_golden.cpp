#include <sstream>

#include "lang/parse_support.h"
#include "support/catch.h"
#include "support/golden.h"
#include "text/render.h"

namespace remit::test {
namespace {

std::string dump_bindings(const std::vector<lang::Binding>& bindings) {
  std::string shown;
  for (const auto& binding : bindings) {
    shown += "(" + binding.name.text + " in " + lang::dump(*binding.source);
    if (binding.where) shown += " where " + lang::dump(*binding.where);
    shown += ")\n";
  }
  return shown;
}

/// A line of input is an expression; `c|` before it makes it a comprehension, `b|` bindings.
std::string outcome(const std::string& line) {
  const bool marked = line.size() > 1 && line[1] == '|' && (line[0] == 'c' || line[0] == 'b');
  const auto excerpt = excerpt_of(marked ? line.substr(2) : line);
  text::Diagnostics diagnostics;
  std::string tree;
  if (marked && line[0] == 'c') {
    if (const auto parsed = lang::parse_comprehension(excerpt, diagnostics)) {
      tree = lang::dump(*parsed) + "\n";
    }
  } else if (marked) {
    tree = dump_bindings(lang::parse_bindings(excerpt, diagnostics));
  } else if (const auto parsed = lang::parse_expression(excerpt, diagnostics)) {
    tree = lang::dump(*parsed) + "\n";
  }
  CHECK(tree.empty() == diagnostics.has_errors());
  CHECK(diagnostics.all().size() <= 1);
  for (const auto& diagnostic : diagnostics.all()) tree += text::render(diagnostic);
  return tree;
}

}  // namespace

TEST_CASE("lang: expressions parse, and mistakes are explained, as the golden files say") {
  for (const auto& golden : golden_cases("lang/parse")) {
    std::istringstream lines(golden.section("input"));
    std::string actual;
    for (std::string line; std::getline(lines, line);) {
      INFO(golden.path << ": " << line);
      actual += "> " + line + "\n" + outcome(line);
    }
    check_golden(golden, "expected", actual);
  }
}

}  // namespace remit::test
