#include "check_world.h"
#include "lang/parse/parse.h"
#include "lang/typed_dump.h"
#include "support/catch.h"
#include "text/render.h"

namespace remit::test {
namespace {

using value::Kind;

constexpr std::string_view kSubjects = "for: ";
constexpr std::string_view kElements = "elements: ";
constexpr std::string_view kPeriods = "periods: ";

text::Excerpt after(const text::Excerpt& line, std::size_t skipped) {
  text::Excerpt rest{line.file, line.text.substr(skipped), {}};
  rest.offsets.assign(line.offsets.begin() + static_cast<std::ptrdiff_t>(skipped),
                      line.offsets.end());
  return rest;
}

/// A row of each table and some values, bound as a rule would.
lang::Scope small_scope(const model::Model& model) {
  lang::Scope scope;
  scope.bind("a", value::row_type(*model.table("allocations")));
  scope.bind("w", value::row_type(*model.table("workers")));
  scope.bind("c", value::row_type(*model.table("cases")));
  scope.bind("d", value::type(Kind::kDate));
  scope.bind("p", value::type(Kind::kPeriod));
  return scope;
}

std::string check_subjects(lang::Checker& checker, const lang::Environment& world,
                           const text::Excerpt& line, text::Diagnostics& diagnostics) {
  lang::Scope scope;
  const auto bindings = lang::parse_bindings(after(line, kSubjects.size()), diagnostics);
  const auto checked = checker.check_subjects(bindings, scope);
  std::string result;
  for (const auto& binding : checked) {
    if (!diagnostics.has_errors()) result += lang::dump(binding, world) + "\n";
  }
  return result;
}

std::string check_elements(lang::Checker& checker, const lang::Environment& world,
                           const text::Excerpt& line, std::optional<Kind> head,
                           text::Diagnostics& diagnostics) {
  const std::size_t skipped = head.has_value() ? kPeriods.size() : kElements.size();
  const auto parsed = lang::parse_comprehension(after(line, skipped), diagnostics);
  if (!parsed.has_value()) return {};
  lang::Scope scope = small_scope(*world.model);
  const auto checked = checker.check_elements(*parsed, scope, head, "`by`");
  CHECK((checked.head->type.kind == Kind::kError) <= diagnostics.has_errors());
  return diagnostics.has_errors() ? "" : lang::dump(checked, world) + "\n";
}

std::string check_value(lang::Checker& checker, const lang::Environment& world,
                        const text::Excerpt& line, text::Diagnostics& diagnostics) {
  const lang::ExpressionPtr parsed = lang::parse_expression(line, diagnostics);
  if (parsed == nullptr) return {};
  lang::Scope scope = small_scope(*world.model);
  const std::size_t visible = scope.visible();
  const auto checked = checker.check(*parsed, scope);
  CHECK(scope.visible() == visible);
  if (diagnostics.has_errors()) CHECK(checked->type.kind == Kind::kError);
  return checked->type.kind == Kind::kError ? "" : lang::dump(*checked, world) + "\n";
}

std::string check_line(const lang::Environment& world, const text::Excerpt& line) {
  text::Diagnostics diagnostics;
  lang::Checker checker(world, line.file, diagnostics);
  std::string result;
  if (line.text.rfind(kSubjects, 0) == 0) {
    result = check_subjects(checker, world, line, diagnostics);
  } else if (line.text.rfind(kElements, 0) == 0) {
    result = check_elements(checker, world, line, std::nullopt, diagnostics);
  } else if (line.text.rfind(kPeriods, 0) == 0) {
    result = check_elements(checker, world, line, Kind::kPeriod, diagnostics);
  } else {
    result = check_value(checker, world, line, diagnostics);
  }
  for (const text::Diagnostic& each : diagnostics.all()) result += text::render(each);
  return result;
}

}  // namespace

TEST_CASE("lang: expressions check as the golden cases say") {
  for (const GoldenCase& golden : golden_cases("lang/check")) {
    INFO(golden.path);
    text::Diagnostics of_definitions;
    const lang::Environment world = check_world(golden, of_definitions);
    std::string actual;
    for (const text::Diagnostic& each : of_definitions.all()) actual += text::render(each);
    const Lines input = split_lines("rule", golden.section("input"));
    for (const text::Excerpt& line : input.lines) {
      const std::string result = check_line(world, line);
      // Only what rests on a definition that is wrong may fail without a word.
      if (!of_definitions.has_errors()) CHECK(!result.empty());
      actual += "> " + line.text + "\n" + result;
    }
    check_golden(golden, "expected", actual);
  }
}

}  // namespace remit::test
