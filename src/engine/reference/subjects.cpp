#include "engine/reference/subjects.h"

#include "engine/reference/collections.h"
#include "engine/reference/interpreter.h"
#include "engine/reference/logic.h"

// Decisions where the language page is silent:
// - The conditions of `for` are asked before there is an own date: a dated parameter or code set
//   has the value of the as-of date in them.
// - The entity of a run is the name that it is bound to.
// - The condition of a run that is unknown is asked with a missing period.
namespace remit::engine::reference {
namespace {

namespace typed = lang::typed;

void extend(const World& world, const typed::Binding& binding, const Candidate& before,
            std::vector<Candidate>& result) {
  auto values = collection(world, binding, before.frame);
  const bool is_run = binding.type.kind == value::Kind::kPeriod;
  const bool unknown_run = !values && is_run;
  if (unknown_run) values = std::vector<Value>{missing()};
  if (!values) return;
  for (const Value& value : *values) {
    Candidate next = before;
    next.frame.at(static_cast<std::size_t>(binding.slot)) = value;
    next.where = conjunction(next.where, evaluate_truth(world, binding.where, next.frame));
    next.unknown_run = next.unknown_run || unknown_run;
    next.future_run =
        next.future_run || (is_run && !unknown_run && value.as<value::Period>().from > world.as_of);
    if (next.where != false) result.push_back(std::move(next));
  }
}

void name(const World& world, const rules::Rule& rule, Candidate& candidate) {
  candidate.key = tie_key(world, rule.subjects, candidate.frame);
  for (const typed::Binding& binding : rule.subjects) {
    const Value& bound = candidate.frame.at(static_cast<std::size_t>(binding.slot));
    if (bound.is_missing()) continue;
    std::string entity = binding.name;
    std::string key;
    if (const auto* row = std::get_if<value::Row>(&bound.data)) {
      entity = world.data.model->tables.at(static_cast<std::size_t>(row->table)).entity;
      key = data::key_text(world.data, row->table, row->row);
    } else {
      key = value::to_string(value::first_day(bound.as<value::Period>()));
    }
    candidate.subject.entity += (candidate.subject.entity.empty() ? "" : " + ") + entity;
    candidate.subject.key += (candidate.subject.key.empty() ? "" : " + ") + key;
  }
}

}  // namespace

std::vector<Candidate> candidates(const World& world, const rules::Rule& rule) {
  Candidate root;
  root.frame.resize(rule.slots.size());
  root.frame.at(0) = {world.as_of};
  std::vector<Candidate> all{root};
  for (const typed::Binding& binding : rule.subjects) {
    std::vector<Candidate> longer;
    for (const Candidate& each : all) extend(world, binding, each, longer);
    all = std::move(longer);
  }
  for (Candidate& each : all) name(world, rule, each);
  return all;
}

}  // namespace remit::engine::reference
