#include "audit/fields_used.h"

#include <set>

#include "lang/walk.h"
#include "rules/parts.h"

namespace remit::auditing {
namespace {

namespace typed = lang::typed;

/// Collects from expressions, and from the definitions that they call.
class Collector : public lang::TreeVisitor, public rules::PartVisitor {
 public:
  Collector(const lang::Environment& environment, Uses& uses)
      : environment_(environment), uses_(uses) {}

  void expression(const std::string& /*key*/, rules::NodePtr& expression) override {
    lang::walk(*expression, *this);
  }
  void binding(const std::string& /*key*/, typed::Binding& part) override {
    lang::walk(part, *this);
  }
  void elements(const std::string& /*key*/, typed::Comprehension& part) override {
    lang::walk(part, *this);
  }

  /// Tables are tied to what is bound before by conditions that stand by themselves.
  void binding(const typed::Binding& binding) override {
    if (const auto* back = std::get_if<typed::InverseSource>(&binding.source)) {
      uses_.links.inverses.emplace(back->table, back->inverse);
    }
    const auto* source = std::get_if<typed::TableSource>(&binding.source);
    if (source == nullptr || !source->tie) return;
    lang::walk(*source->tie->element, *this);
    lang::walk(*source->tie->outer, *this);
  }
  void node(const typed::Node& node) override {
    if (const auto* field = std::get_if<typed::FieldOf>(&node.kind)) {
      uses_.fields.emplace(field->table, field->field);
    }
    if (const auto* follow = std::get_if<typed::Follow>(&node.kind)) {
      uses_.links.relations.emplace(follow->table, follow->relation);
    }
    if (const auto* call = std::get_if<typed::DefinitionCall>(&node.kind)) enter(call->definition);
  }

 private:
  void enter(int definition) {
    const auto& body = environment_.definitions[static_cast<std::size_t>(definition)].body;
    if (entered_.insert(definition).second && body) lang::walk(*body, *this);
  }

  const lang::Environment& environment_;
  Uses& uses_;
  std::set<int> entered_;
};

}  // namespace

Uses uses(const rules::RuleSet& rules) {
  Uses uses;
  for (const rules::Rule& rule : rules.rules) {
    rules::Rule copy = rule;  // the visitor may change what it is shown; this one does not
    Collector collector(*rule.environment, uses);
    rules::visit_parts(copy, collector);
    for (const rules::MessagePiece& piece : rule.message) {
      if (piece.expression) lang::walk(*piece.expression, collector);
    }
  }
  return uses;
}

void read_only(const Uses& uses, data::ReadOptions& options) {
  options.fields = uses.fields;
  options.links = uses.links;
}

}  // namespace remit::auditing
