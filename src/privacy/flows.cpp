#include "privacy/flows.h"

#include <algorithm>

namespace remit::privacy {
namespace {

namespace typed = lang::typed;
using typed::NodePtr;

// One overload a kind of node: whether a marked value goes into its own.
struct Flow {
  const lang::Environment& environment;
  const Marks& marks;
  bool arguments;

  bool of(const NodePtr& node) const { return node && std::visit(*this, node->kind); }
  bool any(const std::vector<NodePtr>& nodes) const {
    return std::any_of(nodes.begin(), nodes.end(), [&](const NodePtr& node) { return of(node); });
  }

  bool operator()(const typed::FieldOf& it) const { return marks.has(it.table, it.field); }
  bool operator()(const typed::SlotUse&) const { return arguments; }
  bool operator()(const typed::Widen& it) const { return of(it.operand); }
  bool operator()(const typed::Negate& it) const { return of(it.operand); }
  bool operator()(const typed::Arithmetic& it) const { return of(it.left) || of(it.right); }
  bool operator()(const typed::Conditional& it) const { return of(it.then) || of(it.otherwise); }
  bool operator()(const typed::BuiltinCall& it) const { return any(it.arguments); }
  bool operator()(const typed::ListOf& it) const { return any(it.items); }
  bool operator()(const typed::Aggregate& it) const {
    if (it.function == lang::AggregateFunction::kCount) return false;
    return of(it.over->head) || of(it.over->otherwise);
  }
  bool operator()(const typed::DefinitionCall& it) const {
    const auto& body = environment.definitions[static_cast<std::size_t>(it.definition)].body;
    return any(it.arguments) || (body && flows_into(*body, environment, marks));
  }

  // Conditions.
  bool operator()(const typed::Not&) const { return false; }
  bool operator()(const typed::Comparison&) const { return false; }
  bool operator()(const typed::Logical&) const { return false; }
  bool operator()(const typed::Membership&) const { return false; }
  bool operator()(const typed::BetweenTest&) const { return false; }
  bool operator()(const typed::StateTest&) const { return false; }
  bool operator()(const typed::DistinctTest&) const { return false; }
  bool operator()(const typed::PatternTest&) const { return false; }
  bool operator()(const typed::PeriodTest&) const { return false; }
  bool operator()(const typed::Quantified&) const { return false; }
  // What holds no cell that could be an id; rows have names of their own.
  bool operator()(const typed::Constant&) const { return false; }
  bool operator()(const typed::AsOfDate&) const { return false; }
  bool operator()(const typed::ParameterUse&) const { return false; }
  bool operator()(const typed::SetUse&) const { return false; }
  bool operator()(const typed::PeriodOf&) const { return false; }
  bool operator()(const typed::Follow&) const { return false; }
  bool operator()(const typed::BoundOf&) const { return false; }
};

}  // namespace

bool flows_into(const typed::Node& node, const lang::Environment& environment, const Marks& marks,
                bool arguments) {
  return std::visit(Flow{environment, marks, arguments}, node.kind);
}

}  // namespace remit::privacy
