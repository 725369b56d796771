#include "engine/kind_expressions.h"

#include "engine/standing.h"
#include "lang/walk.h"

namespace remit::engine {
namespace {

using lang::typed::NodePtr;
using Nodes = std::vector<NodePtr>;

struct OwnExpressions {
  Nodes operator()(const rules::Require& kind) const { return {kind.require}; }
  Nodes operator()(const rules::Reserve& kind) const { return {kind.task, kind.to}; }
  Nodes operator()(const rules::Cover& kind) const { return {kind.grace}; }
  Nodes operator()(const rules::Frequency& kind) const {
    Nodes nodes{kind.first_within, kind.tolerance};
    for (const rules::Phase& phase : kind.phases) {
      nodes.insert(nodes.end(), {phase.until, phase.times, phase.every, phase.tolerance});
    }
    return nodes;
  }
  Nodes operator()(const rules::Limit& kind) const {
    return {kind.at_most, kind.at_least, kind.per_duration};
  }
  Nodes operator()(const rules::Deadline& kind) const {
    return {kind.within, kind.counts_from, kind.times};
  }
  Nodes operator()(const rules::Unique& kind) const { return kind.key; }
};

struct MainTables {
  const lang::Environment& environment;

  std::set<int> of(const std::vector<rules::Elements>& elements) const {
    std::set<int> tables;
    for (const auto& each : elements) tables.merge(tables_read(each.comprehension, environment));
    return tables;
  }
  std::set<int> operator()(const rules::Require& kind) const {
    return tables_read(*kind.require, environment);
  }
  std::set<int> operator()(const rules::Reserve& kind) const {
    return tables_read(*kind.to, environment);
  }
  std::set<int> operator()(const rules::Cover& kind) const { return of(kind.by); }
  std::set<int> operator()(const rules::Frequency& kind) const { return of(kind.event); }
  std::set<int> operator()(const rules::Limit& kind) const {
    return kind.at_least ? of(kind.count) : std::set<int>{};
  }
  std::set<int> operator()(const rules::Deadline& kind) const { return of(kind.response); }
  std::set<int> operator()(const rules::Unique&) const { return {}; }
};

std::set<int> without_subjects(std::set<int> tables, const rules::Rule& rule) {
  for (const auto& binding : rule.subjects) tables.erase(binding.type.table);
  return tables;
}

}  // namespace

Nodes subject_expressions(const rules::Rule& rule) {
  Nodes nodes;
  for (const auto& binding : rule.subjects) nodes.push_back(binding.where);
  nodes.push_back(rule.when);
  nodes.push_back(own_date_of(rule));
  nodes.push_back(over_of(rule));
  const Nodes own = std::visit(OwnExpressions{}, rule.kind);
  nodes.insert(nodes.end(), own.begin(), own.end());
  return nodes;
}

Nodes optional_expressions(const rules::Rule& rule) {
  const auto* deadline = std::get_if<rules::Deadline>(&rule.kind);
  return deadline ? Nodes{deadline->until} : Nodes{};
}

std::set<int> main_tables(const rules::Rule& rule) {
  return without_subjects(std::visit(MainTables{*rule.environment}, rule.kind), rule);
}

std::set<int> lookup_tables(const rules::Rule& rule) {
  const auto* limit = std::get_if<rules::Limit>(&rule.kind);
  if (!limit) return main_tables(rule);
  return without_subjects(MainTables{*rule.environment}.of(limit->count), rule);
}

}  // namespace remit::engine
