#include "advise/reach.h"

#include <algorithm>
#include <utility>

namespace remit::advise {
namespace {

namespace typed = lang::typed;

/// The rows that an expression can give: by the paths that lead to them, or any row of its table.
struct Rows {
  std::set<Path> paths;
  bool anywhere = false;

  void add(const Rows& other) {
    paths.insert(other.paths.begin(), other.paths.end());
    anywhere = anywhere || other.anywhere;
  }
};

/// Goes through all expressions of a rule and notes which rows each of them can give.
class Tracer {
 public:
  explicit Tracer(const rules::Rule& rule) : environment_(*rule.environment) {}

  Reach take() { return std::move(reach_); }

  Rows trace(const typed::NodePtr& node) {
    if (!node) return {};
    Rows rows =
        std::visit([&](const auto& kind) { return of(kind, node->type.table); }, node->kind);
    return rows;
  }

  /// A binding whose rows are those of the whole table: the first one of a rule.
  void first(const typed::Binding& binding) {
    if (!std::holds_alternative<typed::TableSource>(binding.source)) return bind(binding);
    slots_[binding.slot] = note(binding.type.table, {{Path{}}, false});
    trace(binding.where);
  }

  void bind(const typed::Binding& binding) {
    slots_[binding.slot] =
        std::visit([&](const auto& source) { return from(source, binding); }, binding.source);
    trace(binding.where);
  }

  Rows trace(const typed::Comprehension& comprehension) {
    for (const typed::Binding& binding : comprehension.bindings) bind(binding);
    const Rows head = trace(comprehension.head);
    trace(comprehension.by);
    Rows rows = trace(comprehension.otherwise);
    rows.add(head);
    if (!comprehension.head && !comprehension.bindings.empty()) {
      rows.add(slots_[comprehension.bindings.back().slot]);
    }
    return rows;
  }

 private:
  const model::Table& table(int index) const {
    return environment_.model->tables[static_cast<std::size_t>(index)];
  }

  const Rows& note(int table, const Rows& rows) {
    if (rows.anywhere) reach_.anywhere.insert(table);
    reach_.paths[table].insert(rows.paths.begin(), rows.paths.end());
    return rows;
  }

  Rows go(const Rows& rows, const Link& link, int target) {
    Rows next{{}, rows.anywhere};
    for (const Path& path : rows.paths) {
      Path longer = path;
      longer.push_back(link);
      next.paths.insert(std::move(longer));
    }
    return note(target, next);
  }

  Rows from(const typed::TableSource& source, const typed::Binding& binding) {
    Rows rows = note(source.table, {{}, true});
    slots_[binding.slot] = rows;
    if (source.tie) {
      trace(source.tie->element);
      trace(source.tie->outer);
    }
    return rows;
  }
  Rows from(const typed::InverseSource& source, const typed::Binding& binding) {
    return go(trace(source.row), {true, source.table, source.inverse}, binding.type.table);
  }
  Rows from(const typed::RunsSource& source, const typed::Binding&) {
    trace(*source.periods);
    return {};
  }

