#include "remit/audit.h"

#include <algorithm>

#include "audit/background/background.h"
#include "audit/baseline.h"
#include "audit/completeness.h"
#include "audit/fields_used.h"
#include "audit/only.h"
#include "audit/places.h"
#include "audit/to_findings.h"
#include "data/read.h"
#include "engine/evaluate.h"
#include "findings/join.h"
#include "lint/lint.h"
#include "privacy/veil.h"
#include "rules/ruleset.h"
#include "waivers/apply.h"
#include "waivers/inspect.h"
#include "waivers/load.h"

namespace remit {
namespace {

/// Those asked for and those that counts and exit status rest on.
std::vector<rules::Verdict> wanted_verdicts(const Request& request) {
  std::vector<rules::Verdict> verdicts = engine::Options{}.verdicts;
  for (const rules::Verdict verdict : request.verdicts) {
    if (std::find(verdicts.begin(), verdicts.end(), verdict) == verdicts.end()) {
      verdicts.push_back(verdict);
    }
  }
  return verdicts;
}

findings::Audit evaluate(const Request& request, const rules::RuleSet& rules,
                         const data::Dataset& data, const std::map<int, value::Date>& complete,
                         std::vector<findings::Waiver> waivers, const privacy::Veil& veil) {
  engine::Options options;
  options.as_of = request.as_of;
  options.verdicts = wanted_verdicts(request);
  options.only = request.only;
  options.complete = complete;
  options.progress = request.progress;
  options.threads = request.threads;
  engine::Evaluation evaluation = engine::evaluate(rules, data, options);
  const waivers::Applied applied =
      waivers::apply(waivers, rules, request.as_of, evaluation.outcomes);
  std::vector<findings::WaiverFinding> waiver_findings = waivers::inspect(
      waivers, applied.uses, rules, evaluation.outcomes.tallies, request.only, request.as_of);
  findings::Audit audit = findings::join(rules, std::move(evaluation.outcomes), request.only,
                                         request.window, applied.waived);
  audit.as_of = request.as_of;
  audit.data = request.data;
  audit.data_findings = auditing::data_findings(data, evaluation.misses);
  audit.data_counts = auditing::data_counts(data);
  if (request.places) auditing::find_places(data, audit);
  audit.waivers = std::move(waivers);
  audit.waiver_findings = std::move(waiver_findings);
  veil.cover(rules, audit);
  return audit;
}

}  // namespace

AuditResult audit(const Request& request, text::Diagnostics& diagnostics) {
  AuditResult wrong_rules{std::nullopt, Obstacle::kRules};
  rules::LoadOptions options;
  options.home = request.home;
  options.parameters = request.parameters;
  std::optional<rules::RuleSet> rules =
      rules::load(request.rules, options, rules::DiskReader(), diagnostics);
  if (!rules || !auditing::check_ids(request.only, *rules, diagnostics)) return wrong_rules;
  const auto complete = auditing::complete_tables(request.complete, *rules->model, diagnostics);
  auto waivers = waivers::load(request.waivers, rules::DiskReader(), diagnostics);
  const auto baseline = auditing::read_baseline(request, *rules, diagnostics);
  if (!complete || !waivers || !baseline) return wrong_rules;
  lint::lint(*rules, diagnostics);
  privacy::Veil veil(*rules, {request.show_personal, request.pseudonym_key});
  if (!veil.check(diagnostics)) return wrong_rules;
  veil.cover(*rules);
  data::ReadOptions reading;
  auditing::read_only(auditing::uses(*rules), reading);
  if (request.background) reading.links.reset();  // it goes other ways than the rules
  reading.threads = request.threads;
  std::optional<data::Dataset> read =
      data::read_folder(rules->model, request.data, request.as_of, diagnostics, reading);
  if (!read) return {std::nullopt, Obstacle::kData};
  veil.cover(*read);
  const auto data = std::make_shared<const data::Dataset>(std::move(*read));
  try {
    findings::Audit result = evaluate(request, *rules, *data, *complete, std::move(*waivers), veil);
    if (!auditing::check_any_run(result, diagnostics)) return wrong_rules;
    auditing::compare(*baseline, *rules, result);
    if (!veil.cover_history(result, diagnostics)) return wrong_rules;
    // Rows are not found by pseudonyms.
    if (!request.pseudonym_key) auditing::mark_gone(*data, result);
    std::shared_ptr<const findings::Background> background;
    if (request.background) {
      auto told = auditing::tell_background(*rules, data, result);
      veil.cover(told);
      background = std::make_shared<const findings::Background>(std::move(told));
    }
    return {std::move(result), Obstacle::kNone, std::move(background)};
  } catch (const engine::TooManyElements& many) {
    diagnostics.error("too-many-rows", {}, many.what(),
                      "tie the rows to the subject by an equality in their `where`, or leave out "
                      "rows whose key is missing");
    return wrong_rules;
  }
}

}  // namespace remit
