#include "lang/check/calls.h"

#include <set>

namespace remit::lang::check {
namespace {

// Walks an untyped tree; one overload a kind of node. The open list stands in for recursion.
struct CallFinder {
  const std::map<std::string, int, std::less<>>& definitions;
  std::set<int> found;
  std::vector<const Expression*> open;

  void operator()(const Literal&) {}
  void operator()(const AsOf&) {}
  void operator()(const NameUse& node) { name(node.name); }
  void operator()(const Member& node) { add(node.object); }
  void operator()(const Unary& node) { add(node.operand); }
  void operator()(const Binary& node) {
    add(node.left);
    add(node.right);
  }
  void operator()(const In& node) {
    add(node.value);
    add(node.list);
  }
  void operator()(const Between& node) {
    add(node.value);
    add(node.low);
    add(node.high);
  }
  void operator()(const IsState& node) { add(node.value); }
  void operator()(const IsDistinct& node) {
    add(node.left);
    add(node.right);
  }
  void operator()(const Matches& node) { add(node.value); }
  void operator()(const If& node) {
    add(node.condition);
    add(node.then);
    add(node.otherwise);
  }
  void operator()(const Quantified& node) {
    add(node.binding);
    add(node.satisfies);
  }
  void operator()(const Aggregate& node) {
    for (const Binding& binding : node.over.bindings) add(binding);
    add(node.over.head);
    add(node.over.by);
    add(node.over.otherwise);
  }
  void operator()(const Call& node) {
    name(node.function.text);
    for (const ExpressionPtr& argument : node.arguments) add(argument);
  }
  void operator()(const ListOf& node) {
    for (const ExpressionPtr& item : node.items) add(item);
  }

  void add(const ExpressionPtr& expression) {
    if (expression != nullptr) open.push_back(expression.get());
  }
  void add(const Binding& binding) {
    add(binding.source);
    add(binding.where);
  }
  void name(const std::string& text) {
    const auto definition = definitions.find(text);
    if (definition != definitions.end()) found.insert(definition->second);
  }
};

}  // namespace

std::vector<int> calls_in(const Expression& expression,
                          const std::map<std::string, int, std::less<>>& definitions) {
  CallFinder finder{definitions, {}, {&expression}};
  while (!finder.open.empty()) {
    const Expression* next = finder.open.back();
    finder.open.pop_back();
    std::visit(finder, next->node);
  }
  return {finder.found.begin(), finder.found.end()};
}

}  // namespace remit::lang::check
