#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "findings/fingerprint.h"
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
void cover_runs(const std::set<std::string>& runs, rules::Subject& subject) {
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
    const auto table = model_.table(evidence.resource);
    if (!table || !personal_.any(*table)) continue;
    const auto field =
        field_of_path(model_.tables[static_cast<std::size_t>(*table)], evidence.path);
    if (!field || personal_.has(*table, *field)) evidence.value = {std::string(kStandIn)};
  }
}

void Veil::cover_days(const RuleReads& reads, rules::Outcome& outcome) {
  if (!reads.runs.empty()) cover_runs(reads.runs, outcome.subject);
  if (!reads.days) return;
  outcome.period.reset();
  outcome.due.reset();
}

void Veil::cover(const std::string& rule, rules::Outcome& outcome) const {
  cover_evidence(outcome);
  if (const RuleReads* reads = reads_of(rule)) cover_days(*reads, outcome);
}

/// Several findings of a rule and a subject that differed by their days are told apart by their
/// order.
void Veil::cover_fingerprints(findings::Audit& audit) const {
  std::map<findings::Fingerprint, std::size_t> seen;
  for (findings::Finding& finding : audit.findings) {
    const std::string& rule = findings::rule_of(audit, finding).id;
    const RuleReads* reads = reads_of(rule);
    if (!reads || !(reads->days || !reads->runs.empty())) continue;
    finding.fingerprint = findings::fingerprint(rule, finding.outcome);
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

void Veil::cover(findings::Audit& audit) const {
  if (!personal_.any()) return;
  for (findings::Finding& finding : audit.findings) {
    cover(findings::rule_of(audit, finding).id, finding.outcome);
  }
  cover_fingerprints(audit);
  cover_misses(audit);
}

}  // namespace remit::privacy
