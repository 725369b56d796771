#include "engine/audit.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "data/read.h"
#include "engine/reference/reference.h"
#include "support/catch.h"
#include "text/render.h"

namespace remit::test {
namespace {

class TextReader : public rules::FileReader {
 public:
  explicit TextReader(const AuditText& text)
      : files_{{"rules.yaml", text.rules}, {"model.yaml", text.model}} {
    if (!text.calendar.empty()) files_["calendar.yaml"] = text.calendar;
  }
  std::optional<std::string> read(const std::string& path) const override {
    const auto found = files_.find(path);
    if (found == files_.end()) return std::nullopt;
    return found->second;
  }

 private:
  std::map<std::string, std::string> files_;
};

std::string period_text(const std::optional<value::Period>& period) {
  if (!period) return "-";
  const value::Date end = value::end_day(*period);
  return value::to_string(value::first_day(*period)) + ".." +
         (end == value::kOpen ? "" : value::to_string(end));
}

constexpr rules::Verdict kVerdicts[] = {rules::Verdict::kViolation, rules::Verdict::kUnknown,
                                        rules::Verdict::kDue,       rules::Verdict::kWaived,
                                        rules::Verdict::kPass,      rules::Verdict::kNotApplicable};

}  // namespace

std::optional<Audit> load(const AuditText& text, std::string& errors) {
  text::Diagnostics diagnostics;
  auto rules = rules::load({"rules.yaml"}, {}, TextReader(text), diagnostics);
  if (!rules || diagnostics.has_errors()) {
    errors = text::render(diagnostics);
    return std::nullopt;
  }
  std::vector<data::Input> inputs;
  for (const auto& [name, csv] : text.tables) {
    const auto table = rules->model->table(name);
    REQUIRE(table);
    inputs.push_back({*table, name + ".csv", csv});
  }
  data::Dataset data = data::read_inputs(rules->model, inputs, text.as_of);
  std::map<int, value::Date> complete;
  for (const auto& [name, from] : text.complete) {
    const auto table = rules->model->table(name);
    REQUIRE(table);
    complete[*table] = from;
  }
  return Audit{std::move(*rules), std::move(data), text.as_of, std::move(complete)};
}

Audit load(const AuditText& text) {
  std::string errors;
  auto audit = load(text, errors);
  INFO(errors);
  REQUIRE(audit);
  return std::move(*audit);
}

const std::vector<std::pair<std::string, Evaluate>>& evaluators() {
  static const std::vector<std::pair<std::string, Evaluate>> kBoth = {
      {"reference", engine::reference::evaluate}, {"engine", engine::evaluate}};
  return kBoth;
}

engine::Evaluation run(Evaluate evaluate, const Audit& audit) {
  engine::Options options;
  options.as_of = audit.as_of;
  options.complete = audit.complete;
  options.verdicts.assign(std::begin(kVerdicts), std::end(kVerdicts));
  return evaluate(audit.rules, audit.data, options);
}

std::string to_string(rules::Verdict verdict) {
  switch (verdict) {
    case rules::Verdict::kViolation:
      return "violation";
    case rules::Verdict::kUnknown:
      return "unknown";
    case rules::Verdict::kDue:
      return "due";
    case rules::Verdict::kWaived:
      return "waived";
    case rules::Verdict::kPass:
      return "pass";
    case rules::Verdict::kNotApplicable:
      return "not_applicable";
  }
  return {};
}

std::vector<std::string> outcome_lines(const Audit& audit, const engine::Evaluation& evaluation) {
  std::vector<std::string> lines;
  for (const rules::Outcome& outcome : evaluation.outcomes.outcomes) {
    lines.push_back(fmt::format("{} {} {} {} due {}", audit.rules.rules.at(outcome.rule).id,
                                to_string(outcome.verdict), outcome.subject.key,
                                period_text(outcome.period),
                                outcome.due ? value::to_string(*outcome.due) : "-"));
  }
  std::sort(lines.begin(), lines.end());
  return lines;
}

std::vector<std::string> tally_lines(const Audit& audit, const engine::Evaluation& evaluation) {
  std::vector<std::string> lines;
  for (std::size_t i = 0; i < evaluation.outcomes.tallies.size(); ++i) {
    const rules::Tally& tally = evaluation.outcomes.tallies[i];
    std::string line = fmt::format("{}: subjects {}", audit.rules.rules.at(i).id, tally.subjects);
    for (const rules::Verdict verdict : kVerdicts) {
      line += fmt::format(", {} {}", to_string(verdict),
                          tally.verdicts.at(static_cast<std::size_t>(verdict)));
    }
    line += fmt::format(", findings {}{}", tally.findings, tally.vacuous ? ", vacuous" : "");
    if (tally.not_run) line += ", not run: " + *tally.not_run;
    lines.push_back(std::move(line));
  }
  return lines;
}

}  // namespace remit::test
