#include <algorithm>
#include <set>
#include <tuple>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "findings/fingerprint.h"
#include "findings/join.h"
#include "privacy/rename.h"
#include "privacy/rivals.h"
#include "privacy/veil.h"

namespace remit::privacy {
namespace {

std::vector<std::string> parts_of(const std::string& text) {
  constexpr std::string_view kBetween = " + ";
  std::vector<std::string> parts;
  std::size_t begin = 0;
  for (std::size_t end = text.find(kBetween); end != std::string::npos;
       end = text.find(kBetween, begin)) {
    parts.push_back(text.substr(begin, end - begin));
    begin = end + kBetween.size();
  }
  parts.push_back(text.substr(begin));
  return parts;
}

/// The part of a key that a bound run has is the day on which it starts; its entity is its name.
void replace_runs(const std::set<std::string>& runs, rules::Subject& subject) {
  const std::vector<std::string> entities = parts_of(subject.entity);
  std::vector<std::string> keys = parts_of(subject.key);
  const bool parted = keys.size() == entities.size();
  for (std::size_t i = 0; i < entities.size(); ++i) {
    if (!runs.contains(entities[i])) continue;
    if (!parted) {
      subject.key = kStandIn;  // which part is which cannot be told
      return;
    }
    keys[i] = kStandIn;
  }
  subject.key = fmt::format("{}", fmt::join(keys, " + "));
}

}  // namespace

void Veil::cover_evidence(rules::Outcome& outcome) const {
  for (rules::Evidence& evidence : outcome.evidence) {
    if (evidence.value.is_missing()) continue;
    const auto table = model_->table(evidence.resource);
    if (!table || !personal_.any(*table)) continue;
    const auto field =
        field_of_path(model_->tables[static_cast<std::size_t>(*table)], evidence.path);
    if (!field || personal_.has(*table, *field)) evidence.value = {std::string(kStandIn)};
  }
}

void Veil::cover_runs(const RuleReads& reads, rules::Subject& subject) {
  if (!reads.runs.empty()) replace_runs(reads.runs, subject);
}

void Veil::cover_days(const RuleReads& reads, rules::Outcome& outcome) {
  cover_runs(reads, outcome.subject);
  if (!reads.days) return;
  outcome.period.reset();
  outcome.due.reset();
}

void Veil::cover_rivals(const std::string& rule, rules::Outcome& outcome) const {
  if (!unique_.contains(rule)) return;
  const RuleReads* reads = reads_of(rule);
  rename_rivals(
      [&](const std::string& key) {
        rules::Subject rival{outcome.subject.entity, key};
        if (reads) cover_runs(*reads, rival);
        return ids_ ? ids_->subject(rival) : rival.key;
      },
      outcome.message);
}

void Veil::cover(const std::string& rule, rules::Outcome& outcome) const {
  cover_rivals(rule, outcome);
  cover_evidence(outcome);
  if (const RuleReads* reads = reads_of(rule)) cover_days(*reads, outcome);
  if (ids_) privacy::rename(*ids_, *model_, outcome);
}

void Veil::cover(const std::string& rule, findings::Finding& finding) const {
  cover(rule, finding.outcome);
  const RuleReads* reads = reads_of(rule);
  const bool lacks_days = reads && (reads->days || !reads->runs.empty());
  if (lacks_days || ids_) finding.fingerprint = findings::fingerprint(rule, finding.outcome);
  if (ids_) finding.line = 0;
}

/// Several findings of a rule and a subject that differed by their days are told apart by their
/// order.
void Veil::tell_apart(findings::Audit& audit) const {
  std::map<findings::Fingerprint, std::size_t> seen;
  for (findings::Finding& finding : audit.findings) {
    const RuleReads* reads = reads_of(findings::rule_of(audit, finding).id);
    if (!reads || !(reads->days || !reads->runs.empty())) continue;
    const std::size_t earlier = seen[finding.fingerprint]++;
    if (earlier == 0) continue;
    finding.fingerprint = findings::fnv1a(
        fmt::format("{}:{}", findings::to_string(finding.fingerprint), earlier + 1));
  }
}

/// A day that no calendar has may have been reckoned from a personal one.
void Veil::cover_misses(findings::Audit& audit) const {
  if (rules_.empty()) return;
  std::set<std::string> said;
  std::erase_if(audit.data_findings, [&](findings::DataFinding& finding) {
    if (finding.code != "DATA-CALENDAR") return false;
    finding.value.clear();
    finding.message =
        fmt::format("days that rules count from (not shown: some come of personal fields) need {}",
                    finding.expected);
    return !said.insert(finding.expected).second;
  });
}

/// What is said of a waiver names its subject between backticks.
void Veil::cover_waivers(const rules::RuleSet& rules, findings::Audit& audit) const {
  std::vector<std::string> before;
  for (findings::Waiver& waiver : audit.waivers) {
    const auto rule = std::find_if(
        rules.rules.begin(), rules.rules.end(),
        [&](const rules::Rule& each) { return findings::is_meant(each, waiver.rule); });
    before.push_back("`" + waiver.subject + "`");
    waiver.subject =
        renamed_pattern(*ids_, rule == rules.rules.end() ? nullptr : &*rule, waiver.subject);
  }
  for (findings::WaiverFinding& finding : audit.waiver_findings) {
    const std::string& old = before[finding.waiver];
    for (std::size_t at = finding.message.find(old); at != std::string::npos;
         at = finding.message.find(old, at + 1)) {
      finding.message.replace(at, old.size(), "`" + audit.waivers[finding.waiver].subject + "`");
    }
  }
}

void Veil::cover(const rules::RuleSet& rules, findings::Audit& audit) const {
  for (findings::Finding& finding : audit.findings) {
    cover(findings::rule_of(audit, finding).id, finding);
  }
  tell_apart(audit);
  cover_misses(audit);
  if (!ids_) return;
  cover_waivers(rules, audit);
  // Both were in the order of the ids.
  findings::sort(audit);
  std::stable_sort(audit.data_findings.begin(), audit.data_findings.end(),
                   [](const findings::DataFinding& left, const findings::DataFinding& right) {
                     return std::tie(left.code, left.resource, left.file, left.key, left.column) <
                            std::tie(right.code, right.resource, right.file, right.key,
                                     right.column);
                   });
}

void Veil::cover(findings::Background& background) const {
  if (!ids_) return;
  background.lanes.clear();
  background.parties.clear();
  for (findings::Involved& involved : background.involved) involved = {};
  background.track = [](std::size_t) { return findings::Track{}; };
  for (findings::Caseload& load : background.caseloads) {
    load.worker = ids_->key(model_->entity("worker").value_or(-1), load.worker);
  }
  std::sort(background.caseloads.begin(), background.caseloads.end(),
            [](const findings::Caseload& left, const findings::Caseload& right) {
              return std::tie(right.cases, left.worker) < std::tie(left.cases, right.worker);
            });
}

}  // namespace remit::privacy
