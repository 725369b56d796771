#pragma once

#include "prose/context.h"

namespace remit::prose {

/// What a definition says; what it uses in turn is noted in the context.
Note definition_note(const lang::Definition& definition, Context& context);
/// Which days a period of the model has.
Note period_note(const model::Table& table, const model::PeriodField& period);

/// The arguments of a call: ` for the worker and the date`; empty for none.
std::string for_arguments(const std::vector<std::string>& arguments);
/// The value of a call: `the placement's “first review”`, `“child care days” for the worker and the
/// date`.
std::string definition_phrase(const lang::Definition& definition,
                              const std::vector<std::string>& arguments);

}  // namespace remit::prose
