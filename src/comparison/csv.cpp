#include <ostream>

#include "comparison/format.h"
#include "findings/verdict.h"
#include "report/cell_text.h"

namespace remit::comparison {
namespace {

using report::csv_cell;

/// The verdict, and the days of the finding: the last one is named, as in the findings themselves.
void write_side(const Side& side, std::ostream& out) {
  out << ',' << word(side) << ',';
  const findings::Former* finding = side.finding;
  if (finding && finding->period) out << value::to_string(finding->period->from);
  out << ',';
  if (finding && finding->period && !value::is_open(*finding->period)) {
    out << value::to_string(value::Date{value::end_day(*finding->period).days - 1});
  }
  out << ',';
  if (finding && finding->due) out << value::to_string(*finding->due);
}

}  // namespace

void write_csv(const Pages& pages, const report::Options& /*options*/, std::ostream& out) {
  out << "rule,entity,key,before,before_from,before_to,before_due,after,after_from,after_to,"
         "after_due\r\n";
  for (const Change& change : pages.difference.changes) {
    out << csv_cell(std::string(change.rule)) << ',' << csv_cell(std::string(change.entity)) << ','
        << csv_cell(std::string(change.key));
    write_side(change.before, out);
    write_side(change.after, out);
    out << "\r\n";
    if (!out) return;
  }
}

}  // namespace remit::comparison
