#include "advise/session.h"

#include <algorithm>

#include "advise/workplaces.h"
#include "engine/lacking.h"
#include "engine/unique_keys.h"
#include "findings/join.h"

namespace remit::advise {
namespace {

/// So many texts may changes have left in an overlay before it is made anew.
constexpr std::size_t kMostTexts = 4096;
/// So many rows that were read are kept.
constexpr std::size_t kMostRows = 256;

}  // namespace

Session::Session(rules::RuleSet rules, data::Dataset data, engine::Options options,
                 std::vector<findings::Waiver> waivers)
    : rules_(std::move(rules)), data_(std::move(data)), options_(std::move(options)) {
  describe(std::move(waivers));
  known_.resize(rules_.rules.size());
  for (std::size_t rule = 0; rule < known_.size(); ++rule) learn(rule);
  for (const bool tasks : {false, true}) {
    const auto table = assignments(tasks);
    if (!table) continue;
    const model::Table& about = model().tables[static_cast<std::size_t>(*table)];
    index_keys(*table);
    for (const int relation : {about.assignment->subject, about.assignment->worker}) {
      index_keys(about.relations[static_cast<std::size_t>(relation)].target);
    }
    if (const auto places = workplaces_of(*this, *table)) index_keys(places->teams);
  }
}

void Session::describe(std::vector<findings::Waiver> waivers) {
  rules::Outcomes nothing;
  for (const rules::Rule& rule : rules_.rules) {
    rules::Tally tally;
    if (!findings::is_meant(rule, options_.only)) tally.not_run = "not selected";
    if (!tally.not_run && !rule.disabled) tally.not_run = engine::what_is_lacking(rule, data_);
    nothing.tallies.push_back(std::move(tally));
  }
  described_ = findings::join(rules_, std::move(nothing), {}, std::nullopt);
  described_.as_of = options_.as_of;
  described_.waivers = std::move(waivers);
}

void Session::learn(std::size_t rule) {
  KnownRule& known = known_[rule];
  known.is_run = described_.rules[rule].was_run();
  if (!known.is_run) return;
  known.reach = reach_of(rules_.rules[rule]);
  if (!std::holds_alternative<rules::Unique>(rules_.rules[rule].kind)) return;
  for (auto& claim : engine::unique_keys(rules_, rule, data_, options_.as_of, nullptr)) {
    if (claim.key) known.claims[std::move(*claim.key)].push_back(claim.row);
  }
}

void Session::cover(std::vector<findings::Finding>& findings) const {
  if (!veil_) return;
  for (findings::Finding& finding : findings) {
    veil_->cover(rules_.rules[finding.outcome.rule].id, finding);
  }
}

std::optional<int> Session::assignments(bool tasks) const {
  for (std::size_t table = 0; table < model().tables.size(); ++table) {
    const auto& assignment = model().tables[table].assignment;
    if (assignment && assignment->on.has_value() == tasks) return static_cast<int>(table);
  }
  return std::nullopt;
}

void Session::index_keys(int table) {
  auto [found, is_new] = keys_.try_emplace(table);
  if (!is_new) return;
  const std::size_t rows = data_.tables[static_cast<std::size_t>(table)].rows;
  found->second.reserve(rows);
  for (std::size_t row = 0; row < rows; ++row) {
    const auto number = static_cast<std::int32_t>(row);
    found->second.emplace(data::key_text(data_, table, number), number);
  }
}

std::int32_t Session::row(int table, std::string_view key) const {
  const auto& keys = keys_.at(table);
  const auto found = keys.find(std::string(key));
  return found == keys.end() ? -1 : found->second;
}

std::vector<std::string> Session::keys(int table) const {
  std::vector<std::string> all;
  for (const auto& [key, row] : keys_.at(table)) all.push_back(key);
  // A hash table has another order in each run, and of equally near keys the first is suggested.
  std::sort(all.begin(), all.end());
  return all;
}

std::optional<std::vector<value::Value>> Session::cells_of(const RowText& text) const {
  const std::lock_guard lock(mutex_);
  const auto found = cells_.find(text);
  if (found == cells_.end()) return std::nullopt;
  return found->second;
}

void Session::keep_cells(const RowText& text, const std::vector<value::Value>& cells) const {
  const std::lock_guard lock(mutex_);
  if (cells_.size() >= kMostRows) cells_.clear();
  cells_.emplace(text, cells);
}

std::unique_ptr<data::Overlay> Session::take_overlay() const {
  {
    const std::lock_guard lock(mutex_);
    if (!overlays_.empty()) {
      auto overlay = std::move(overlays_.back());
      overlays_.pop_back();
      return overlay;
    }
  }
  return std::make_unique<data::Overlay>(data_);
}

void Session::give_back(std::unique_ptr<data::Overlay> overlay) const {
  if (overlay->texts_kept() > kMostTexts) return;
  overlay->undo();
  const std::lock_guard lock(mutex_);
  overlays_.push_back(std::move(overlay));
}

}  // namespace remit::advise
