#include "rules/elements_text.h"

#include "support/catch.h"

namespace remit {
namespace {

using rules::ElementShape;

struct Case {
  const char* text;
  ElementShape shape;
};

TEST_CASE("rules: how an element is to be parsed") {
  const Case cases[] = {
      {"s.completed_on", ElementShape::kExpression},
      {"a.period for a in w.allocations", ElementShape::kComprehension},
      {"a.period\n  for a in w.allocations", ElementShape::kComprehension},
      {"min(v.on for v in c.visits)", ElementShape::kExpression},
      {"a.for", ElementShape::kExpression},
      {"a . for", ElementShape::kExpression},
      {"lower(\"for\")", ElementShape::kExpression},
      {"\"a for b\"", ElementShape::kExpression},
      {"a.`x for y`", ElementShape::kExpression},
      {"'it\\'s for' ", ElementShape::kExpression},
      {"a in w.allocations where a.role = \"lead\"", ElementShape::kHeadless},
      {"some a in w.allocations where a.role = \"lead\" satisfies true", ElementShape::kExpression},
      {"x.forty", ElementShape::kExpression},
      {"", ElementShape::kExpression},
      {"\"never closed", ElementShape::kExpression},
      {"\"ends in \\", ElementShape::kExpression},
  };
  for (const Case& one : cases) {
    INFO(one.text);
    CHECK(rules::shape_of(one.text) == one.shape);
  }
}

}  // namespace
}  // namespace remit
