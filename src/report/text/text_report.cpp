#include <ostream>

#include "report/format.h"
#include "report/text/sections.h"

namespace remit::report {

void write_text(const findings::Audit& audit, const Options& options, std::ostream& out) {
  text::Page page(options, out);
  text::write_head(page, audit);
  text::write_rule_sections(page, audit);
  text::write_past(page, audit);
  text::write_unknowns(page, audit);
  text::write_data_findings(page, audit);
  text::write_waiver_findings(page, audit);
  text::write_summary(page, audit);
  text::write_next_step(page, audit);
}

void write_counts(const findings::Audit& audit, const Options& options, std::ostream& out) {
  text::Page page(options, out);
  text::write_summary(page, audit);
}

}  // namespace remit::report
