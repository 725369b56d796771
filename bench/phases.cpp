// Times what happens inside of an audit: loading the rules, reading the data, evaluating, joining.
// One line of JSON: seconds of wall time and of processor time of each step and of each rule.

#include <ctime>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

#include <fmt/format.h>

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

remit::engine::Options engine_options(remit::value::Date as_of, Timings& rules) {
  remit::engine::Options options;
  options.as_of = as_of;
  options.progress = [&rules](std::size_t done, std::size_t) {
    rules.note("rule " + std::to_string(done));
  };
  return options;
}

void time_audit(const std::string& file, const std::string& folder, remit::value::Date as_of) {
  Timings steps;
  remit::text::Diagnostics diagnostics;
  remit::rules::LoadOptions load;
  load.home = REMIT_SOURCE_DIR;
  const auto rules = remit::rules::load({file}, load, remit::rules::DiskReader(), diagnostics);
  if (!rules) fail(diagnostics);
  steps.note("load");
  const auto data = remit::data::read_folder(rules->model, folder, as_of, diagnostics);
  if (!data) fail(diagnostics);
  steps.note("read");
  Timings each;
  auto evaluation = remit::engine::evaluate(*rules, *data, engine_options(as_of, each));
  steps.note("evaluate");
  const auto audit = remit::findings::join(*rules, std::move(evaluation.outcomes), {}, {});
  steps.note("join");
  fmt::print("{{{}, \"rules\": {{{}}}, \"findings\": {}}}\n", steps.text(), each.text(),
             audit.findings.size());
}

}  // namespace

int main(int argc, char** argv) {
  const auto as_of = argc == 4 ? remit::value::parse_date(argv[3]) : std::nullopt;
  if (!as_of) {
    std::fputs("usage: bench_phases RULES DATA AS-OF\n", stderr);
    return 2;
  }
  time_audit(argv[1], argv[2], *as_of);
  return 0;
}
