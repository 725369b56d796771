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

/// What is found about data and waivers, in the order of the codes.
class Besides {
 public:
  Besides(const findings::Audit& audit, Lines& lines) : audit_(audit), lines_(lines) {}

  /// Writes what comes before a rule.
  void write_before(const std::string& rule) {
    write_while([&](const std::string& code) { return code < rule; });
  }
  void write_rest() {
    write_while([](const std::string&) { return true; });
  }

 private:
  template <class Test>
  void write_while(Test test) {
    while (data_ < audit_.data_findings.size() && test(audit_.data_findings[data_].code)) {
      lines_.write(audit_.data_findings[data_++]);
    }
    while (waiver_ < audit_.waiver_findings.size() && test(audit_.waiver_findings[waiver_].code)) {
      lines_.write(audit_, audit_.waiver_findings[waiver_++]);
    }
  }

  const findings::Audit& audit_;
  Lines& lines_;
  std::size_t data_ = 0;
  std::size_t waiver_ = 0;
};

}  // namespace

/// One stream in the order of the rule ids, the codes of what else is found among them.
void write_ndjson(const findings::Audit& audit, const Options& options, std::ostream& out) {
  Lines lines(out);
  Besides besides(audit, lines);
  for (const findings::Finding& finding : audit.findings) {
    if (!options.selection.lists(audit, finding)) continue;
    besides.write_before(findings::rule_of(audit, finding).id);
    lines.write(audit, finding);
    if (!out) return;
  }
  besides.write_rest();
}

}  // namespace remit::report
