#include "cli/init_survey.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <filesystem>
#include <tuple>

#include <fmt/format.h>

#include "data/read.h"
#include "findings/verdict.h"
#include "model/load.h"
#include "remit/audit.h"
#include "rules/references.h"
#include "rules/ruleset.h"

namespace remit::cli {
namespace {

namespace fs = std::filesystem;

std::size_t csv_files(const fs::path& folder) {
  std::error_code error;
  std::size_t count = 0;
  for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) {
    if (at->path().extension() == ".csv") ++count;
  }
  return count;
}

std::vector<fs::path> folders_in(const fs::path& folder) {
  std::vector<fs::path> folders;
  std::error_code error;
  for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) {
    std::error_code ignored;
    if (at->is_directory(ignored)) folders.push_back(at->path());
  }
  std::sort(folders.begin(), folders.end());
  return folders;
}

/// The folder itself, or the one in it with the most CSV files; empty where there are none.
fs::path data_folder(const fs::path& folder) {
  if (csv_files(folder) > 0) return folder;
  fs::path best;
  std::size_t most = 0;
  for (const fs::path& each : folders_in(folder)) {
    const std::size_t count = csv_files(each);
    if (count > most) best = each;
    most = std::max(most, count);
  }
  return best;
}

/// A model, and the export as it sees it.
struct Fit {
  std::string name;
  data::Dataset data;
  std::size_t tables = 0;
  std::size_t columns = 0;
};

/// What happened when: only these columns are wanted.
data::FieldUses happenings(const model::Model& model) {
  data::FieldUses uses;
  for (std::size_t i = 0; i < model.tables.size(); ++i) {
    const auto& happens = model.tables[i].happens;
    if (happens) uses.emplace(static_cast<int>(i), *happens);
  }
  return uses;
}

std::optional<Fit> fit(const std::string& path, const std::string& name, const fs::path& folder,
                       value::Date today) {
  text::Diagnostics unsaid;
  auto content = rules::DiskReader().read(path);
  if (!content) return std::nullopt;
  auto model = model::load(std::make_shared<text::SourceFile>(path, std::move(*content)), unsaid);
  if (!model) return std::nullopt;
  const auto shared = std::make_shared<const model::Model>(std::move(*model));
  data::ReadOptions options;
  options.fields = happenings(*shared);
  auto data = data::read_folder(shared, folder.string(), today, unsaid, options);
  if (!data) return std::nullopt;
  Fit fit{name.empty() ? fmt::format("{}@{}", shared->name, shared->version) : name,
          std::move(*data), 0, 0};
  for (std::size_t i = 0; i < fit.data.tables.size(); ++i) {
    const data::Table& table = fit.data.tables[i];
    if (!table.given) continue;
    ++fit.tables;
    fit.columns += static_cast<std::size_t>(
        std::count(table.columns_given.begin(), table.columns_given.end(), true));
  }
  return fit;
}

/// The model with the most columns in the export.
std::optional<Fit> best_fit(const fs::path& folder, const fs::path& data, const std::string& home,
                            value::Date today) {
  std::optional<Fit> best;
  const auto consider = [&](std::optional<Fit> next) {
    if (!next || next->tables == 0) return;
    if (!best || std::tie(next->columns, next->tables) > std::tie(best->columns, best->tables)) {
      best = std::move(next);
    }
  };
  consider(fit((folder / "model.yaml").string(), "./model.yaml", data, today));
  const std::string models = rules::models_folder(home);
  for (const std::string& name : rules::names_in(models, rules::DiskReader())) {
    consider(fit((fs::path(models) / (name + ".yaml")).string(), "", data, today));
  }
  return best;
}

/// What is wrong with the files and their headers, and not with cells.
bool is_misfit(const data::DataFinding& finding) {
  constexpr std::array<std::string_view, 6> kMisfits{"DATA-FILE-UNKNOWN",   "DATA-HEADER",
                                                     "DATA-ENCODING",       "DATA-COLUMN-DUPLICATE",
                                                     "DATA-COLUMN-MISSING", "DATA-COLUMN-UNKNOWN"};
  return std::find(kMisfits.begin(), kMisfits.end(), finding.code) != kMisfits.end();
}

std::optional<value::Date> last_day(const data::Dataset& data) {
  std::optional<value::Date> last;
  for (std::size_t i = 0; i < data.tables.size(); ++i) {
    const auto& happens = data.model->tables[i].happens;
    const data::Table& table = data.tables[i];
    if (!happens || !table.given) continue;
    for (std::size_t row = 0; row < table.rows; ++row) {
      const value::Value cell = data::cell(table, *happens, static_cast<std::int32_t>(row));
      const auto* date = std::get_if<value::Date>(&cell.data);
      if (date && (!last || *last < *date)) last = *date;
    }
  }
  return last;
}

