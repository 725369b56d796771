#include <algorithm>
#include <array>
#include <string_view>

#include "privacy/rename.h"
#include "privacy/veil.h"

namespace remit::privacy {
namespace {

namespace typed = lang::typed;
using engine::Answer;

/// Goes through answers, and through those that they are made of.
class AnswerCover {
 public:
  explicit AnswerCover(Reads reads) : reads_(std::move(reads)) {}

  void cover(std::vector<Answer::Operand>& operands) {
    for (Answer::Operand& operand : operands) {
      if (reads_.reads(*operand.node)) operand.value = {std::string(kStandIn)};
    }
  }
  void cover(Answer& answer) {
    cover(answer.operands);
    if (const auto* call = std::get_if<typed::DefinitionCall>(&answer.node->kind)) {
      AnswerCover inside(reads_.inside(*call));
      for (Answer& part : answer.parts) inside.cover(part);
      return;
    }
    taint_run(answer);
    for (Answer& part : answer.parts) cover(part);
    for (Answer::Element& element : answer.elements) {
      if (element.where) cover(*element.where);
      if (element.satisfies) cover(*element.satisfies);
    }
  }
  void cover(engine::Items& items) {
    for (engine::LeftOut& left : items.left_out) {
      if (left.where) cover(*left.where);
    }
  }

  void operator()(std::monostate&) {}
  void operator()(engine::RequireFacts& facts) { cover(facts.holds); }
  void operator()(engine::ReserveFacts& facts) { cover(facts.may); }
  void operator()(engine::CoverFacts& facts) { cover(facts.by); }
  void operator()(engine::FrequencyFacts& facts) {
    cover(facts.events);
    cover(facts.pauses);
  }
  void operator()(engine::LimitFacts& facts) { cover(facts.count); }
  void operator()(engine::DeadlineFacts& facts) { cover(facts.responses); }
  void operator()(engine::UniqueFacts& facts) { cover(facts.key); }

  Reads& reads() { return reads_; }

 private:
  /// A run that is gone through is named in the conditions about it.
  void taint_run(const Answer& answer) {
    const auto* quantified = std::get_if<typed::Quantified>(&answer.node->kind);
    if (!quantified) return;
    const auto* runs = std::get_if<typed::RunsSource>(&quantified->binding.source);
    if (runs && reads_.reads(*runs->periods)) reads_.taint(quantified->binding.slot);
  }

  Reads reads_;
};

/// Which task it is.
void cover_task(const rules::Rule& rule, Reads& reads, std::optional<std::string>& task) {
  const auto* reserve = std::get_if<rules::Reserve>(&rule.kind);
  if (task && reserve && reads.reads(*reserve->task)) task = std::string(kStandIn);
}

/// Steps that say nothing of days.
constexpr std::array<std::string_view, 4> kWithoutDays{"Looked at", "Applies", "Doubt", "Breach"};

bool tells_days(const findings::DecisionStep& step) {
  return std::find(kWithoutDays.begin(), kWithoutDays.end(), step.title) == kWithoutDays.end();
}

/// Conditions, the facts of the kind's own test, and what led to no subject.
void cover_answers(const rules::Rule& rule, const RuleReads& reads, engine::Accounts& accounts) {
  AnswerCover answers(reads.reads);
  for (engine::Account& account : accounts.accounts) {
    for (Answer& answer : account.selected) answers.cover(answer);
    if (account.when) answers.cover(*account.when);
    std::visit(answers, account.facts);
    if (auto* reserve = std::get_if<engine::ReserveFacts>(&account.facts)) {
      cover_task(rule, answers.reads(), reserve->task);
    }
  }
  if (!accounts.none) return;
  for (Answer& answer : accounts.none->selected) answers.cover(answer);
  cover_task(rule, answers.reads(), accounts.none->task);
  // Keys of runs have days in them.
  if (!reads.runs.empty()) accounts.none->keys.clear();
}

}  // namespace

void Veil::cover(const rules::Rule& rule, engine::Accounts& accounts) const {
  if (const RuleReads* reads = reads_of(rule.id)) {
    cover_answers(rule, *reads, accounts);
    for (engine::Account& account : accounts.accounts) {
      cover_runs(*reads, account.subject);
      auto* unique = std::get_if<engine::UniqueFacts>(&account.facts);
      if (!unique) continue;
      for (engine::UniqueFacts::Rival& rival : unique->earlier) cover_runs(*reads, rival.row);
    }
  }
  if (ids_) privacy::rename(*ids_, rule, accounts);
  for (engine::Account& account : accounts.accounts) {
    for (rules::Outcome& outcome : account.outcomes) cover(rule.id, outcome);
    if (!account.if_applicable) continue;
    for (rules::Outcome& outcome : *account.if_applicable) cover(rule.id, outcome);
  }
}

void Veil::cover(findings::Explanation& explanation) const {
  const RuleReads* reads = reads_of(explanation.rule);
  if (!reads || explanation.state != findings::Explanation::State::kJudged) return;
  std::erase_if(explanation.steps, [&](const findings::DecisionStep& step) {
    return reads->days ? tells_days(step) : step.title == "Calendar";
  });
  if (!reads->days) return;
  explanation.steps.push_back(
      {"Left out",
       {"The days of this rule come of personal fields, so neither they nor what is reckoned from "
        "them is shown.",
        {}},
       false});
  explanation.reckonings.clear();
  explanation.timeline.clear();
  explanation.prospects.clear();
  explanation.judged.reset();
}

}  // namespace remit::privacy
