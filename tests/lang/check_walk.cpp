#include "check_world.h"
#include "lang/parse/parse.h"
#include "lang/walk.h"
#include "support/catch.h"
#include "text/render.h"

namespace remit::test {
namespace {

const GoldenCase kWorld{
    "",
    "",
    {{"definitions",
      "registered(w: worker) = some r in w.registrations satisfies r.validity covers as_of\n"
      "at_home(w: worker) = w.team = home_team and registered(w)\n"}}};

struct Checked {
  lang::Environment world;
  lang::typed::NodePtr node;
};

/// `a` is a row of allocations in slot 1, `w` one of workers in slot 2.
Checked check(const std::string& expression) {
  text::Diagnostics diagnostics;
  Checked result{check_world(kWorld, diagnostics), nullptr};
  const auto file = std::make_shared<text::SourceFile>("rule", expression);
  const auto parsed = lang::parse_expression(text::whole(file), diagnostics);
  REQUIRE(parsed != nullptr);
  lang::Scope scope;
  scope.bind("a", value::row_type(*result.world.model->table("allocations")));
  scope.bind("w", value::row_type(*result.world.model->table("workers")));
  result.node = lang::Checker(result.world, file, diagnostics).check(*parsed, scope);
  INFO(text::render(diagnostics));
  REQUIRE(!diagnostics.has_errors());
  return result;
}

std::string tables(const std::string& expression) {
  const Checked checked = check(expression);
  std::string names;
  for (const int table : lang::tables_read(*checked.node, checked.world)) {
    names += checked.world.model->tables[static_cast<std::size_t>(table)].name + " ";
  }
  return names;
}

std::string needs(const std::string& expression) {
  const Checked checked = check(expression);
  const lang::Needs found = lang::needs_of(*checked.node, checked.world);
  std::string text;
  for (const int slot : found.slots) text += std::to_string(slot) + " ";
  return text + (found.own_date ? "own date" : "");
}

}  // namespace

TEST_CASE("lang: the tables that an expression reads are found") {
  CHECK(tables("a.role = \"lead\"").empty());
  CHECK(tables("a.worker.role = \"manager\"") == "workers ");
  CHECK(tables("count(r in w.registrations)") == "registrations ");
  CHECK(tables("some x in allocations where x.case = a.case satisfies true") ==
        "cases allocations ");
  CHECK(tables("count(r in runs(x.period for x in w.allocations))") == "allocations ");
  CHECK(tables("registered(a.worker)") == "workers registrations ");
  CHECK(tables("at_home(w)") == "registrations ");
  CHECK(tables("max(x.weight for x in w.allocations else count(r in w.registrations))") ==
        "registrations allocations ");
}

TEST_CASE("lang: what an expression needs from outside is found") {
  CHECK(needs("as_of < 2026-01-01").empty());
  CHECK(needs("a.worker = w") == "1 2 ");
  CHECK(needs("count(x in w.allocations where x.weight > 1)") == "2 ");
  CHECK(needs("count(x in w.allocations where x.weight > a.weight)") == "1 2 ");
  CHECK(needs("w.team = home_team") == "2 own date");
  CHECK(needs("a.role = main_role") == "1 ");
  CHECK(needs("at_home(w)") == "2 own date");
  CHECK(needs("registered(w)") == "2 ");
}

}  // namespace remit::test
