#pragma once

#include "engine/audit.h"
#include "support/golden.h"

namespace remit::test {

/// A golden case over the small model of `owners` and their `items`: sections `rules` (what follows
/// the sources of a rule set), `as of`, and the rows of the tables; one without a section is not
/// given. `complete` has a line `items 2026-01-01` for each table that is stated complete.
AuditText small_audit(const GoldenCase& golden);

}  // namespace remit::test
