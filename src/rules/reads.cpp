#include "rules/reads.h"

#include <set>

#include "lang/walk.h"

namespace remit::rules {
namespace {

class Reads {
 public:
  explicit Reads(const lang::Environment& environment) : environment_(environment) {}

  void add(const NodePtr& node) {
    if (node) tables.merge(lang::tables_read(*node, environment_));
  }
  void add(const lang::typed::Binding& binding) {
    tables.merge(lang::tables_read(binding, environment_));
  }
  void add(const std::vector<Elements>& all) {
    for (const Elements& elements : all) {
      tables.merge(lang::tables_read(elements.comprehension, environment_));
      add(elements.weight);
      add(elements.unit);
    }
  }

  void operator()(const Require& kind) { add(kind.require); }
  void operator()(const Reserve& kind) {
    add(kind.task);
    add(kind.to);
  }
  void operator()(const Cover& kind) {
    add(kind.over);
    add(kind.by);
    add(kind.grace);
  }
  void operator()(const Frequency& kind) {
    add(kind.over);
    add(kind.event);
    add(kind.first_within);
    add(kind.tolerance);
    add(kind.pause);
    for (const Phase& phase : kind.phases) {
      for (const NodePtr& node : {phase.until, phase.times, phase.every, phase.tolerance}) {
        add(node);
      }
    }
  }
  void operator()(const Limit& kind) {
    add(kind.over);
    add(kind.count);
    for (const NodePtr& node : {kind.at_most, kind.at_least, kind.per_duration}) add(node);
  }
  void operator()(const Deadline& kind) {
    add(kind.response);
    for (const NodePtr& node :
         {kind.trigger, kind.within, kind.counts_from, kind.times, kind.until}) {
      add(node);
    }
  }
  void operator()(const Unique& kind) {
    for (const NodePtr& part : kind.key) add(part);
    add(kind.while_);
  }

  std::set<int> tables;

 private:
  const lang::Environment& environment_;
};

}  // namespace

std::vector<int> tables_read(const Rule& rule) {
  Reads reads(*rule.environment);
  for (const auto& binding : rule.subjects) reads.add(binding);
  reads.add(rule.when);
  reads.add(rule.on);
  std::visit(reads, rule.kind);
  const int first = rule.subjects.front().type.table;
  reads.tables.erase(first);
  return {reads.tables.begin(), reads.tables.end()};
}

}  // namespace remit::rules
