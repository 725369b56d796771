#pragma once

#include <vector>

#include "engine/context.h"
#include "engine/vector.h"
#include "lang/functions/functions.h"
#include "lang/typed.h"

namespace remit::engine {

/// A built-in function over columns: the arguments, all of one size, to a result of that size.
using Kernel = Vector (*)(const std::vector<Vector>& arguments, Context& context);

/// The kernel of a built-in; every built-in has one.
Kernel kernel_of(lang::Builtin function);

namespace kernels {

Vector days(const std::vector<Vector>&, Context&);
Vector working_days(const std::vector<Vector>&, Context&);
Vector months(const std::vector<Vector>&, Context&);
Vector years(const std::vector<Vector>&, Context&);
Vector weekday(const std::vector<Vector>&, Context&);
Vector year(const std::vector<Vector>&, Context&);
Vector month(const std::vector<Vector>&, Context&);
Vector day(const std::vector<Vector>&, Context&);

Vector period(const std::vector<Vector>&, Context&);
Vector overlap(const std::vector<Vector>&, Context&);
Vector period_length(const std::vector<Vector>&, Context&);

Vector lower(const std::vector<Vector>&, Context&);
Vector upper(const std::vector<Vector>&, Context&);
Vector trim(const std::vector<Vector>&, Context&);
Vector string_length(const std::vector<Vector>&, Context&);
Vector starts_with(const std::vector<Vector>&, Context&);
Vector ends_with(const std::vector<Vector>&, Context&);
Vector substring(const std::vector<Vector>&, Context&);
Vector concat(const std::vector<Vector>&, Context&);

Vector absolute(const std::vector<Vector>&, Context&);
Vector round(const std::vector<Vector>&, Context&);
Vector floor(const std::vector<Vector>&, Context&);
Vector ceiling(const std::vector<Vector>&, Context&);
Vector min_of(const std::vector<Vector>&, Context&);
Vector max_of(const std::vector<Vector>&, Context&);
Vector coalesce(const std::vector<Vector>&, Context&);

}  // namespace kernels
}  // namespace remit::engine
