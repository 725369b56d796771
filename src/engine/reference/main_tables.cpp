#include "engine/reference/main_tables.h"

#include <algorithm>

// Decisions where the language page is silent:
// - Main elements are those of `by`, `event`, `response`, and of `count` where there is an
//   `at_least`; conditions are `require` and a reserved line's `to`. What `weight` and `unit`
//   read is not among them.
// - A table that is stated complete is empty for good, and can accuse by what is not in it. Only
//   where a `limit` has no `at_least` does its being empty still leave nothing to find.
// - To follow a relation reads its target's table.
namespace remit::engine::reference {
namespace {

namespace typed = lang::typed;

/// Collects the tables that an expression reads, with the definitions that it calls.
struct Reader {
  const World& world;
  std::set<int>& tables;

  void read(const NodePtr& node) const {
    if (node) std::visit(*this, node->kind);
  }
  void read_all(const std::vector<NodePtr>& nodes) const {
    for (const NodePtr& node : nodes) read(node);
  }
  void read(const typed::Comprehension& comprehension) const {
    for (const typed::Binding& binding : comprehension.bindings) read(binding);
    read(comprehension.head);
    read(comprehension.by);
    read(comprehension.otherwise);
  }
  void read(const typed::Binding& binding) const {
    if (const auto* whole = std::get_if<typed::TableSource>(&binding.source)) {
      tables.insert(whole->table);
    } else if (const auto* inverse = std::get_if<typed::InverseSource>(&binding.source)) {
      read(inverse->row);
      tables.insert(
          model_of(inverse->table).inverses.at(static_cast<std::size_t>(inverse->inverse)).source);
    } else {
      read(*std::get<typed::RunsSource>(binding.source).periods);
    }
    read(binding.where);
  }
  const model::Table& model_of(int table) const {
    return world.data.model->tables.at(static_cast<std::size_t>(table));
  }

  void operator()(const typed::Constant& /*node*/) const {}
  void operator()(const typed::AsOfDate& /*node*/) const {}
  void operator()(const typed::SlotUse& /*node*/) const {}
  void operator()(const typed::ParameterUse& /*node*/) const {}
  void operator()(const typed::SetUse& /*node*/) const {}
  void operator()(const typed::FieldOf& node) const { read(node.row); }
  void operator()(const typed::PeriodOf& node) const { read(node.row); }
  void operator()(const typed::Follow& node) const {
    read(node.row);
    tables.insert(
        model_of(node.table).relations.at(static_cast<std::size_t>(node.relation)).target);
  }
  void operator()(const typed::BoundOf& node) const { read(node.period); }
  void operator()(const typed::Widen& node) const { read(node.operand); }
  void operator()(const typed::Not& node) const { read(node.operand); }
  void operator()(const typed::Negate& node) const { read(node.operand); }
  void operator()(const typed::Arithmetic& node) const { read_all({node.left, node.right}); }
  void operator()(const typed::Comparison& node) const { read_all({node.left, node.right}); }
  void operator()(const typed::Logical& node) const { read_all({node.left, node.right}); }
  void operator()(const typed::Conditional& node) const {
    read_all({node.condition, node.then, node.otherwise});
  }
  void operator()(const typed::Membership& node) const { read_all({node.value, node.list}); }
  void operator()(const typed::BetweenTest& node) const {
    read_all({node.value, node.low, node.high});
  }
  void operator()(const typed::StateTest& node) const { read(node.operand); }
  void operator()(const typed::DistinctTest& node) const { read_all({node.left, node.right}); }
  void operator()(const typed::PatternTest& node) const { read(node.value); }
  void operator()(const typed::PeriodTest& node) const { read_all({node.left, node.right}); }
  void operator()(const typed::Quantified& node) const {
    read(node.binding);
    read(node.satisfies);
  }
  void operator()(const typed::Aggregate& node) const { read(*node.over); }
  void operator()(const typed::BuiltinCall& node) const { read_all(node.arguments); }
  void operator()(const typed::DefinitionCall& node) const {
    read_all(node.arguments);
    read(world.environment.definitions.at(static_cast<std::size_t>(node.definition)).body);
  }
  void operator()(const typed::ListOf& node) const { read_all(node.items); }
};

struct MainReader {
  Reader reader;

  void read(const std::vector<rules::Elements>& elements) const {
    for (const rules::Elements& each : elements) reader.read(each.comprehension);
  }
  void operator()(const rules::Require& kind) const { reader.read(kind.require); }
  void operator()(const rules::Reserve& kind) const { reader.read(kind.to); }
  void operator()(const rules::Cover& kind) const { read(kind.by); }
  void operator()(const rules::Frequency& kind) const { read(kind.event); }
  void operator()(const rules::Limit& kind) const {
    if (kind.at_least) read(kind.count);
  }
  void operator()(const rules::Deadline& kind) const { read(kind.response); }
  void operator()(const rules::Unique& /*kind*/) const {}
};

}  // namespace

std::set<int> main_tables(const World& world, const rules::Rule& rule) {
  std::set<int> tables;
  std::visit(MainReader{{world, tables}}, rule.kind);
  for (const typed::Binding& binding : rule.subjects) tables.erase(binding.type.table);
  return tables;
}

std::set<int> lookup_tables(const World& world, const rules::Rule& rule) {
  std::set<int> tables = main_tables(world, rule);
  if (const auto* limit = std::get_if<rules::Limit>(&rule.kind)) {
    MainReader{{world, tables}}.read(limit->count);
  }
  for (const typed::Binding& binding : rule.subjects) tables.erase(binding.type.table);
  return tables;
}

std::set<int> tables_read(const World& world, const NodePtr& node) {
  std::set<int> tables;
  Reader{world, tables}.read(node);
  return tables;
}

bool reads_open(const World& world, const NodePtr& node) {
  if (world.open.empty()) return false;
  const std::set<int> tables = tables_read(world, node);
  return std::any_of(tables.begin(), tables.end(),
                     [&](int table) { return world.open.contains(table); });
}

std::set<int> empty_among(const World& world, const std::set<int>& tables) {
  std::set<int> empty;
  for (const int table : tables) {
    const auto& read = world.data.tables.at(static_cast<std::size_t>(table));
    if (read.given && read.rows == 0) empty.insert(table);
  }
  return empty;
}

std::set<int> unstated(const World& world, const std::set<int>& tables) {
  std::set<int> result;
  for (const int table : tables) {
    if (world.complete.count(table) == 0) result.insert(table);
  }
  return result;
}

}  // namespace remit::engine::reference
