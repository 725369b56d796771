#pragma once

#include <span>

#include "report/text/page.h"

namespace remit::report::text {

/// The findings of one rule: verdict, subject, when, message, and what an unknown needs or who
/// waived it. Side by side where that takes no more lines, else the message under the rest.
void write_rows(Page& page, const findings::Audit& audit,
                std::span<const findings::Finding* const> findings);

}  // namespace remit::report::text
