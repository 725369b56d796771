#pragma once

#include <iosfwd>
#include <string>

#include "remit/due.h"

namespace remit::advise {

// One a file.
void write_due_text(const Advisor& advisor, const DueAnswer& answer, const DueLook& look,
                    std::ostream& out);
void write_due_json(const Advisor& advisor, const DueAnswer& answer, const DueLook& look,
                    std::ostream& out);
void write_due_csv(const Advisor& advisor, const DueAnswer& answer, const DueLook& look,
                   std::ostream& out);
void write_due_calendar(const Advisor& advisor, const DueAnswer& answer, const DueLook& look,
                        std::ostream& out);

/// What becomes of it if nothing is recorded: `a violation from 2026-03-03 on`.
std::string turn_text(const DueItem& item);

}  // namespace remit::advise
