#pragma once

#include <optional>

#include "prose/context.h"

namespace remit::prose {

/// What a binding goes through, in the plural: `the worker's registrations whose status is
/// registered`. From here on its name is known.
std::string collection(const lang::typed::Binding& binding, Context& context);
/// What several bindings go through: `each of the case's allocations whose role is lead, and each
/// of its visits`; `quantifier` stands before each.
std::string combinations(const std::vector<lang::typed::Binding>& bindings,
                         const std::string& quantifier, Context& context);
/// What a comprehension over one collection takes of each row: `seen date` and `the case's visits`.
struct Members {
  std::string head;
  std::string rows;
};
bool takes_members(const lang::typed::Comprehension& comprehension);
/// Nothing where it takes something else than a field, a period or a related row.
std::optional<Members> members(const lang::typed::Comprehension& comprehension, Context& context);
/// The elements of a comprehension: `the seen date of each of the case's visits`.
std::string elements_phrase(const lang::typed::Comprehension& comprehension,
                            const std::string& quantifier, Context& context);

}  // namespace remit::prose
