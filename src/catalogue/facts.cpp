#include "catalogue/facts.h"

#include <algorithm>

#include "lang/walk.h"
#include "rules/parts.h"

namespace remit::catalogue {
namespace {

namespace typed = lang::typed;

template <typename T>
bool add_once(std::vector<T>& all, const T& one) {
  if (std::find(all.begin(), all.end(), one) != all.end()) return false;
  all.push_back(one);
  return true;
}

class Finder : public lang::TreeVisitor, public rules::PartVisitor {
 public:
  explicit Finder(const lang::Environment& environment) : environment_(environment) {}

  void expression(const std::string&, typed::NodePtr& expression) override {
    lang::walk(*expression, *this);
  }
  void binding(const std::string&, typed::Binding& binding) override { lang::walk(binding, *this); }
  void elements(const std::string&, typed::Comprehension& elements) override {
    lang::walk(elements, *this);
  }

  void node(const typed::Node& node) override { std::visit(*this, node.kind); }
  void binding(const typed::Binding& binding) override { std::visit(*this, binding.source); }

  void operator()(const typed::ParameterUse& use) { add_once(facts.parameters, use.parameter); }
  void operator()(const typed::SetUse& use) { add_once(facts.sets, use.set); }
  void operator()(const typed::FieldOf& use) { read(use.table, use.field); }
  void operator()(const typed::PeriodOf& use) {
    const auto& period = table(use.table).periods[static_cast<std::size_t>(use.period)];
    read(use.table, period.from);
    read(use.table, period.to);
  }
  void operator()(const typed::Follow& use) {
    const auto& relation = table(use.table).relations[static_cast<std::size_t>(use.relation)];
    for (const int field : relation.fields) read(use.table, field);
    add_once(facts.tables, relation.target);
  }
  void operator()(const typed::DefinitionCall& call) {
    if (!add_once(facts.definitions, call.definition)) return;
    const auto& definition = environment_.definitions[static_cast<std::size_t>(call.definition)];
    if (definition.body) lang::walk(*definition.body, *this);
  }
  void operator()(const typed::Comparison& test) {
    if (test.op > typed::ComparisonOperator::kNotEqual) return;
    compare(test.left, test.right);
    compare(test.right, test.left);
  }
  void operator()(const typed::DistinctTest& test) {
    compare(test.left, test.right);
    compare(test.right, test.left);
  }
  void operator()(const typed::Membership& test) {
    if (const auto* list = std::get_if<typed::ListOf>(&test.list->kind)) {
      for (const auto& item : list->items) compare(test.value, item);
    }
    if (const auto* use = std::get_if<typed::SetUse>(&test.list->kind)) {
      const auto& set = environment_.sets[static_cast<std::size_t>(use->set)];
      for (const lang::Dated& dated : set.values) compare(test.value, dated.value);
    }
  }
  template <typename Other>
  void operator()(const Other&) {}

  void operator()(const typed::TableSource& source) { add_once(facts.tables, source.table); }
  void operator()(const typed::InverseSource& source) {
    const auto& inverse = table(source.table).inverses[static_cast<std::size_t>(source.inverse)];
    const auto& relations = table(inverse.source).relations;
    const auto& relation = relations[static_cast<std::size_t>(inverse.relation)];
    for (const int field : relation.fields) read(inverse.source, field);
  }
  void operator()(const typed::RunsSource&) {}

  void compare(const typed::NodePtr& field, const value::Value& code) {
    const auto* use = std::get_if<typed::FieldOf>(&field->kind);
    const auto* text = std::get_if<std::string>(&code.data);
    if (use == nullptr || text == nullptr) return;
    add_once(facts.codes, ComparedCode{use->table, use->field, *text});
  }

  Facts facts;

 private:
  const model::Table& table(int index) const {
    return environment_.model->tables[static_cast<std::size_t>(index)];
  }
  void read(int table, int field) {
    add_once(facts.tables, table);
    add_once(facts.fields, std::pair{table, field});
  }
  void compare(const typed::NodePtr& field, const typed::NodePtr& code) {
    const auto* constant = std::get_if<typed::Constant>(&code->kind);
    if (constant != nullptr) compare(field, constant->value);
  }

  const lang::Environment& environment_;
};

}  // namespace

Facts facts_of(const rules::Rule& rule) {
  Finder finder(*rule.environment);
  rules::Rule shown = rule;  // the visitor could change what it is shown; this one does not
  rules::visit_parts(shown, finder);
  if (const auto* line = std::get_if<rules::Reserve>(&rule.kind)) {
    for (const std::string& task : line->tasks) finder.compare(line->task, value::Value{task});
  }
  return std::move(finder.facts);
}

}  // namespace remit::catalogue
