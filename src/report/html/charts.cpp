#include <algorithm>
#include <array>
#include <map>
#include <numeric>

#include <fmt/format.h>

#include "findings/verdict.h"
#include "report/html/chart.h"
#include "report/html/report.h"
#include "report/text/phrase.h"

namespace remit::report::html {
namespace {

using findings::of;
using rules::Verdict;

constexpr std::size_t kRules = 15;
constexpr std::size_t kTeams = 20;
constexpr int kMonths = 24;

std::vector<Series> severities() {
  std::vector<Series> series;
  for (const rules::Severity severity : findings::kAllSeverities) {
    const std::string name(findings::word(severity));
    series.push_back({name, name});
  }
  return series;
}

/// The place of a severity among the series.
std::size_t place(rules::Severity severity) {
  const auto& all = findings::kAllSeverities;
  return static_cast<std::size_t>(std::find(all.begin(), all.end(), severity) - all.begin());
}

std::size_t total(const Bar& bar) {
  return std::accumulate(bar.values.begin(), bar.values.end(), std::size_t{0});
}

Bar empty_bar(std::string label, std::size_t values) {
  return {std::move(label), "", "", std::vector<std::size_t>(values, 0)};
}

bool is_violation(const findings::Finding& finding) {
  return finding.outcome.verdict == Verdict::kViolation;
}

/// The rules that are broken, the most severe and then the most broken first.
std::vector<std::size_t> broken_rules(const findings::Audit& audit) {
  std::vector<std::size_t> broken;
  for (std::size_t i = 0; i < audit.rules.size(); ++i) {
    if (of(audit.rules[i].found, Verdict::kViolation) > 0) broken.push_back(i);
  }
  std::stable_sort(broken.begin(), broken.end(), [&](std::size_t left, std::size_t right) {
    return of(audit.rules[left].found, Verdict::kViolation) >
           of(audit.rules[right].found, Verdict::kViolation);
  });
  return broken;
}

void write_by_rule(Markup& markup, const Report& report) {
  Chart chart{"by-rule", "Violations by rule", "", "Rule", severities(), {}};
  const std::vector<std::size_t> broken = broken_rules(report.audit);
  for (std::size_t i = 0; i < std::min(kRules, broken.size()); ++i) {
    const findings::RuleResult& rule = report.audit.rules[broken[i]];
    Bar bar = empty_bar(rule.id, chart.series.size());
    bar.about = rule.title;
    bar.target = rule_target(rule);
    bar.values[place(rule.severity)] = of(rule.found, Verdict::kViolation);
    chart.bars.push_back(std::move(bar));
  }
  std::size_t rest = 0;
  for (std::size_t i = kRules; i < broken.size(); ++i) {
    rest += of(report.audit.rules[broken[i]].found, Verdict::kViolation);
  }
  chart.description =
      fmt::format("{} broken, the most often broken first; the colour is the severity.{}",
                  text::counted(broken.size(), "rule") + (broken.size() == 1 ? " is" : " are"),
                  rest == 0 ? ""
                            : fmt::format(" {} more have {} together.", broken.size() - kRules,
                                          text::counted(rest, Verdict::kViolation)));
  write_bars(markup, chart);
}

/// The violations of each team by severity, the team with the most first.
std::vector<std::pair<std::size_t, Bar>> team_bars(const Report& report) {
  const findings::Background& background = report.background;
  std::map<std::size_t, Bar> bars;
  for (std::size_t i = 0; i < background.involved.size(); ++i) {
    const findings::Finding& finding = report.audit.findings[i];
    const auto team = background.involved[i].team;
    if (!team || !is_violation(finding)) continue;
    auto [bar, added] = bars.try_emplace(*team, empty_bar(background.parties[*team].key, 4));
    bar->second.target = party_target(background.parties[*team]);
    ++bar->second.values[place(findings::rule_of(report.audit, finding).severity)];
  }
  std::vector<std::pair<std::size_t, Bar>> sorted(bars.begin(), bars.end());
  std::stable_sort(sorted.begin(), sorted.end(), [](const auto& left, const auto& right) {
    return total(left.second) > total(right.second);
  });
  return sorted;
}

/// What a team is, in the words of its own row: its kind.
std::string about_team(const findings::Background& background, std::size_t team) {
  const findings::Track track = background.track(team);
  for (std::size_t i = 0; i < track.fields.size(); ++i) {
    if (!track.fields[i].leads && track.fields[i].title == "kind") return track.values[i];
  }
  return "";
}

void write_by_team(Markup& markup, const Report& report) {
  Chart chart{"by-team", "Violations by team", "", "Team", severities(), {}};
  const auto teams = team_bars(report);
  if (teams.empty()) return;
  for (std::size_t i = 0; i < std::min(kTeams, teams.size()); ++i) {
    chart.bars.push_back(teams[i].second);
    chart.bars.back().about = about_team(report.background, teams[i].first);
  }
  std::size_t counted = 0;
  for (const auto& [team, bar] : teams) counted += total(bar);
  const auto all = static_cast<std::size_t>(
      std::count_if(report.audit.findings.begin(), report.audit.findings.end(), is_violation));
  chart.description = "The team of the case, or of the worker on the day.";
  if (teams.size() > kTeams) {
    chart.description += fmt::format(" The first {} of {} teams.", kTeams, teams.size());
  }
  if (counted < all) {
    chart.description +=
        fmt::format(" {} outside of any team.", text::counted(all - counted, "violation"));
  }
  write_bars(markup, chart);
}

int month_number(value::Date date) {
  const value::YearMonthDay day = value::civil(date);
  return day.year * 12 + day.month - 1;
}

void write_over_time(Markup& markup, const Report& report) {
  const int last = month_number(report.audit.as_of);
  const int first = last - kMonths + 1;
  Chart chart{"over-time",
              "Violations over time",
              "In each month, the violations that lasted on at least one of its days.",
              "Month",
              severities(),
              {},
              4};
  for (int month = first; month <= last; ++month) {
    chart.bars.push_back(
        empty_bar(fmt::format("{}-{:02}", month / 12, month % 12 + 1), chart.series.size()));
  }
  std::size_t before = 0;
  for (const findings::Finding& finding : report.audit.findings) {
    if (!is_violation(finding) || !finding.outcome.period) continue;
    const value::Date start = value::first_day(*finding.outcome.period);
    const value::Date end{
        std::min(value::end_day(*finding.outcome.period).days - 1, report.audit.as_of.days)};
    const int from = month_number(start);
    const int to = std::max(month_number(std::max(end, start)), from);
    if (to < first) ++before;
    const auto severity = place(findings::rule_of(report.audit, finding).severity);
    for (int month = std::max(from, first); month <= std::min(to, last); ++month) {
      ++chart.bars[static_cast<std::size_t>(month - first)].values[severity];
    }
  }
  if (before > 0) {
    chart.description += fmt::format(" {} ended before.", text::counted(before, "violation"));
  }
  write_columns(markup, chart);
}

void write_team_by_rule(Markup& markup, const Report& report) {
  constexpr std::size_t kColumns = 14;
  const auto teams = team_bars(report);
  std::vector<std::size_t> broken = broken_rules(report.audit);
  if (teams.empty()) return;
  broken.resize(std::min(broken.size(), kColumns));
  Heat heat{"team-by-rule", "Teams by rules", "", "Team", {}, {}};
  std::map<std::size_t, std::size_t> column;
  for (const std::size_t rule : broken) {
    column[rule] = heat.columns.size();
    const findings::RuleResult& result = report.audit.rules[rule];
    heat.columns.push_back({result.id, result.title, rule_target(result), {}});
  }
  std::map<std::size_t, std::size_t> line;
  for (std::size_t i = 0; i < std::min(kTeams, teams.size()); ++i) {
    line[teams[i].first] = i;
    Bar bar = empty_bar(teams[i].second.label, broken.size());
    bar.target = teams[i].second.target;
    heat.lines.push_back(std::move(bar));
  }
  for (std::size_t i = 0; i < report.background.involved.size(); ++i) {
    const findings::Finding& finding = report.audit.findings[i];
    const auto team = report.background.involved[i].team;
    if (!team || !is_violation(finding)) continue;
    const auto row = line.find(*team);
    const auto cell = column.find(finding.outcome.rule);
    if (row != line.end() && cell != column.end()) ++heat.lines[row->second].values[cell->second];
  }
  heat.description = fmt::format(
      "Violations of the {} most often broken rules by team: the stronger the colour, the more.",
      broken.size());
  write_heat(markup, heat);
}

/// Beside how many open cases workers have, the rules about how many they may have, and who breaks
/// one.
void write_caseloads(Markup& markup, const Report& report) {
  const auto& loads = report.background.caseloads;
  if (loads.empty()) return;
  constexpr std::size_t kWidth = 5;
  const std::size_t groups = loads.front().cases / kWidth + 1;
  Chart chart{"caseloads",
              "Open cases of workers",
              "",
              "Open cases",
              {{"workers", "plain"}, {"of them over a limit", "critical"}},
              {},
              std::max<std::size_t>(1, groups / 8)};
  for (std::size_t i = 0; i < groups; ++i) {
    chart.bars.push_back(
        empty_bar(fmt::format("{}\u2013{}", i * kWidth, i * kWidth + kWidth - 1), 2));
  }
  std::set<std::string> over;
  for (std::size_t i = 0; i < report.background.involved.size(); ++i) {
    const findings::Finding& finding = report.audit.findings[i];
    if (!is_violation(finding) || !report.background.limits[finding.outcome.rule]) continue;
    for (const std::size_t party : report.background.involved[i].parties) {
      const findings::Party& each = report.background.parties[party];
      if (each.kind == findings::Party::Kind::kWorker) over.insert(each.key);
    }
  }
  for (const findings::Caseload& load : loads) {
    ++chart.bars[load.cases / kWidth].values[over.contains(load.worker) ? 1 : 0];
  }
  const std::size_t middle = loads[loads.size() / 2].cases;
  chart.description = fmt::format(
      "{} with an open case on the as-of date, half of them with {} or more; the most is {}. {} "
      "over a limit that a rule sets.",
      text::counted(loads.size(), "worker"), middle, loads.front().cases,
      over.empty() ? "Nobody is"
                   : text::counted(over.size(), "worker") + (over.size() == 1 ? " is" : " are"));
  for (std::size_t i = 0; i < report.audit.rules.size(); ++i) {
    const findings::RuleResult& rule = report.audit.rules[i];
    if (!report.background.limits[i] || !rule.was_run()) continue;
    const std::string broken =
        text::counted(of(rule.found, Verdict::kViolation), Verdict::kViolation);
    chart.notes.push_back(
        {rule.id, fmt::format("{}: {}", rule.title, broken), rule_target(rule), {}});
  }
  write_columns(markup, chart);
}

void write_ages(Markup& markup, const Report& report) {
  struct Age {
    const char* label;
    std::int64_t most;
  };
  constexpr std::array kAges{Age{"up to a week", 7},    Age{"up to a month", 31},
                             Age{"up to 3 months", 92}, Age{"up to 6 months", 183},
                             Age{"up to a year", 366},  Age{"up to 2 years", 731},
                             Age{"longer", 4'000'000}};
  Chart chart{"ages", "How long open breaches have lasted", "", "Age", severities(), {}};
  for (const Age& age : kAges) chart.bars.push_back(empty_bar(age.label, chart.series.size()));
  std::size_t open = 0;
  for (const findings::Finding& finding : report.audit.findings) {
    const std::int64_t days = open_days(report.audit, finding);
    if (days == 0) continue;
    ++open;
    const auto* const age = std::find_if(kAges.begin(), kAges.end(),
                                         [&](const Age& each) { return days <= each.most; });
    const auto at = static_cast<std::size_t>(age - kAges.begin());
    ++chart.bars[at].values[place(findings::rule_of(report.audit, finding).severity)];
  }
  chart.description = fmt::format("{} still open on the as-of date, by days since it began.",
                                  text::counted(open, "violation") + (open == 1 ? " is" : " are"));
  write_bars(markup, chart);
}

}  // namespace

void write_charts(Markup& markup, const Report& report) {
  markup.open("section", {{"aria-labelledby", "charts-title"}, {"class", "charts"}});
  markup.element("h2", "Charts", {{"id", "charts-title"}}).line();
  const bool any =
      std::any_of(report.audit.findings.begin(), report.audit.findings.end(), is_violation);
  if (any) {
    write_by_rule(markup, report);
    write_over_time(markup, report);
    write_by_team(markup, report);
    write_team_by_rule(markup, report);
    write_ages(markup, report);
  } else {
    markup.element("p", "There is no violation to draw.");
  }
  write_caseloads(markup, report);
  markup.close().line();
}

}  // namespace remit::report::html
