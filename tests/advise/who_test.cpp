#include <algorithm>
#include <iostream>
#include <random>
#include <set>

#include "advise/county.h"
#include "examples/files.h"
#include "support/catch.h"

namespace remit::test {
namespace {

/// A question about any case of an export.
Question any_question(Changer& dice) {
  Question question;
  question.subject = dice.any_key("cases");
  question.role = dice.any_role();
  question.on = dice.any_day();
  if (dice.below(4) > 0) return question;
  question.task = true;
  question.role = "s47_enquiry";
  return question;
}

/// The same question about one worker.
std::vector<Change> changes_of(const Question& question, const std::string& worker) {
  std::vector<Change> changes;
  for (const End& end : question.ends) changes.emplace_back(End{end.key, question.on});
  changes.emplace_back(
      Assign{question.subject, worker, question.role, question.on, question.task, ""});
  return changes;
}

std::set<std::string> rules_of(const Advisor& advisor,
                               const std::vector<findings::Finding>& reasons) {
  std::set<std::string> ids;
  for (const auto& reason : reasons) ids.insert(advisor.rules().rules[reason.outcome.rule].id);
  return ids;
}

/// Whether each worker is judged as `precheck` judges.
void check_each(const Advisor& advisor, const Question& question, const WhoAnswer& answer) {
  for (const Candidate& candidate : answer.candidates) {
    text::Diagnostics diagnostics;
    const auto alone = advisor.precheck(changes_of(question, candidate.worker), diagnostics);
    REQUIRE(alone);
    INFO(question.subject << " " << question.role << " " << candidate.worker);
    REQUIRE(word(candidate.may) == word(alone->may));
    CHECK(candidate.duties == alone->effects.brought.size());
    if (candidate.may == May::kYes) continue;
    const auto& reasons =
        candidate.may == May::kNo ? alone->effects.caused : alone->effects.doubted;
    std::vector<findings::Finding> that_count;
    std::copy_if(reasons.begin(), reasons.end(), std::back_inserter(that_count),
                 [&](const findings::Finding& finding) {
                   return advisor.rules().rules[finding.outcome.rule].severity >=
                          rules::Severity::kMinor;
                 });
    REQUIRE(describe(candidate.reasons) == describe(that_count));
  }
}

}  // namespace

TEST_CASE("advise: of every worker the same is said as of one alone") {
  const std::uint64_t seed = from_environment("REMIT_SEED", std::random_device()());
  const std::uint64_t cases = from_environment("REMIT_CASES", 30);
  std::cout << "questions who could: REMIT_SEED=" << seed << " REMIT_CASES=" << cases << "\n";
  Request request = county("2026-02-28");
  const Tables tables = part_of_county(seed, 40);
  const example::TemporaryFolder folder;
  write_tables(tables, folder.path());
  request.data = folder.path().string();
  const auto advisor = load(request);
  Changer dice(seed, request.as_of, tables);
  for (std::uint64_t i = 0; i < cases;) {
    INFO("seed " << seed << ", question " << i);
    Question question = any_question(dice);
    text::Diagnostics diagnostics;
    auto answer = advisor->who(question, diagnostics);
    if (!answer) {  // a case that is closed, say
      REQUIRE(diagnostics.has_errors());
      continue;
    }
    check_each(*advisor, question, *answer);
    ++i;
    if (answer->holders.empty()) continue;
    for (const Holder& holder : answer->holders) question.ends.push_back({holder.key, {}});
    answer = advisor->who(question, diagnostics);
    if (!answer) continue;  // one that begins later
    check_each(*advisor, question, *answer);
  }
}

TEST_CASE("advise: the day from which on somebody is able is the first one") {
  Request request = county("2026-02-28");
  request.only = {"EC-AL-002", "EC-RT-001", "EC-RG-001", "EC-AL-001"};
  Tables tables = read_county();
  // A social worker whose registration begins in March, and one whose lapses in March.
  tables["workers"] += "W900001,,LA000001,\nW900002,,LA000001,\n";
  tables["posts"] +=
      "PO900001,W900001,T000004,social_worker,,employed,1,2026-03-02,\n"
      "PO900002,W900002,T000004,social_worker,,employed,1,2026-02-01,\n";
  const example::TemporaryFolder folder;
  const auto add = [&](const std::string& key, const std::string& worker, const std::string& from,
                       const std::string& to) {
    tables["registrations"] +=
        key + "," + worker + ",SWE,SW" + key + ",registered,full," + from + "," + to + ",\n";
  };
  add("900001", "W900001", "2026-03-10", "");
  add("900002", "W900002", "2026-02-01", "");
  write_tables(tables, folder.path());
  request.data = folder.path().string();
  const auto advisor = load(request);
  Question question;
  question.subject = "C000002";
  question.ends = {{"AL000003", std::nullopt}};
  question.workers = {"W900001", "W900002", "W000082"};
  question.until = value::parse_date("2026-03-31");
  text::Diagnostics diagnostics;
  const auto answer = advisor->who(question, diagnostics);
  REQUIRE(answer);
  REQUIRE(answer->candidates.size() == 3);
  CHECK(answer->candidates[0].worker == "W900002");
  CHECK(answer->candidates[0].may == May::kYes);
  CHECK(answer->candidates[0].same_team);
  CHECK_FALSE(answer->candidates[0].searched);
  for (const Candidate& candidate : answer->candidates) {
    if (candidate.worker != "W900001") continue;
    CHECK(candidate.may == May::kNo);
    CHECK_FALSE(candidate.in_post);
    CHECK(candidate.searched);
    CHECK(candidate.able_from == value::parse_date("2026-03-10"));
    CHECK(rules_of(*advisor, candidate.reasons).contains("EC-AL-002"));
  }
  const auto found = std::find_if(answer->candidates.begin(), answer->candidates.end(),
                                  [](const Candidate& each) { return each.worker == "W000082"; });
  CHECK(found->may == May::kNo);
  CHECK(found->searched);
  CHECK_FALSE(found->able_from);
}

TEST_CASE("advise: who could is asked wrongly") {
  const auto advisor = load(county("2026-02-28"));
  const auto code = [&](const Question& question) {
    text::Diagnostics diagnostics;
    CHECK_FALSE(advisor->who(question, diagnostics));
    REQUIRE(diagnostics.has_errors());
    return diagnostics.all().front().code;
  };
  Question question;
  question.subject = "C00002";
  CHECK(code(question) == "unknown-row");
  question.subject = "C000001";
  CHECK(code(question) == "not-there");
  question.subject = "C000002";
  question.team = "T4";
  CHECK(code(question) == "unknown-row");
  question.team = "";
  question.workers = {"nobody"};
  CHECK(code(question) == "unknown-row");
  question.workers.clear();
  question.role = "leed";
  CHECK(code(question) == "bad-cell");
  question.role = "";
  question.on = value::parse_date("2026-03-01");
  CHECK(code(question) == "after-as-of");
  question.on = std::nullopt;
  question.ends = {{"AL9", std::nullopt}};
  CHECK(code(question) == "unknown-row");
}

}  // namespace remit::test
