#pragma once

#include "engine/reference/world.h"

namespace remit::engine::reference {

Truth quantify(const World& world, const lang::typed::Quantified& node, const Frame& frame);

/// Every aggregate but `runs`, which is a collection.
Value aggregate(const World& world, const lang::typed::Aggregate& node, const Frame& frame);

/// How many elements an aggregate goes through; nothing where that, or one of them, is unknown.
std::optional<std::size_t> elements_known(const World& world, const lang::typed::Aggregate& node,
                                          const Frame& frame);

/// `runs(PERIOD for ...)`: nothing where it is unknown.
std::optional<std::vector<value::Period>> runs(const World& world,
                                               const lang::typed::Comprehension& over,
                                               const Frame& frame);

}  // namespace remit::engine::reference
