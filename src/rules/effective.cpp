#include "rules/effective.h"

#include <fmt/format.h>

#include "model/read_values.h"

namespace remit::rules {

std::optional<EffectiveKeys> read_effective(yaml::Mapping& rule, text::Diagnostics& diagnostics) {
  const yaml::Node* node = rule.optional("effective");
  if (!node) return std::nullopt;
  if (node->kind != yaml::NodeKind::kMapping) {
    diagnostics.error("wrong-form", node->where, "`effective` is no mapping of dates",
                      "write `effective: {from: 2026-01-01, to: 2026-12-31}`, or one of the two");
    return std::nullopt;
  }
  yaml::Mapping mapping(*node, "`effective`", diagnostics);
  for (const char* word : {"start", "starts", "since"}) mapping.add_synonym(word, "from");
  for (const char* word : {"end", "ends", "until"}) mapping.add_synonym(word, "to");
  EffectiveKeys keys;
  keys.from = model::read_date(mapping, "from", diagnostics);
  keys.to = model::read_date(mapping, "to", diagnostics);
  if (mapping.word("then", {"unknown"})) keys.then_unknown = true;
  keys.clock_restart = mapping.word("clock", {"restart"}).has_value();
  keys.clock_where = mapping.key_where("clock");
  keys.where = node->where;
  mapping.finish();
  return keys;
}

void apply(const EffectiveKeys& keys, Effective& effective, text::Diagnostics& diagnostics) {
  if (keys.from) effective.from = keys.from;
  if (keys.to) effective.to = keys.to;
  if (keys.then_unknown) effective.then_unknown = *keys.then_unknown;
  if (effective.from && effective.to && *effective.to < *effective.from) {
    diagnostics.error(
        "effective-order", keys.where,
        fmt::format("`effective` ends on {} before it starts on {}",
                    value::to_string(*effective.to), value::to_string(*effective.from)),
        "both dates are inclusive; `to` is the last day in force");
  }
  if (effective.then_unknown && !effective.to) {
    diagnostics.error("effective-then", keys.where, "`then` without `to` says nothing",
                      "give the last day of this edition as `to`, or leave out `then`");
  }
  if (keys.clock_restart && !effective.from) {
    diagnostics.error("effective-clock", keys.clock_where,
                      "`clock: restart` without `from` says nothing",
                      "give the first day of the duty as `from`, or leave out `clock`");
  }
}

}  // namespace remit::rules
