#pragma once

#include "lang/parse/fault.h"
#include "lang/parse/grammar.h"
#include "lang/parse/scan.h"

namespace remit::lang::parse {

/// Says what stands where something else was expected, and what the author most likely meant.
Fault explain(const Scan& scan, const Unexpected& unexpected);

}  // namespace remit::lang::parse
