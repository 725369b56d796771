#pragma once

#include "findings/finding.h"

namespace remit::test {

/// A small audit with something of everything: findings of three rules, one rule that was not run,
/// one without subjects, two kinds of data findings.
findings::Audit sample_audit();

/// The same with violations that waivers cover, and remarks on these.
findings::Audit waived_audit();

/// One whose strings hold what data can hold: bytes that are no UTF-8, controls, wide characters.
findings::Audit hostile_audit();
/// Held against a former run: of every state one, and one that was fixed before.
findings::Audit compared_audit();

/// One in which nothing is wrong.
findings::Audit clean_audit();

}  // namespace remit::test
