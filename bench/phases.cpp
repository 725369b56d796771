// Times what happens inside of an audit: loading the rules, reading the data, evaluating, joining.
// What is due is left out, as in the job that tools are compared by. A line of JSON: seconds of
// wall time and of processor time of each step. With `each` a second line follows, with what each
// rule takes alone.

#include <ctime>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "audit/fields_used.h"
#include "data/read.h"
#include "engine/evaluate.h"
#include "findings/join.h"
#include "rules/ruleset.h"
#include "text/render.h"

namespace {

struct Moment {
  double wall;
  double processor;
};

Moment now() {
  const auto since = std::chrono::steady_clock::now().time_since_epoch();
  return {std::chrono::duration<double>(since).count(),
          static_cast<double>(std::clock()) / CLOCKS_PER_SEC};
}

/// Notes what each step took.
class Timings {
 public:
  void note(const std::string& step) {
    const Moment then = now();
    text_ += fmt::format("{}\"{}\": [{:.4f}, {:.4f}]", text_.empty() ? "" : ", ", step,
                         then.wall - last_.wall, then.processor - last_.processor);
    last_ = then;
  }
  const std::string& text() const { return text_; }

 private:
  Moment last_ = now();
  std::string text_;
};

[[noreturn]] void fail(const remit::text::Diagnostics& diagnostics) {
  std::fputs(remit::text::render(diagnostics, false).c_str(), stderr);
  std::exit(2);
}

using RuleSet = remit::rules::RuleSet;
using Dataset = remit::data::Dataset;

/// What each rule takes alone.
void time_each(const RuleSet& rules, const Dataset& data, remit::engine::Options options) {
  Timings each;
  for (const auto& rule : rules.rules) {
    if (rule.disabled) continue;
    options.only = {rule.id};
    remit::engine::evaluate(rules, data, options);
    each.note(rule.id);
  }
  fmt::print("{{{}}}\n", each.text());
}

void time_audit(const std::string& file, const std::string& folder, remit::value::Date as_of,
                bool each) {
  Timings steps;
  remit::text::Diagnostics diagnostics;
  remit::rules::LoadOptions load;
  load.home = REMIT_SOURCE_DIR;
  const auto rules = remit::rules::load({file}, load, remit::rules::DiskReader(), diagnostics);
  if (!rules) fail(diagnostics);
  steps.note("load");
  remit::data::ReadOptions reading;
  remit::auditing::read_only(remit::auditing::uses(*rules), reading);
  const auto data = remit::data::read_folder(rules->model, folder, as_of, diagnostics, reading);
  if (!data) fail(diagnostics);
  steps.note("read");
  remit::engine::Options options;
  options.as_of = as_of;
  options.threads = 0;
  options.verdicts = {remit::rules::Verdict::kViolation, remit::rules::Verdict::kUnknown};
  auto evaluation = remit::engine::evaluate(*rules, *data, options);
  steps.note("evaluate");
  const auto audit = remit::findings::join(*rules, std::move(evaluation.outcomes), {}, {});
  steps.note("join");
  fmt::print("{{{}, \"findings\": {}}}\n", steps.text(), audit.findings.size());
  if (each) time_each(*rules, *data, options);
}

}  // namespace

int main(int argc, char** argv) {
  const bool each = argc == 5 && std::string(argv[4]) == "each";
  const auto as_of = argc == 4 || each ? remit::value::parse_date(argv[3]) : std::nullopt;
  if (!as_of) {
    std::fputs("usage: bench_phases RULES DATA AS-OF [each]\n", stderr);
    return 2;
  }
  time_audit(argv[1], argv[2], *as_of, each);
  return 0;
}
