#pragma once

#include "engine/reference/world.h"

namespace remit::engine::reference {

/// The value of a typed expression where the slots hold what they hold; missing and unknown are
/// one. A collection has no value: it stands only in bindings.
Value evaluate(const World& world, const lang::typed::Node& node, const Frame& frame);
/// The same of a boolean; an absent expression (null) is true.
Truth evaluate_truth(const World& world, const NodePtr& node, const Frame& frame);
/// The same of a date, a duration or a period; nothing where it is missing.
std::optional<Date> evaluate_date(const World& world, const NodePtr& node, const Frame& frame);
std::optional<value::Duration> evaluate_duration(const World& world, const NodePtr& node,
                                                 const Frame& frame);
std::optional<value::Period> evaluate_period(const World& world, const NodePtr& node,
                                             const Frame& frame);

}  // namespace remit::engine::reference
