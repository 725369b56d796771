#include <ostream>

#include "report/finding_json.h"
#include "report/format.h"

namespace remit::report {
namespace {

/// One finding a line; the text of one serves as the room of the next.
class Lines {
 public:
  explicit Lines(std::ostream& out) : out_(out) {}

  template <class... Parts>
  void write(const Parts&... parts) {
    writer_.clear();
    write_json(parts..., writer_);
    out_ << writer_.str() << '\n';
  }

 private:
  JsonWriter writer_;
  std::ostream& out_;
};

}  // namespace

/// One stream in the order of the rule ids, those of the data findings among them.
void write_ndjson(const findings::Audit& audit, const Options& options, std::ostream& out) {
  Lines lines(out);
  auto data = audit.data_findings.begin();
  for (const findings::Finding& finding : audit.findings) {
    for (; data != audit.data_findings.end() && data->code < findings::rule_of(audit, finding).id;
         ++data) {
      lines.write(*data);
    }
    if (!options.selection.lists(audit, finding)) continue;
    lines.write(audit, finding);
    if (!out) return;
  }
  for (; data != audit.data_findings.end(); ++data) lines.write(*data);
}

}  // namespace remit::report
