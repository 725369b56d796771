#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <absl/container/flat_hash_map.h>

#include "advise/reach.h"
#include "data/dataset.h"
#include "data/overlay.h"
#include "engine/evaluate.h"
#include "findings/finding.h"
#include "privacy/veil.h"
#include "rules/ruleset.h"

namespace remit::advise {

/// What is known of a rule before anything is asked.
struct KnownRule {
  bool is_run = false;
  Reach reach;
  /// Of a rule of kind `unique`: by key, the rows of the first table with subjects that have it.
  std::map<std::vector<std::string>, std::vector<std::uint32_t>> claims;
};

/// Rules and data, loaded, with all that questions need beside them. Nothing in it changes but
/// what waits for the next question: overlays, and rows that were read.
class Session {
 public:
  Session(rules::RuleSet rules, data::Dataset data, engine::Options options,
          std::vector<findings::Waiver> waivers);

  /// What is kept from readers of answers; without one all is shown.
  void set_veil(std::unique_ptr<const privacy::Veil> veil) { veil_ = std::move(veil); }
  const privacy::Veil* veil() const { return veil_.get(); }

  const rules::RuleSet& rules() const { return rules_; }
  const data::Dataset& data() const { return data_; }
  const model::Model& model() const { return *data_.model; }
  const engine::Options& options() const { return options_; }
  value::Date as_of() const { return options_.as_of; }
  const std::vector<KnownRule>& known() const { return known_; }
  const findings::Audit& described() const { return described_; }
  /// Leaves out of findings what is not to be shown, when all has been compared.
  void cover(std::vector<findings::Finding>& findings) const;

  /// How many rows the first table of a rule has in the export.
  std::size_t first_rows(std::size_t rule) const {
    const int first = rules_.rules[rule].subjects.front().type.table;
    return first < 0 ? 0 : data_.tables[static_cast<std::size_t>(first)].rows;
  }

  /// The table of assignments that last, or of tasks; nothing where the model has none.
  std::optional<int> assignments(bool tasks) const;
  /// The row that has a key; -1 where there is none. Of the tables of assignments, and those that
  /// they lead to.
  std::int32_t row(int table, std::string_view key) const;
  std::vector<std::string> keys(int table) const;

  /// The cells of a row of a table as they were written, without the keys that lead to others.
  using RowText = std::pair<int, std::vector<std::optional<std::string>>>;
  /// What was read of such a row before; nothing where it was not.
  std::optional<std::vector<value::Value>> cells_of(const RowText& text) const;
  void keep_cells(const RowText& text, const std::vector<value::Value>& cells) const;

  /// An overlay without changes, that nobody else has.
  std::unique_ptr<data::Overlay> take_overlay() const;
  void give_back(std::unique_ptr<data::Overlay> overlay) const;

 private:
  void describe(std::vector<findings::Waiver> waivers);
  void learn(std::size_t rule);
  void index_keys(int table);

  rules::RuleSet rules_;
  data::Dataset data_;
  engine::Options options_;
  std::unique_ptr<const privacy::Veil> veil_;
  std::vector<KnownRule> known_;
  findings::Audit described_;
  std::map<int, absl::flat_hash_map<std::string, std::int32_t>> keys_;
  mutable std::mutex mutex_;
  mutable std::vector<std::unique_ptr<data::Overlay>> overlays_;
  mutable std::map<RowText, std::vector<value::Value>> cells_;
};

/// The loaded data with changes of one question, which are gone when it is.
class World {
 public:
  explicit World(const Session& session) : session_(session), overlay_(session.take_overlay()) {}
  ~World() { session_.give_back(std::move(overlay_)); }
  World(const World&) = delete;
  World& operator=(const World&) = delete;

  data::Overlay& overlay() { return *overlay_; }
  const data::Dataset& data() const { return overlay_->data(); }

 private:
  const Session& session_;
  std::unique_ptr<data::Overlay> overlay_;
};

}  // namespace remit::advise
