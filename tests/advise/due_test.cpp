#include "remit/due.h"

#include <algorithm>
#include <cstdlib>
#include <random>
#include <set>
#include <sstream>

#include <nlohmann/json.hpp>

#include "data/read.h"
#include "engine/evaluate.h"
#include "support/catch.h"
#include "support/golden.h"
#include "text/utf8.h"

// What falls due in the example county. REMIT_SEED repeats a run, REMIT_CASES says how many dates.
namespace remit::test {
namespace {

using rules::Verdict;
using Json = nlohmann::ordered_json;

const std::string kTop = REMIT_SOURCE_DIR;

Request county(value::Date as_of) {
  Request request;
  request.rules = {kTop + "/rules/england-children"};
  request.data = kTop + "/examples/northshire/data";
  request.as_of = as_of;
  request.home = kTop;
  return request;
}

value::Date day(const std::string& text) { return value::parse_date(text).value(); }

std::unique_ptr<Advisor> load(const Request& request) {
  text::Diagnostics diagnostics;
  Obstacle obstacle = Obstacle::kNone;
  auto advisor = Advisor::load(request, obstacle, diagnostics);
  REQUIRE(advisor);
  return advisor;
}

DueAnswer ask(const Advisor& advisor, const DueQuestion& question) {
  text::Diagnostics diagnostics;
  auto answer = advisor.due(question, diagnostics);
  REQUIRE(answer);
  return std::move(*answer);
}

/// The violations of one day, as rule, subject and the day on which they start. What a rule about
/// no other day than the as-of date finds starts anew every day.
using Breach = std::tuple<std::string, std::string, value::Date>;

struct Day {
  std::set<Breach> breaches;
  std::set<std::pair<std::string, std::string>> broken;  ///< rule and subject

