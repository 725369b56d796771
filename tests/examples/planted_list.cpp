#include "examples/planted_list.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <nlohmann/json.hpp>
#include <sstream>

namespace remit::test::example {
namespace {

using Json = nlohmann::json;

std::string line(const std::string& rule, const std::string& verdict, const std::string& subject,
                 const std::string& from, const std::string& to) {
  return rule + ' ' + verdict + ' ' + subject + ' ' + from + ".." + to;
}

std::string text_of(const Json& value) {
  return value.is_string() ? value.get<std::string>() : std::string();
}

std::string line_of(const Json& finding) {
  const Json period = finding.value("period", Json());
  const bool known = period.is_object();
  return line(finding.at("rule").get<std::string>(), finding.at("verdict").get<std::string>(),
              finding.at("subject").at("key").get<std::string>(),
              known ? text_of(period.at("from")) : "", known ? text_of(period.at("to")) : "");
}

/// How often the list names each rule.
std::map<std::string, int> times_listed(const std::string& csv) {
  std::map<std::string, int> times;
  std::istringstream rows(csv);
  std::string row;
  std::getline(rows, row);  // the header
  while (std::getline(rows, row)) ++times[row.substr(0, row.find(','))];
  return times;
}

Lines sorted(Lines lines) {
  std::sort(lines.begin(), lines.end());
  return lines;
}

}  // namespace

Lines planted_findings(const std::string& csv) {
  Lines lines;
  std::istringstream rows(csv);
  std::string row;
  std::getline(rows, row);  // the header
  while (std::getline(rows, row)) {
    std::istringstream cells(row);
    std::string cell[5];
    for (std::string& text : cell) std::getline(cells, text, ',');
    lines.push_back(line(cell[0], cell[1], cell[2], cell[3], cell[4]));
  }
  return sorted(std::move(lines));
}

Lines reported_findings(const std::string& ndjson) {
  Lines lines;
  std::istringstream rows(ndjson);
  for (std::string row; std::getline(rows, row);) {
    const Json finding = Json::parse(row);
    if (finding.at("verdict") == "run") continue;
    // One about the data itself is never expected: it stands there as it is.
    lines.push_back(finding.at("verdict") == "data" ? row : line_of(finding));
  }
  return sorted(std::move(lines));
}

std::string rules_that_show_too_little(const std::string& summary, const std::string& csv) {
  const std::map<std::string, int> times = times_listed(csv);
  const Json document = Json::parse(summary);
  std::string text;
  for (const Json& rule : document.at("rules")) {
    const auto listed = times.find(rule.at("rule").get<std::string>());
    if (listed == times.end() || listed->second < 2) continue;
    // A rule that only asks questions has unknowns where others have violations.
    const int violations = rule.at("violation").get<int>();
    const int broken = violations > 0 ? violations : rule.at("unknown").get<int>();
    if (broken < 2 || rule.at("pass").get<int>() == 0 || !rule.at("not_run").is_null()) {
      text += rule.at("rule").get<std::string>() + '\n';
    }
  }
  return text;
}

std::string rules_without_breaches(const std::string& summary, const std::string& csv) {
  const std::map<std::string, int> times = times_listed(csv);
  const Json document = Json::parse(summary);
  std::string text;
  for (const Json& rule : document.at("rules")) {
    const std::string id = rule.at("rule").get<std::string>();
    const bool applies = rule.at("subjects") != rule.at("not_applicable");
    if (applies && rule.at("not_run").is_null() && times.count(id) == 0) text += id + '\n';
  }
  return text;
}

std::string without(const Lines& left, const Lines& right) {
  Lines rest;
  std::set_difference(left.begin(), left.end(), right.begin(), right.end(),
                      std::back_inserter(rest));
  std::string text;
  for (const std::string& one : rest) text += one + '\n';
  return text;
}

}  // namespace remit::test::example
