#include <iterator>

#include "advise/changes.h"
#include "advise/effects.h"
#include "advise/session.h"
#include "advise/survey.h"
#include "audit/completeness.h"
#include "audit/only.h"
#include "data/read.h"
#include "privacy/veil.h"
#include "remit/advise.h"
#include "waivers/load.h"

namespace remit {
namespace {

std::vector<advise::Changed> added_rows(const advise::Session& session,
                                        const advise::Changes& changes) {
  std::vector<advise::Changed> rows = changes.common;
  if (changes.own.table >= 0) rows.push_back({changes.own.table, changes.own.first});
  std::erase_if(rows, [&](const advise::Changed& changed) {
    return changed.row < session.data().tables[static_cast<std::size_t>(changed.table)].rows;
  });
  return rows;
}

}  // namespace

std::unique_ptr<Advisor> Advisor::load(const Request& request, Obstacle& obstacle,
                                       text::Diagnostics& diagnostics) {
  obstacle = Obstacle::kRules;
  rules::LoadOptions options;
  options.home = request.home;
  options.parameters = request.parameters;
  auto rules = rules::load(request.rules, options, rules::DiskReader(), diagnostics);
  if (!rules || !auditing::check_ids(request.only, *rules, diagnostics)) return nullptr;
  const auto complete = auditing::complete_tables(request.complete, *rules->model, diagnostics);
  auto waivers = waivers::load(request.waivers, rules::DiskReader(), diagnostics);
  if (!complete || !waivers) return nullptr;
  if (request.pseudonym_key) {
    diagnostics.error("pseudonyms", {}, "questions about assignments are asked and answered in ids",
                      "leave the key for pseudonyms out");
    return nullptr;
  }
  auto veil =
      std::make_unique<privacy::Veil>(*rules, privacy::Policy{request.show_personal, std::nullopt});
  if (!veil->check(diagnostics)) return nullptr;
  veil->cover(*rules);
  obstacle = Obstacle::kData;
  auto data = data::read_folder(rules->model, request.data, request.as_of, diagnostics);
  if (!data) return nullptr;
  veil->cover(*data);
  engine::Options how;
  how.as_of = request.as_of;
  how.only = request.only;
  how.complete = *complete;
  auto session = std::make_unique<advise::Session>(std::move(*rules), std::move(*data), how,
                                                   std::move(*waivers));
  session->set_veil(std::move(veil));
  obstacle = Obstacle::kRules;
  if (!auditing::check_any_run(session->described(), diagnostics)) return nullptr;
  obstacle = Obstacle::kNone;
  return std::unique_ptr<Advisor>(new Advisor(std::move(session)));
}

Advisor::Advisor(std::unique_ptr<advise::Session> session) : session_(std::move(session)) {}
Advisor::~Advisor() = default;

const findings::Audit& Advisor::rules() const { return session_->described(); }

std::optional<PrecheckAnswer> Advisor::precheck(const std::vector<Change>& changes,
                                                text::Diagnostics& diagnostics,
                                                rules::Severity least) const {
  advise::World world(*session_);
  auto made = advise::make_changes(*session_, changes, world, diagnostics);
  if (!made) return std::nullopt;
  PrecheckAnswer answer;
  answer.effects = advise::effects_of(*session_, world.data(), made->changes);
  answer.may = advise::verdict_of(*session_, answer.effects, least);
  advise::cover(*session_, answer.effects);
  answer.added = std::move(made->added);
  for (const advise::Changed& change : added_rows(*session_, made->changes)) {
    const auto table = static_cast<std::size_t>(change.table);
    auto holders = advise::holders_beside(*session_, world.data(), change.table,
                                          static_cast<std::int32_t>(change.row),
                                          world.data().tables[table].rows);
    std::move(holders.begin(), holders.end(), std::back_inserter(answer.holders));
  }
  return answer;
}

std::optional<WhoAnswer> Advisor::who(const Question& question, text::Diagnostics& diagnostics,
                                      rules::Severity least) const {
  advise::Survey survey(*session_, question, least);
  if (!survey.prepare(diagnostics)) return std::nullopt;
  return survey.answer();
}

}  // namespace remit
