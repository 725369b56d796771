#pragma once

#include <string>
#include <vector>

#include "engine/reference/world.h"

namespace remit::engine::reference {

/// The value of a parameter on a date; a missing date leaves a dated one missing.
Value parameter(const World& world, int index, const Value& own_date);
/// The codes of a set that are in force on a date, as a list; on a missing date each dated code
/// stands as a missing element.
Value code_set(const World& world, int index, const Value& own_date);

/// What belongs to a row; of a missing row everything is missing.
Value field_of(const World& world, const Value& row, int table, int field);
/// Made from the two date cells.
Value period_of(const World& world, const Value& row, int table, int period);
Value follow(const World& world, const Value& row, int table, int relation);

/// The parts of a row's primary key as text; of a row without one its number.
std::vector<std::string> key_parts(const World& world, value::Row row);

}  // namespace remit::engine::reference