bool is_on_top(const rules::RuleSet& rules) {
  return std::any_of(rules.files.begin(), rules.files.end(),
                     [](const rules::RuleFile& file) { return !file.extends.empty(); });
}

/// What some rules have to say of the export; nothing where they are about other data.
std::optional<RulesOffer> offer(const std::string& rules, const std::string& data,
                                const std::string& home, value::Date as_of) {
  text::Diagnostics unsaid;
  Request request;
  request.rules = {rules};
  request.data = data;
  request.as_of = as_of;
  request.home = home;
  const AuditResult result = audit(request, unsaid);
  if (!result.audit) return std::nullopt;
  RulesOffer offer;
  offer.rules = result.audit->rules.size();
  for (const findings::RuleResult& rule : result.audit->rules) {
    using findings::of;
    const auto& verdicts = rule.tally.verdicts;
    const std::size_t applied = rule.tally.subjects - of(verdicts, rules::Verdict::kNotApplicable);
    if (applied > 0) ++offer.speaking;
    offer.applied += applied;
    offer.met += of(verdicts, rules::Verdict::kPass) + of(verdicts, rules::Verdict::kDue);
  }
  rules::LoadOptions options;
  options.home = home;
  const auto loaded = rules::load({rules}, options, rules::DiskReader(), unsaid);
  offer.on_top = loaded && is_on_top(*loaded);
  return offer;
}

/// YAML files of the folder that hold a rule set.
std::vector<std::string> local_rules(const fs::path& folder) {
  std::vector<std::string> names;
  std::error_code error;
  for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) {
    const std::string name = at->path().filename().string();
    if (!rules::is_yaml(name)) continue;
    const auto content = rules::DiskReader().read(at->path().string());
    if (content && ("\n" + *content).find("\nruleset:") != std::string::npos) names.push_back(name);
  }
  std::sort(names.begin(), names.end());
  return names;
}

/// How likely the export is one that the rules were written for: how many of them speak of it, how
/// much of what they ask is met, and (less so) how much they ask. Rules of another country find
/// their tables too, but little of them applies, or nearly all is broken.
double likelihood(const RulesOffer& offer) {
  if (offer.applied == 0) return 0;
  return static_cast<double>(offer.speaking) / static_cast<double>(offer.rules) *
         static_cast<double>(offer.met) / static_cast<double>(offer.applied) *
         std::log1p(static_cast<double>(offer.applied));
}

std::vector<RulesOffer> offers(const fs::path& folder, const std::string& data,
                               const std::string& home, value::Date as_of) {
  std::vector<RulesOffer> all;
  const auto add = [&](const std::string& name, const std::string& path, bool local) {
    auto next = offer(path, data, home, as_of);
    if (!next) return;
    next->name = name;
    next->local = local;
    all.push_back(std::move(*next));
  };
  for (const std::string& name : local_rules(folder)) add(name, (folder / name).string(), true);
  for (const std::string& name : rules::pack_names(home, rules::DiskReader())) {
    add(name, name, false);
  }
  const auto rank = [](const RulesOffer& each) {
    return std::tuple{!each.local, !each.local && each.on_top, -likelihood(each)};
  };
  std::stable_sort(all.begin(), all.end(), [&](const RulesOffer& left, const RulesOffer& right) {
    return rank(left) < rank(right);
  });
  return all;
}

}  // namespace

std::optional<Survey> survey(const std::string& folder, const std::string& home, value::Date today,
                             text::Diagnostics& diagnostics) {
  const fs::path data = data_folder(fs::path(folder).lexically_normal());
  if (data.empty()) {
    diagnostics.error(
        "no-export", {},
        fmt::format("there are no CSV files in `{}`, nor in the folders in it", folder),
        "name the folder of an export, as in `remit init export`");
    return std::nullopt;
  }
  std::optional<Fit> fit = best_fit(folder, data, home, today);
  if (!fit) {
    diagnostics.error(
        "no-export", {},
        fmt::format("no CSV file in `{}` is a table of a model that remit knows", data.string()),
        "name the files after the tables (docs/data.md), or write a model of your own and put it "
        "beside them as `model.yaml`");
    return std::nullopt;
  }
  Survey survey;
  survey.data = data.lexically_relative(fs::path(folder).lexically_normal()).string();
  survey.model = fit->name;
  survey.tables = fit->data.tables.size();
  for (std::size_t i = 0; i < fit->data.tables.size(); ++i) {
    if (fit->data.tables[i].given) survey.given.push_back(fit->data.model->tables[i].name);
  }
  for (const data::DataFinding& finding : fit->data.findings) {
    if (is_misfit(finding)) survey.misfits.push_back(finding);
  }
  survey.last_day = last_day(fit->data);
  survey.offers = offers(folder, data.string(), home, survey.last_day.value_or(today));
  return survey;
}

}  // namespace remit::cli
