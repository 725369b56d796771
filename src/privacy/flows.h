#pragma once

#include "lang/environment.h"
#include "lang/typed.h"
#include "privacy/fields.h"

namespace remit::privacy {

/// Whether the value of a marked field goes into that of an expression: by itself, chosen, joined,
/// cut or counted with, but not where it is only compared. Of an argument of a definition, seen
/// from inside, `arguments` says whether it is taken for such a value.
bool flows_into(const lang::typed::Node& node, const lang::Environment& environment,
                const Marks& marks, bool arguments = false);

}  // namespace remit::privacy
