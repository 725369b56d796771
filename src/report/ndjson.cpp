#include <ostream>

#include "report/finding_json.h"
#include "report/format.h"
#include "report/history_json.h"

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
    ++count_;
  }
  /// The last one, which makes a file that is cut off known as such.
  void end(const findings::Audit& audit, const findings::Selection& selection) {
    writer_.clear();
    write_run(audit, selection, count_, writer_);
    out_ << writer_.str() << '\n';
  }

 private:
  std::size_t count_ = 0;
  JsonWriter writer_;
  std::ostream& out_;
};

/// What is found about data and waivers, in the order of the codes, and what was found before.
class Besides {
 public:
  Besides(const findings::Audit& audit, const findings::Selection& selection, Lines& lines)
      : audit_(audit), selection_(selection), lines_(lines) {}

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
    while (past_ < audit_.past.size() && test(audit_.past[past_].rule)) {
      const findings::PastFinding& finding = audit_.past[past_++];
      if (selection_.lists(finding)) lines_.write(finding);
    }
  }

  const findings::Audit& audit_;
  const findings::Selection& selection_;
  Lines& lines_;
  std::size_t past_ = 0;
  std::size_t data_ = 0;
  std::size_t waiver_ = 0;
};

}  // namespace

/// One stream in the order of the rule ids, the codes of what else is found among them; what a rule
/// found before comes after what it finds now.
void write_ndjson(const findings::Audit& audit, const Options& options, std::ostream& out) {
  Lines lines(out);
  Besides besides(audit, options.selection, lines);
  for (const findings::Finding& finding : audit.findings) {
    if (!options.selection.lists(audit, finding)) continue;
    besides.write_before(findings::rule_of(audit, finding).id);
    lines.write(audit, finding);
    if (!out) return;
  }
  besides.write_rest();
  lines.end(audit, options.selection);
}

}  // namespace remit::report