  // One overload a kind of node; `result` is the table of what it gives, where that is a row.
  Rows of(const typed::Constant&, int) { return {}; }
  Rows of(const typed::AsOfDate&, int) { return {}; }
  Rows of(const typed::SlotUse& node, int) { return slots_[node.slot]; }
  Rows of(const typed::ParameterUse&, int) { return {}; }
  Rows of(const typed::SetUse&, int) { return {}; }
  Rows of(const typed::FieldOf& node, int) { return value(node.row); }
  Rows of(const typed::PeriodOf& node, int) { return value(node.row); }
  Rows of(const typed::Follow& node, int) {
    const auto& relation = table(node.table).relations[static_cast<std::size_t>(node.relation)];
    return go(trace(node.row), {false, node.table, node.relation}, relation.target);
  }
  Rows of(const typed::BoundOf& node, int) { return value(node.period); }
  Rows of(const typed::Widen& node, int) { return value(node.operand); }
  Rows of(const typed::Not& node, int) { return value(node.operand); }
  Rows of(const typed::Negate& node, int) { return value(node.operand); }
  Rows of(const typed::Arithmetic& node, int) { return value(node.left, node.right); }
  Rows of(const typed::Comparison& node, int) { return value(node.left, node.right); }
  Rows of(const typed::Logical& node, int) { return value(node.left, node.right); }
  Rows of(const typed::Conditional& node, int) {
    trace(node.condition);
    return either(node.then, node.otherwise);
  }
  Rows of(const typed::Membership& node, int) { return value(node.value, node.list); }
  Rows of(const typed::BetweenTest& node, int) {
    trace(node.value);
    return value(node.low, node.high);
  }
  Rows of(const typed::StateTest& node, int) { return value(node.operand); }
  Rows of(const typed::DistinctTest& node, int) { return value(node.left, node.right); }
  Rows of(const typed::PatternTest& node, int) { return value(node.value); }
  Rows of(const typed::PeriodTest& node, int) { return value(node.left, node.right); }
  Rows of(const typed::Quantified& node, int) {
    bind(node.binding);
    return value(node.satisfies);
  }
  Rows of(const typed::Aggregate& node, int) { return trace(*node.over); }
  Rows of(const typed::BuiltinCall& node, int) {
    Rows rows;
    for (const typed::NodePtr& argument : node.arguments) rows.add(trace(argument));
    return rows;
  }
  Rows of(const typed::DefinitionCall& node, int) {
    std::map<int, Rows> inside;
    for (std::size_t i = 0; i < node.arguments.size(); ++i) {
      inside[static_cast<int>(i) + 1] = trace(node.arguments[i]);
    }
    std::swap(slots_, inside);
    Rows rows = trace(environment_.definitions[static_cast<std::size_t>(node.definition)].body);
    std::swap(slots_, inside);
    return rows;
  }
  Rows of(const typed::ListOf& node, int) {
    for (const typed::NodePtr& item : node.items) trace(item);
    return {};
  }

  /// Of what gives no row.
  template <typename... Nodes>
  Rows value(const Nodes&... nodes) {
    (trace(nodes), ...);
    return {};
  }
  Rows either(const typed::NodePtr& left, const typed::NodePtr& right) {
    Rows rows = trace(left);
    rows.add(trace(right));
    return rows;
  }

  const lang::Environment& environment_;
  std::map<int, Rows> slots_;
  Reach reach_;
};

/// Shows a tracer all that a kind of rule evaluates.
class KindTracer {
 public:
  explicit KindTracer(Tracer& tracer) : tracer_(tracer) {}

  void operator()(const rules::Require& kind) { nodes({kind.require}); }
  void operator()(const rules::Reserve& kind) { nodes({kind.task, kind.by, kind.to}); }
  void operator()(const rules::Cover& kind) {
    nodes({kind.over, kind.grace});
    all(kind.by);
  }
  void operator()(const rules::Frequency& kind) {
    nodes({kind.over, kind.first_within, kind.tolerance});
    for (const rules::Phase& phase : kind.phases) {
      nodes({phase.until, phase.times, phase.every, phase.tolerance});
    }
    all(kind.event);
    all(kind.pause);
  }
  void operator()(const rules::Limit& kind) {
    nodes({kind.over, kind.at_most, kind.at_least, kind.per_duration});
    all(kind.count);
  }
  void operator()(const rules::Deadline& kind) {
    nodes({kind.trigger, kind.within, kind.counts_from, kind.times, kind.until});
    all(kind.response);
  }
  void operator()(const rules::Unique& kind) {
    nodes(kind.key);
    nodes({kind.while_});
  }

 private:
  void nodes(const std::vector<typed::NodePtr>& some) {
    for (const typed::NodePtr& node : some) tracer_.trace(node);
  }
  void all(const std::vector<rules::Elements>& some) {
    for (const rules::Elements& elements : some) {
      tracer_.trace(elements.comprehension);
      nodes({elements.weight, elements.unit});
    }
  }

