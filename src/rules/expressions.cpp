#include "rules/expressions.h"

#include <fmt/format.h>

#include "lang/parse/parse.h"
#include "rules/elements_text.h"
#include "yaml/mapping.h"

namespace remit::rules {
namespace {

using value::Type;

/// The type of a `weight`: an integer is widened.
const Type kWeight = value::type(value::Kind::kNumber);

std::string head_example(value::Kind head) {
  return head == value::Kind::kPeriod ? "`a.period for a in w.allocations where ...`"
                                      : "`v.visited_on for v in c.visits where ...`";
}

}  // namespace

Expressions::Expressions(const lang::Environment& environment, text::SourcePtr file,
                         text::Diagnostics& diagnostics)
    : file_(std::move(file)),
      diagnostics_(diagnostics),
      checker_(environment, file_, diagnostics),
      checking_(environment.model != nullptr) {}

lang::ExpressionPtr Expressions::parse(const yaml::Node& node, const std::string& what) {
  if (node.kind == yaml::NodeKind::kScalar) {
    return lang::parse_expression(yaml::excerpt(node), diagnostics_);
  }
  diagnostics_.error("expected-expression", node.where, fmt::format("{} is no expression", what),
                     "write one expression; quote it where YAML would read it as something else");
  return nullptr;
}

std::vector<lang::typed::Binding> Expressions::subjects(const yaml::Node& node) {
  const std::size_t errors = diagnostics_.errors();
  std::vector<lang::typed::Binding> subjects;
  if (node.kind != yaml::NodeKind::kScalar) {
    diagnostics_.error("expected-expression", node.where, "`for` does not say what the rule is for",
                       "write one text: `for: a in allocations`, with a comma between several");
  } else {
    const auto bindings = lang::parse_bindings(yaml::excerpt(node), diagnostics_);
    if (checking_ && diagnostics_.errors() == errors) {
      subjects = checker_.check_subjects(bindings, scope_);
    }
  }
  if (subjects.empty()) stop_checking();
  return subjects;
}

NodePtr Expressions::any(const yaml::Node& node, const std::string& what) {
  const lang::ExpressionPtr expression = parse(node, what);
  return expression && checking_ ? checker_.check(*expression, scope_) : error_node();
}

NodePtr Expressions::any(const text::Excerpt& excerpt) {
  const lang::ExpressionPtr expression = lang::parse_expression(excerpt, diagnostics_);
  return expression && checking_ ? checker_.check(*expression, scope_) : error_node();
}

NodePtr Expressions::typed(const yaml::Node& node, const Type& type, const std::string& what) {
  const lang::ExpressionPtr expression = parse(node, what);
  return expression && checking_ ? checker_.check_as(*expression, scope_, type, what)
                                 : error_node();
}

std::vector<NodePtr> Expressions::list(const yaml::Node& node, const std::string& what) {
  std::vector<NodePtr> nodes;
  if (node.kind != yaml::NodeKind::kSequence) return {any(node, what)};
  if (node.items.empty()) {
    diagnostics_.error("empty-list", node.where, fmt::format("{} is an empty list", what),
                       "give at least one expression");
  }
  for (const yaml::Node& item : node.items) nodes.push_back(any(item, what));
  return nodes;
}

Elements Expressions::comprehension(const yaml::Node& node, const ElementsWanted& wanted,
                                    const std::string& what) {
  Elements elements;
  const auto parsed = lang::parse_comprehension(yaml::excerpt(node), diagnostics_);
  if (!parsed || !checking_) return elements;
  elements.comprehension = checker_.check_elements(*parsed, scope_, wanted.head, what);
  return elements;
}

NodePtr Expressions::single(const yaml::Node& node, const ElementsWanted& wanted,
                            const std::string& what) {
  const lang::ExpressionPtr parsed = parse(node, what);
  if (!parsed || !checking_ || checker_.refuse_collection(*parsed, scope_, what)) {
    return error_node();
  }
  return checker_.check_as(*parsed, scope_, value::type(wanted.head), what);
}

Elements Expressions::element(const yaml::Node& node, const ElementsWanted& wanted,
                              const std::string& what) {
  if (node.kind != yaml::NodeKind::kScalar) {
    parse(node, what);
    return {};
  }
  const std::size_t visible = scope_.visible();
  const ElementShape shape = shape_of(node.scalar);
  Elements elements;
  if (shape == ElementShape::kHeadless) {
    diagnostics_.error("no-head", node.where,
                       fmt::format("{} does not say which {} of each row counts", what,
                                   value::to_string(value::type(wanted.head))),
                       "write it before `for`: " + head_example(wanted.head));
    return elements;
  }
  const std::size_t errors = diagnostics_.errors();
  if (shape == ElementShape::kComprehension) {
    elements = comprehension(node, wanted, what);
  } else {
    elements.comprehension.head = single(node, wanted, what);
    elements.comprehension.span = node.where.span;
  }
  // Without the names of the element, what uses them would only repeat that they are not known.
  const bool sound = diagnostics_.errors() == errors;
  if (wanted.weight && sound) elements.weight = typed(*wanted.weight, kWeight, "`weight`");
  if (wanted.unit && sound) elements.unit = any(*wanted.unit, "`unit`");
  scope_.hide_to(visible);
  return elements;
}

std::vector<Elements> Expressions::elements(const yaml::Node& node, const ElementsWanted& wanted,
                                            const std::string& what) {
  std::vector<Elements> all;
  if (node.kind != yaml::NodeKind::kSequence) {
    all.push_back(element(node, wanted, what));
    return all;
  }
  if (node.items.empty()) {
    diagnostics_.error("empty-list", node.where, fmt::format("{} is an empty list", what),
                       "give at least one comprehension");
  }
  for (const yaml::Node& item : node.items) all.push_back(element(item, wanted, what));
  return all;
}

int Expressions::bind_word(const std::string& word, value::Kind kind, const text::Location& where) {
  if (const auto slot = scope_.find(word)) {
    diagnostics_.error("name-taken", where,
                       fmt::format("`{}` has a meaning of its own in this kind of rule", word),
                       fmt::format("give what `for` calls `{}` another name", word));
    return *slot;
  }
  return scope_.bind(word, value::type(kind));
}

NodePtr error_node() {
  static const NodePtr kNode = std::make_shared<lang::typed::Node>(
      lang::typed::Node{{}, {}, lang::typed::Constant{value::Value{value::Missing{}}}});
  return kNode;
}

bool is_kind(const NodePtr& node, value::Kind kind) {
  return node && (node->type.kind == kind || node->type.kind == value::Kind::kError);
}

value::Value constant_value(const NodePtr& node) {
  if (!node) return {};
  if (const auto* constant = std::get_if<lang::typed::Constant>(&node->kind)) {
    return constant->value;
  }
  if (const auto* widened = std::get_if<lang::typed::Widen>(&node->kind)) {
    return constant_value(widened->operand);
  }
  const auto* negated = std::get_if<lang::typed::Negate>(&node->kind);
  if (!negated) return {};
  value::Value value = constant_value(negated->operand);
  if (auto* integer = std::get_if<std::int64_t>(&value.data)) *integer = -*integer;
  if (auto* number = std::get_if<double>(&value.data)) *number = -*number;
  if (auto* duration = std::get_if<value::Duration>(&value.data)) {
    duration->count = -duration->count;
  }
  return value;
}

}  // namespace remit::rules
