#pragma once

#include <cstdint>
#include <vector>

#include "advise/affected.h"
#include "advise/session.h"
#include "remit/advise.h"

namespace remit::advise {

/// What changes do in one world: of all rules. Only those subjects are evaluated that can see what
/// changed.
Effects effects_of(const Session& session, const data::Dataset& with, const Changes& changes);

/// What they do in each of some worlds, of one rule that has_side_by_side, judged by the options.
/// Nothing is waived yet, and nothing in order.
std::vector<Effects> effects_in_worlds(const Session& session, std::size_t rule,
                                       const data::Dataset& with, const Changes& changes,
                                       const std::vector<std::uint32_t>& worlds,
                                       const engine::Options& options);

/// The same of one world and any rule.
Effects effects_of_rule(const Session& session, std::size_t rule, const data::Dataset& with,
                        const Changes& changes, const engine::Options& options);

/// Leaves out what must not be shown.
void cover(const Session& session, Effects& effects);

/// Whether effects let the changes be made, where rules less severe than `least` do not count.
May verdict_of(const Session& session, const Effects& effects, rules::Severity least);
/// Whether a finding is of a rule that counts.
bool counts(const Session& session, const findings::Finding& finding, rules::Severity least);

/// Adds effects of further rules.
void add(Effects more, Effects& effects);
/// Puts aside violations that a waiver covers, and the worst first.
void finish(const Session& session, value::Date as_of, Effects& effects);

}  // namespace remit::advise
