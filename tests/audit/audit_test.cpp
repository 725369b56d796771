#include "remit/audit.h"

#include <algorithm>

#include "findings/verdict.h"
#include "support/catch.h"

// The public library, used as a program that embeds it would.
namespace remit {
namespace {

Request small_request() {
  const std::string folder = std::string(REMIT_SOURCE_DIR) + "/tests/cli/small";
  Request request;
  request.rules = {folder + "/rules.yaml"};
  request.data = folder + "/data";
  request.as_of = value::parse_date("2026-09-30").value();
  return request;
}

std::vector<std::string> lines(const findings::Audit& audit) {
  std::vector<std::string> result;
  for (const findings::Finding& finding : audit.findings) {
    result.push_back(findings::rule_of(audit, finding).id + " " +
                     std::string(findings::word(finding.outcome.verdict)) + " " +
                     finding.outcome.subject.entity + " " + finding.outcome.subject.key);
  }
  return result;
}

/// The codes of what went wrong.
std::vector<std::string> codes(const text::Diagnostics& diagnostics) {
  std::vector<std::string> result;
  for (const text::Diagnostic& diagnostic : diagnostics.all()) result.push_back(diagnostic.code);
  return result;
}

}  // namespace

TEST_CASE("audit: rules and data in, findings out") {
  text::Diagnostics diagnostics;
  const AuditResult result = audit(small_request(), diagnostics);
  REQUIRE(result.audit);
  CHECK(result.obstacle == Obstacle::kNone);
  CHECK(lines(*result.audit) == std::vector<std::string>{"T-DONE violation task X2",
                                                         "T-DONE unknown task X3",
                                                         "T-ROLE violation worker W3"});
  REQUIRE(result.audit->rules.size() == 2);
  const rules::Tally& tally = result.audit->rules[0].tally;
  CHECK(tally.subjects == 4);
  CHECK(tally.verdicts == std::array<std::size_t, rules::kVerdicts>{1, 1, 0, 0, 1, 1});
  CHECK(result.audit->data_findings.empty());
  REQUIRE(result.audit->data_counts.size() == 2);
  CHECK(result.audit->data_counts[1].kept == 4);
}

TEST_CASE("audit: a waiver covers a violation, which is still there") {
  const std::string path = std::string(REMIT_SOURCE_DIR) + "/tests/audit/waivers.yaml";
  Request request = small_request();
  request.waivers = {path};
  text::Diagnostics diagnostics;
  const AuditResult result = audit(request, diagnostics);
  REQUIRE(result.audit);
  CHECK(lines(*result.audit) == std::vector<std::string>{"T-DONE waived task X2",
                                                         "T-DONE unknown task X3",
                                                         "T-ROLE violation worker W3"});
  const findings::Finding& finding = result.audit->findings[0];
  REQUIRE(findings::waiver_of(*result.audit, finding));
  CHECK(findings::waiver_of(*result.audit, finding)->line == 2);
  CHECK(result.audit->rules[0].tally.verdicts ==
        std::array<std::size_t, rules::kVerdicts>{0, 1, 0, 1, 1, 1});
  CHECK(result.audit->waiver_findings.empty());
}

TEST_CASE("audit: waivers that cannot be read stop it") {
  Request request = small_request();
  request.waivers = {"nowhere/waivers.yaml"};
  text::Diagnostics diagnostics;
  const AuditResult result = audit(request, diagnostics);
  CHECK_FALSE(result.audit);
  CHECK(result.obstacle == Obstacle::kRules);
  CHECK(codes(diagnostics) == std::vector<std::string>{"no-waivers"});
}

TEST_CASE("audit: all verdicts come when they are wanted") {
  Request request = small_request();
  request.verdicts = {rules::Verdict::kPass, rules::Verdict::kNotApplicable};
  request.only = {"T-DONE"};
  text::Diagnostics diagnostics;
  const AuditResult result = audit(request, diagnostics);
  REQUIRE(result.audit);
  CHECK(lines(*result.audit) ==
        std::vector<std::string>{"T-DONE pass task X1", "T-DONE violation task X2",
                                 "T-DONE unknown task X3", "T-DONE not_applicable task X4"});
}

TEST_CASE("audit: parameters change what is found") {
  Request request = small_request();
  request.parameters = {{"grace", "1000"}};
  text::Diagnostics diagnostics;
  const AuditResult result = audit(request, diagnostics);
  REQUIRE(result.audit);
  CHECK(lines(*result.audit).front() == "T-DONE unknown task X3");
}

TEST_CASE("audit: a county is judged the same on any number of threads") {
  const std::string home = REMIT_SOURCE_DIR;
  std::vector<std::vector<std::string>> found;
  for (const std::size_t threads : {1U, 2U, 7U}) {
    Request request;
    request.rules = {"england-children"};
    request.home = home;
    request.data = home + "/examples/northshire/data";
    request.as_of = value::parse_date("2026-02-28").value();
    request.verdicts = {rules::Verdict::kPass};
    request.threads = threads;
    text::Diagnostics diagnostics;
    const AuditResult result = audit(request, diagnostics);
    REQUIRE(result.audit);
    found.push_back(lines(*result.audit));
    for (const findings::Finding& finding : result.audit->findings) {
      found.back().push_back(finding.outcome.message);
      for (const rules::Evidence& evidence : finding.outcome.evidence) {
        found.back().push_back(evidence.path + " " + evidence.key);
      }
    }
  }
  CHECK(found[0].size() > 1000);
  CHECK(found[0] == found[1]);
  CHECK(found[0] == found[2]);
}

TEST_CASE("audit: progress comes to its end") {
  Request request = small_request();
  std::vector<std::size_t> done;
  request.progress = [&](std::size_t count, std::size_t all) {
    CHECK(all == 2);
    done.push_back(count);
  };
  text::Diagnostics diagnostics;
  audit(request, diagnostics);
  CHECK(done.back() == 2);
}

TEST_CASE("audit: what is wrong with the rules is an obstacle of its own") {
  Request request = small_request();
  request.only = {"T-DON"};
  text::Diagnostics diagnostics;
  const AuditResult result = audit(request, diagnostics);
  CHECK_FALSE(result.audit);
  CHECK(result.obstacle == Obstacle::kRules);
  CHECK(codes(diagnostics) == std::vector<std::string>{"unknown-rule"});
  CHECK(diagnostics.all()[0].help.find("T-DONE") != std::string::npos);

  text::Diagnostics missing;
  request.rules = {"no/such/rules.yaml"};
  CHECK(audit(request, missing).obstacle == Obstacle::kRules);
  CHECK(missing.has_errors());
}

TEST_CASE("audit: data that cannot be read is another") {
  Request request = small_request();
  request.data = "no/such/folder";
  text::Diagnostics diagnostics;
  const AuditResult result = audit(request, diagnostics);
  CHECK_FALSE(result.audit);
  CHECK(result.obstacle == Obstacle::kData);
  CHECK(diagnostics.has_errors());
}

namespace {

Request county_request() {
  Request request;
  request.home = REMIT_SOURCE_DIR;
  request.rules = {"england-children"};
  request.data = std::string(REMIT_SOURCE_DIR) + "/examples/northshire/data";
  request.as_of = value::parse_date("2026-02-28").value();
  request.background = true;
  return request;
}

std::size_t find_subject(const findings::Audit& audit, const std::string& key) {
  const auto found =
      std::find_if(audit.findings.begin(), audit.findings.end(),
                   [&](const auto& each) { return each.outcome.subject.key == key; });
  REQUIRE(found != audit.findings.end());
  return static_cast<std::size_t>(found - audit.findings.begin());
}

/// `registrations RG000103 2020-09-01..2024-12-01` for each row of some tables.
std::vector<std::string> rows_of(const findings::Background& background, std::size_t party,
                                 const std::string& resource) {
  std::vector<std::string> rows;
  for (const findings::Entry& entry : background.track(party).entries) {
    if (background.lanes[entry.lane].resource != resource) continue;
    rows.push_back(entry.key + " " + (entry.from ? value::to_string(*entry.from) : "-") + ".." +
                   (entry.to ? value::to_string(*entry.to) : ""));
  }
  return rows;
}

}  // namespace

TEST_CASE("audit: a finding is told against the rule, and whom it concerns") {
  Request request = county_request();
  request.only = {"EC-RG-001", "EC-AL-005"};
  text::Diagnostics diagnostics;
  const AuditResult result = audit(request, diagnostics);
  REQUIRE(result.background);
  const findings::Background& background = *result.background;
  REQUIRE(background.readings.size() == 2);
  CHECK_FALSE(background.readings[0].empty());
  REQUIRE(background.involved.size() == result.audit->findings.size());

  const findings::Involved& of_post = background.involved[find_subject(*result.audit, "PO000117")];
  REQUIRE(of_post.parties.size() == 1);
  CHECK(background.parties[of_post.parties[0]].key == "W000117");
  REQUIRE(of_post.team);
  CHECK(background.parties[*of_post.team].kind == findings::Party::Kind::kTeam);
  CHECK(rows_of(background, of_post.parties[0], "registrations") ==
        std::vector<std::string>{"RG000103 2020-09-01..2024-12-01", "RG000104 2024-12-21.."});

  const auto& of_pair =
      background.involved[find_subject(*result.audit, "AL002562 + AL002563")].parties;
  REQUIRE(of_pair.size() == 3);
  CHECK(background.parties[of_pair[0]].key == "C001418");
  CHECK(background.parties[of_pair[1]].key == "W000002");
  CHECK(background.parties[of_pair[2]].key == "W000094");
}

TEST_CASE("audit: what names a person is not told") {
  text::Diagnostics diagnostics;
  const AuditResult result = audit(county_request(), diagnostics);
  REQUIRE(result.background);
  const findings::Background& background = *result.background;
  for (const findings::Lane& lane : background.lanes) {
    for (const findings::LaneField& field : lane.fields) {
      CHECK(field.title != "name");
      CHECK(field.title != "number");
      CHECK(field.title != "born date");
    }
  }
  for (std::size_t i = 0; i < background.parties.size(); ++i) {
    for (const findings::LaneField& field : background.track(i).fields) {
      CHECK(field.title != "name");
    }
  }
}

TEST_CASE("audit: the open cases of workers are counted, and only where they are asked for") {
  Request request = county_request();
  request.only = {"EC-RG-001"};
  text::Diagnostics diagnostics;
  const AuditResult result = audit(request, diagnostics);
  REQUIRE(result.background);
  const auto& loads = result.background->caseloads;
  REQUIRE(loads.size() > 2);
  CHECK(loads.front().cases >= loads.back().cases);
  CHECK(loads.back().cases > 0);
  request.background = false;
  CHECK_FALSE(audit(request, diagnostics).background);
}

}  // namespace remit
