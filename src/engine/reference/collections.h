#pragma once

#include <string>
#include <vector>

#include "engine/reference/world.h"

namespace remit::engine::reference {

/// One combination of the rows (or runs) of several bindings: the slots with it bound, and the
/// conjunction of the conditions of all of them. Where that is false there is no element.
struct Element {
  Frame frame;
  Truth where = true;
  bool unseen = false;  ///< stands for any number of elements that nobody has seen
};

/// What a binding goes through: rows in their order, periods in the order of their first day.
/// Nothing where the collection is unknown.
std::optional<std::vector<Value>> collection(const World& world,
                                             const lang::typed::Binding& binding,
                                             const Frame& frame);

/// Whether there may be more in what a binding goes through.
bool is_open(const World& world, const lang::typed::Binding& binding);

/// All combinations; nothing where the first collection is unknown. A later one that is unknown
/// stands for one element that is missing.
std::optional<std::vector<Element>> combinations(const World& world,
                                                 const std::vector<lang::typed::Binding>& bindings,
                                                 const Frame& frame);

/// The stretches of days that periods cover together, touching ones joined, in order.
std::vector<value::Period> stretches(const std::vector<value::Period>& periods);

/// What orders elements that are equal otherwise: the parts of the primary keys of their rows, as
/// text (of a run its first day, of what is missing nothing).
std::vector<std::string> tie_key(const World& world,
                                 const std::vector<lang::typed::Binding>& bindings,
                                 const Frame& frame);

}  // namespace remit::engine::reference