  Tracer& tracer_;
};

/// The inverse of a relation, in the table that the relation leads to.
const data::InverseIndex* way_back(const data::Dataset& data, const Link& link) {
  const model::Model& model = *data.model;
  const auto& relation = model.tables[static_cast<std::size_t>(link.table)]
                             .relations[static_cast<std::size_t>(link.index)];
  const auto target = static_cast<std::size_t>(relation.target);
  const auto& inverses = model.tables[target].inverses;
  for (std::size_t i = 0; i < inverses.size(); ++i) {
    if (inverses[i].source == link.table && inverses[i].relation == link.index) {
      return &data.tables[target].inverses[i];
    }
  }
  return nullptr;
}

void make_unique(std::vector<Seen>& rows) {
  if (!std::is_sorted(rows.begin(), rows.end())) std::sort(rows.begin(), rows.end());
  rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
}

/// The rows that a foreign key of one table leads to from some of its rows.
std::vector<Seen> targets_of(const data::Dataset& data, const Link& link,
                             const std::vector<Seen>& rows) {
  const auto& inverse = data.model->tables[static_cast<std::size_t>(link.table)]
                            .inverses[static_cast<std::size_t>(link.index)];
  const data::Codes& targets = *data.tables[static_cast<std::size_t>(inverse.source)]
                                    .targets[static_cast<std::size_t>(inverse.relation)];
  std::vector<Seen> result;
  for (const Seen& seen : rows) {
    const std::int32_t target = targets[seen.row];
    if (target >= 0) result.push_back({seen.world, static_cast<std::uint32_t>(target)});
  }
  return result;
}

/// The rows from which one link leads to some rows.
std::optional<std::vector<Seen>> before(const data::Dataset& data, const Link& link,
                                        const std::vector<Seen>& rows, const OwnRows* own) {
  if (link.back) return targets_of(data, link, rows);
  const data::InverseIndex* index = way_back(data, link);
  if (!index) return std::nullopt;
  const bool some = own && own->table == link.table;
  const data::Codes& targets = *data.tables[static_cast<std::size_t>(link.table)]
                                    .targets[static_cast<std::size_t>(link.index)];
  std::vector<Seen> result;
  for (const Seen& seen : rows) {
    for (std::uint32_t k = index->offsets[seen.row]; k < index->offsets[seen.row + 1]; ++k) {
      const auto row = static_cast<std::uint32_t>(index->row(k));
      if (some && row >= own->first) break;
      result.push_back({seen.world, row});
    }
    if (!some || own->first + seen.world >= targets.size()) continue;
    const std::uint32_t row = own->first + seen.world;
    if (targets[row] == static_cast<std::int32_t>(seen.row)) result.push_back({seen.world, row});
  }
  return result;
}

}  // namespace

Reach reach_of(const rules::Rule& rule) {
  Tracer tracer(rule);
  for (std::size_t b = 0; b < rule.subjects.size(); ++b) {
    b == 0 ? tracer.first(rule.subjects[b]) : tracer.bind(rule.subjects[b]);
  }
  tracer.trace(rule.when);
  tracer.trace(rule.on);
  KindTracer kind(tracer);
  std::visit(kind, rule.kind);
  for (const rules::MessagePiece& piece : rule.message) tracer.trace(piece.expression);
  return tracer.take();
}

std::optional<std::vector<Seen>> rows_that_see(const data::Dataset& data, const Path& path,
                                               std::vector<Seen> rows, const OwnRows* own) {
  for (auto link = path.rbegin(); link != path.rend(); ++link) {
    auto earlier = before(data, *link, rows, own);
    if (!earlier) return std::nullopt;
    rows = std::move(*earlier);
    make_unique(rows);
  }
  return rows;
}

}  // namespace remit::advise
