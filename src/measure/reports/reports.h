#pragma once

#include <iosfwd>

#include "cases/reports/reports.h"
#include "measure/coverage.h"
#include "measure/mutants.h"
#include "report/json_text.h"

// How coverage and mutants are written, after the cases themselves.
namespace remit::measure {

void write_text(const Coverage& coverage, const cases::ReportOptions& options, std::ostream& out);
/// Survivors that a case file explains are named with `verbose` only.
void write_text(const Mutants& mutants, const cases::ReportOptions& options, std::ostream& out);

report::Json to_json(const Coverage& coverage);
report::Json to_json(const Mutants& mutants);

}  // namespace remit::measure