  void add(const std::string& rule, const rules::Outcome& outcome) {
    if (outcome.verdict != Verdict::kViolation || !outcome.period) return;
    breaches.emplace(rule, outcome.subject.key, value::first_day(*outcome.period));
    broken.emplace(rule, outcome.subject.key);
  }
  /// Whether the subject has a violation that is not among those of another day.
  bool has_more_than(const Day& other, const std::string& rule, const std::string& key) const {
    for (auto it = breaches.lower_bound({rule, key, value::kFirstDate});
         it != breaches.end() && std::get<0>(*it) == rule && std::get<1>(*it) == key; ++it) {
      if (!other.breaches.contains(*it)) return true;
    }
    return false;
  }
};

using Days = std::vector<Day>;  ///< from the as-of date on

struct Counts {
  std::size_t turned = 0;
  std::size_t right = 0;
  std::size_t unknown = 0;
  std::size_t coming = 0;
  std::size_t overdue = 0;
};

/// Holds a list against what is found on each day.
Counts hold_against(const Advisor& advisor, const DueAnswer& answer, const Days& days,
                    value::Date as_of) {
  Counts counts;
  const auto of = [&](value::Date date) -> const Day& {
    return days.at(static_cast<std::size_t>(date.days - as_of.days));
  };
  for (const DueItem& item : answer.items) {
    const std::string& rule = advisor.rules().rules[item.finding.outcome.rule].id;
    const std::string& key = item.finding.outcome.subject.key;
    INFO(rule << " " << key << " due " << value::to_string(item.due));
    const Day& today = of(as_of);
    if (item.state == DueState::kOverdue) {
      CHECK(today.broken.contains({rule, key}));
      CHECK(of({as_of.days + 1}).broken.contains({rule, key}));
      ++counts.overdue;
    } else if (item.turns == Verdict::kViolation) {
      REQUIRE(item.turns_on);
      const value::Date before{item.turns_on->days - 1};
      CHECK_FALSE(of(before).has_more_than(today, rule, key));
      CHECK(of(*item.turns_on).has_more_than(today, rule, key));
      ++(item.state == DueState::kComing ? counts.coming : counts.turned);
    } else {
      CHECK_FALSE(of({item.due.days + 1}).has_more_than(today, rule, key));
      ++(item.turns == Verdict::kUnknown ? counts.unknown : counts.right);
    }
  }
  return counts;
}

unsigned long number(const char* name, unsigned long otherwise) {
  const char* text = std::getenv(name);
  return text == nullptr ? otherwise : std::strtoul(text, nullptr, 10);
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::size_t begin = 0;
  for (std::size_t end = text.find("\r\n"); end != std::string::npos;
       end = text.find("\r\n", begin)) {
    lines.push_back(text.substr(begin, end - begin));
    begin = end + 2;
  }
  CHECK(begin == text.size());
  return lines;
}

std::string write(const Advisor& advisor, const DueAnswer& answer, const std::string& name) {
  for (const DueFormat& format : due_formats()) {
    if (format.name != name) continue;
    std::ostringstream out;
    format.write(advisor, answer, {}, out);
    return out.str();
  }
  FAIL("no format " << name);
  return "";
}

}  // namespace

TEST_CASE("advise: what is due is broken on the day that it says, and not before, says the audit") {
  const value::Date as_of = day("2026-02-28");
  const auto advisor = load(county(as_of));
  const DueAnswer answer = ask(*advisor, {});
  CHECK(answer.last == day("2026-03-14"));
  Days days;
  for (std::int32_t ahead = 0; ahead <= 16; ++ahead) {
    text::Diagnostics diagnostics;
    const AuditResult result = audit(county({as_of.days + ahead}), diagnostics);
    REQUIRE(result.audit);
    Day& found = days.emplace_back();
    for (const findings::Finding& finding : result.audit->findings) {
      found.add(findings::rule_of(*result.audit, finding).id, finding.outcome);
    }
  }
  const Counts counts = hold_against(*advisor, answer, days, as_of);
  CAPTURE(counts.turned, counts.right, counts.unknown, counts.coming, counts.overdue);
  CHECK(counts.turned >= 100);
  CHECK(counts.overdue >= 1);
  std::size_t due = 0;
  for (const DueItem& item : answer.items) due += item.state == DueState::kDue ? 1U : 0U;
  CHECK(due == counts.turned + counts.right + counts.unknown);
}

TEST_CASE("advise: what is due holds as of random days too") {
  const unsigned long seed = number("REMIT_SEED", 8);
  std::mt19937_64 dice(seed);
  const unsigned long cases = number("REMIT_CASES", 3);
  text::Diagnostics diagnostics;
  rules::LoadOptions options;
  options.home = kTop;
  const auto rules =
      rules::load({kTop + "/rules/england-children"}, options, rules::DiskReader(), diagnostics);
  REQUIRE(rules);
  for (unsigned long i = 0; i < cases; ++i) {
    const value::Date as_of{day("2026-02-28").days - static_cast<std::int32_t>(dice() % 700)};
    INFO("REMIT_SEED=" << seed << ", as of " << value::to_string(as_of));
    const auto advisor = load(county(as_of));
    const DueAnswer answer = ask(*advisor, {.within = {7, value::DurationFamily::kDays}});
    // What is recorded after the as-of date is not there, as nothing happens.
    const auto data = data::read_folder(rules->model, county(as_of).data, as_of, diagnostics);
    REQUIRE(data);
    Days days;
    for (std::int32_t ahead = 0; ahead <= 9; ++ahead) {
      engine::Options how;
      how.as_of = {as_of.days + ahead};
      Day& found = days.emplace_back();
      for (const auto& outcome : engine::evaluate(*rules, *data, how).outcomes.outcomes) {
        found.add(rules->rules[outcome.rule].id, outcome);
      }
    }
    const Counts counts = hold_against(*advisor, answer, days, as_of);
    CHECK(counts.turned >= 1);
  }
}

TEST_CASE("advise: who asks for a worker, a case or a team gets theirs of what is due") {
  const auto advisor = load(county(day("2026-02-28")));
  const DueAnswer all = ask(*advisor, {});
  REQUIRE(all.items.size() > 10);
  const auto names = [&](const DueAnswer& answer) {
    std::vector<std::string> prints;
    for (const DueItem& item : answer.items) {
      prints.push_back(findings::to_string(item.finding.fingerprint));
    }
    return prints;
  };
  const auto those = [&](auto fits) {
    DueAnswer some;
    for (const DueItem& item : all.items) {
      if (fits(item)) some.items.push_back(item);
    }
    return names(some);
  };
  std::size_t asked = 0;
  for (const DueItem& item : all.items) {
    if (item.worker.empty() || item.subject.empty() || item.team.empty()) continue;
    if (++asked > 3) break;
    const auto own = names(ask(*advisor, {.worker = item.worker}));
    CHECK(own == those([&](const DueItem& other) { return other.worker == item.worker; }));
    const auto about = names(ask(*advisor, {.subject = item.subject}));
    CHECK(about == those([&](const DueItem& other) { return other.subject == item.subject; }));
    const auto team = names(ask(*advisor, {.team = item.team}));
    for (const auto& name : those([&](const DueItem& other) { return other.team == item.team; })) {
      CHECK(std::find(team.begin(), team.end(), name) != team.end());
    }
  }
  CHECK(asked > 0);
}

TEST_CASE("advise: what is due as JSON has the shape of due.schema.json") {
  const auto advisor = load(county(day("2026-02-28")));
  const DueAnswer answer = ask(*advisor, {});
  const Json document = Json::parse(write(*advisor, answer, "json"));
  const Json schema = Json::parse(read_file(kTop + "/schemas/due.schema.json"));
  const auto has_keys = [](const Json& object, const Json& shape) {
    Json keys = Json::array();
    for (const auto& [key, value] : object.items()) keys.push_back(key);
    CHECK(keys == shape.at("required"));
    CHECK(shape.at("properties").size() == keys.size());
  };
  has_keys(document, schema);
  const Json& shape = schema.at("properties");
  has_keys(document.at("counts"), shape.at("counts"));
  const Json& item = shape.at("items").at("items");
  REQUIRE(document.at("items").size() == answer.items.size());
  for (const Json& each : document.at("items")) {
    has_keys(each, item);
    has_keys(each.at("turns"), item.at("properties").at("turns"));
    const Json& states = item.at("properties").at("state").at("enum");
    CHECK(std::find(states.begin(), states.end(), each.at("state")) != states.end());
  }
}

TEST_CASE("advise: the calendar of what is due keeps to RFC 5545") {
  const auto advisor = load(county(day("2026-02-28")));
  const DueAnswer answer = ask(*advisor, {});
  const std::string text = write(*advisor, answer, "ics");
  CHECK(text == write(*advisor, answer, "ics"));
  std::vector<std::string> unfolded;
  for (const std::string& line : lines_of(text)) {
    INFO(line);
    CHECK(line.size() <= 75);
    CHECK_FALSE(text::find_invalid_utf8(line));
    CHECK(line.find_first_of("\r\n") == std::string::npos);
    if (line.front() == ' ') {
      REQUIRE_FALSE(unfolded.empty());
      unfolded.back() += line.substr(1);
    } else {
      unfolded.push_back(line);
    }
  }
  REQUIRE(unfolded.size() > 2);
  CHECK(unfolded.front() == "BEGIN:VCALENDAR");
  CHECK(unfolded.back() == "END:VCALENDAR");
  std::set<std::string> identities;
  std::size_t events = 0;
  for (const std::string& line : unfolded) {
    CHECK(line.find(':') != std::string::npos);
    events += line == "BEGIN:VEVENT" ? 1U : 0U;
    if (line.starts_with("UID:")) CHECK(identities.insert(line).second);
    if (line.starts_with("DTSTAMP:")) CHECK(line == "DTSTAMP:20260228T000000Z");
  }
  CHECK(events == answer.items.size());
  CHECK(identities.size() == events);
}

TEST_CASE("advise: what falls due is asked by what is not there") {
  const auto advisor = load(county(day("2026-02-28")));
  const auto refuses = [&](const DueQuestion& question) {
    text::Diagnostics diagnostics;
    CHECK_FALSE(advisor->due(question, diagnostics));
    CHECK(diagnostics.has_errors());
  };
  refuses({.subject = "C9"});
  refuses({.worker = "W9"});
  refuses({.team = "T9"});
  refuses({.within = {-1, value::DurationFamily::kDays}});
  refuses({.within = {40000000, value::DurationFamily::kDays}});
  refuses({.within = {4000, value::DurationFamily::kWorkingDays}});
}

}  // namespace remit::test
