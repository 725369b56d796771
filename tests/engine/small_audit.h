#pragma once

#include "engine/audit.h"
#include "support/golden.h"

namespace remit::test {

/// A golden case over the small model of `owners` and their `items`: sections `rules` (what follows
/// the sources of a rule set), `as of`, and the rows of the tables; one without a section is not
/// given.
AuditText small_audit(const GoldenCase& golden);

}  // namespace remit::test
