#include "findings/finding.h"

#include <algorithm>
#include <numeric>
#include <tuple>

namespace remit::findings {
namespace {

/// The place of each rule when they stand in the order of their ids.
std::vector<std::size_t> ranks(const std::vector<RuleResult>& rules) {
  std::vector<std::size_t> by_id(rules.size());
  std::iota(by_id.begin(), by_id.end(), std::size_t{0});
  std::sort(by_id.begin(), by_id.end(),
            [&](std::size_t left, std::size_t right) { return rules[left].id < rules[right].id; });
  std::vector<std::size_t> result(rules.size());
  for (std::size_t i = 0; i < by_id.size(); ++i) result[by_id[i]] = i;
  return result;
}

auto dates(const rules::Outcome& outcome) {
  return std::tuple{outcome.period ? outcome.period->from : value::kOpen, outcome.verdict,
                    outcome.due.value_or(value::kOpen)};
}

/// Findings of one rule that follow each other.
struct Stretch {
  std::size_t rank;
  std::size_t begin;
  std::size_t end;
};

std::vector<Stretch> stretches_of(const std::vector<Finding>& findings,
                                  const std::vector<std::size_t>& rank) {
  std::vector<Stretch> stretches;
  for (std::size_t i = 0; i < findings.size(); ++i) {
    const std::size_t own = rank[findings[i].outcome.rule];
    if (stretches.empty() || stretches.back().rank != own) stretches.push_back({own, i, i});
    stretches.back().end = i + 1;
  }
  return stretches;
}

/// Moves the findings of each rule to their place, in the order in which they stand.
void put_rules_in_order(std::vector<Finding>& findings, const std::vector<std::size_t>& rank) {
  std::vector<Stretch> stretches = stretches_of(findings, rank);
  const auto earlier = [](const Stretch& a, const Stretch& b) { return a.rank < b.rank; };
  if (std::is_sorted(stretches.begin(), stretches.end(), earlier)) return;
  std::stable_sort(stretches.begin(), stretches.end(), earlier);
  std::vector<Finding> sorted;
  sorted.reserve(findings.size());
  for (const Stretch& stretch : stretches) {
    for (std::size_t i = stretch.begin; i < stretch.end; ++i) {
      sorted.push_back(std::move(findings[i]));
    }
  }
  findings = std::move(sorted);
}

}  // namespace

const RuleResult& rule_of(const Audit& audit, const Finding& finding) {
  return audit.rules[finding.outcome.rule];
}

std::string first_entity(const rules::Subject& subject) {
  return subject.entity.substr(0, subject.entity.find(" + "));
}

std::string file_of(const Audit& audit, const Finding& finding) {
  if (finding.line == 0) return "";
  const auto file = audit.files.find(first_entity(finding.outcome.subject));
  return file == audit.files.end() ? "" : file->second;
}

const Waiver* waiver_of(const Audit& audit, const Finding& finding) {
  return finding.waiver ? &audit.waivers[*finding.waiver] : nullptr;
}

const History* history_of(const Audit& audit, const Finding& finding) {
  return finding.history ? &audit.histories[*finding.history] : nullptr;
}

void sort(Audit& audit) {
  const std::vector<std::size_t> rank = ranks(audit.rules);
  const auto earlier = [&](const Finding& left, const Finding& right) {
    const rules::Outcome& a = left.outcome;
    const rules::Outcome& b = right.outcome;
    if (a.rule != b.rule) return rank[a.rule] < rank[b.rule];
    if (const int order = a.subject.key.compare(b.subject.key); order != 0) return order < 0;
    return dates(a) < dates(b);
  };
  // As a rule only the rules stand in another order.
  put_rules_in_order(audit.findings, rank);
  if (std::is_sorted(audit.findings.begin(), audit.findings.end(), earlier)) return;
  std::stable_sort(audit.findings.begin(), audit.findings.end(), earlier);
}

}  // namespace remit::findings
