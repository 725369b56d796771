#include <fmt/format.h>

#include <set>

#include "check_world.h"
#include "support/catch.h"

namespace remit::test {
namespace {

using lang::ExpressionPtr;
using value::Kind;

const text::SourcePtr kFile = std::make_shared<text::SourceFile>("rule", "x");

template <typename Node>
ExpressionPtr expression(Node node) {
  auto made = std::make_unique<lang::Expression>();
  made->span = {0, 1};
  made->node = std::move(node);
  return made;
}

ExpressionPtr integer() { return expression(lang::Literal{value::Value{std::int64_t{1}}}); }

/// Takes a tree apart from above, so that not even its end recurses deeply.
void take_apart(ExpressionPtr top) {
  while (top != nullptr) {
    auto* binary = std::get_if<lang::Binary>(&top->node);
    ExpressionPtr next = binary != nullptr ? std::move(binary->left) : nullptr;
    top = std::move(next);
  }
}

}  // namespace

TEST_CASE("lang: a tree that is too deep is an error, whoever made it") {
  text::Diagnostics diagnostics;
  const lang::Environment world = check_world({}, diagnostics);
  ExpressionPtr sum = integer();
  for (int i = 0; i < 100000; ++i) {
    sum = expression(
        lang::Binary{lang::BinaryOperator::kAdd, std::move(sum), integer(), text::Span{0, 1}});
  }
  lang::Scope scope;
  const auto checked = lang::Checker(world, kFile, diagnostics).check(*sum, scope);
  CHECK(checked->type.kind == Kind::kError);
  REQUIRE(diagnostics.errors() == 1);
  CHECK(diagnostics.all()[0].code == "nested-too-deeply");
  take_apart(std::move(sum));
}

TEST_CASE("lang: definitions that call each other too deep are an error") {
  GoldenCase golden;
  std::string text = "f0(d: date) = d < as_of\n";
  for (int i = 1; i < 5000; ++i) text += fmt::format("f{}(d: date) = f{}(d)\n", i, i - 1);
  golden.sections = {{"definitions", text}};
  text::Diagnostics diagnostics;
  const lang::Environment world = check_world(golden, diagnostics);
  REQUIRE(diagnostics.has_errors());
  CHECK(diagnostics.all()[0].code == "nested-too-deeply");
  CHECK(world.definitions[10].body->type.kind == Kind::kBoolean);
}

TEST_CASE("lang: names come and go with their scope") {
  lang::Scope scope;
  CHECK(scope.slots().size() == 1);
  CHECK(scope.bind("a", value::type(Kind::kDate)) == 1);
  const std::size_t outer = scope.visible();
  CHECK(scope.bind("b", value::type(Kind::kPeriod)) == 2);
  CHECK(scope.find("b") == 2);
  scope.hide_to(outer);
  CHECK(!scope.find("b"));
  CHECK(scope.bind("b", value::type(Kind::kString)) == 3);
  CHECK(scope.find("b") == 3);
  CHECK(scope.names() == std::vector<std::string>{"a", "b"});
}

TEST_CASE("lang: every built-in has a name of its own, a way to call it and a description") {
  std::set<lang::Builtin> seen;
  for (const lang::Function& function : lang::functions()) {
    INFO(function.name);
    CHECK(lang::find_function(function.name) == &function);
    CHECK(!function.signatures.empty());
    CHECK(!function.documentation.empty());
    for (const lang::Signature& signature : function.signatures) {
      CHECK((!signature.parameters.empty() || !signature.variadic));
      seen.insert(signature.function);
    }
  }
  CHECK(seen.size() == static_cast<std::size_t>(lang::Builtin::kCoalesce) + 1);
}

}  // namespace remit::test
