#include "cases/run.h"

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "cases/load.h"
#include "findings/join.h"
#include "text/nearest.h"

namespace remit::cases {
namespace {

std::string lower(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return text;
}

/// Decides which lines of a file's cases are run.
class Chooser {
 public:
  Chooser(const Selection& selection, const rules::FileReader& reader)
      : selection_(selection), reader_(reader), filter_(lower(selection.filter)) {}

  /// Keeps the chosen cases and lines; gives the ids of the chosen rules.
  std::set<std::string> choose(CaseFile& file, const Source& source, const rules::RuleSet& rules) {
    std::set<std::string> ids = chosen_rules(source, rules);
    const bool all = ids.size() == rules.rules.size();
    std::erase_if(file.cases, [&](Case& test) {
      if (lower(test.name).find(filter_) == std::string::npos) return true;
      if (all) return false;
      std::erase_if(test.expectations,
                    [&](const Expectation& line) { return !ids.contains(line.rule); });
      return test.expectations.empty();
    });
    return ids;
  }

  /// Reports rules that were asked for and that no rule set has.
  void report_unknown(text::Diagnostics& diagnostics) const {
    for (const std::string& id : selection_.only) {
      if (met_.contains(id)) continue;
      diagnostics.error("unknown-rule", {}, fmt::format("there is no rule `{}`", id),
                        text::did_you_mean(id, {known_.begin(), known_.end()}));
    }
  }

 private:
  std::set<std::string> chosen_rules(const Source& source, const rules::RuleSet& rules) {
    std::set<std::string> ids;
    for (const rules::Rule& rule : rules.rules) {
      known_.insert(rule.id);
      for (const std::string& id : selection_.only) {
        if (findings::is_meant(rule, id)) met_.insert(id);
      }
      if (findings::is_meant(rule, selection_.only) && comes_from(rule, source)) {
        ids.insert(rule.id);
      }
    }
    return ids;
  }

  bool comes_from(const rules::Rule& rule, const Source& source) const {
    if (source.rule_file.empty()) return true;
    return rule.where.file &&
           reader_.identity(rule.where.file->path()) == reader_.identity(source.rule_file);
  }

  const Selection& selection_;
  const rules::FileReader& reader_;
  std::string filter_;
  std::set<std::string> known_;
  std::set<std::string> met_;  ///< of `only`
};

/// Loads one file; nothing where it, or the rules with the parameters of a case, have mistakes.
std::optional<LoadedCases> load_one(const Source& source, Chooser& chooser, RuleSets& rule_sets,
                                    const rules::FileReader& reader,
                                    text::Diagnostics& diagnostics) {
  const auto content = reader.read(source.path);
  if (!content) {
    diagnostics.error("no-file", {}, fmt::format("`{}` cannot be read", source.path),
                      "check the file and its permissions");
    return std::nullopt;
  }
  auto file =
      load(std::make_shared<text::SourceFile>(source.path, *content), rule_sets, diagnostics);
  if (!file) return std::nullopt;
  LoadedCases loaded{std::move(*file), nullptr, {}, {}};
  loaded.base = rule_sets.get(loaded.file.rules, {}, diagnostics);
  loaded.chosen = chooser.choose(loaded.file, source, *loaded.base);
  for (const Case& test : loaded.file.cases) {
    loaded.rules.push_back(rule_sets.get(loaded.file.rules, test.parameters, diagnostics));
    if (!loaded.rules.back()) return std::nullopt;
  }
  return loaded;
}

void count(const Result& result, Run& run) {
  run.passed += result.status == Status::kPassed ? 1 : 0;
  run.failed += result.status == Status::kFailed ? 1 : 0;
  run.wrong += result.status == Status::kWrong ? 1 : 0;
}

}  // namespace

std::vector<LoadedCases> load_chosen(const std::vector<Source>& sources, const Selection& selection,
                                     RuleSets& rule_sets, const rules::FileReader& reader,
                                     text::Diagnostics& diagnostics) {
  std::vector<LoadedCases> all;
  Chooser chooser(selection, reader);
  for (const Source& source : sources) {
    auto loaded = load_one(source, chooser, rule_sets, reader, diagnostics);
    if (loaded && !loaded->file.cases.empty()) all.push_back(std::move(*loaded));
  }
  if (diagnostics.has_errors()) return all;
  chooser.report_unknown(diagnostics);
  if (all.empty() && !diagnostics.has_errors()) {
    diagnostics.error("no-cases", {}, "no case was chosen, so that nothing was tested",
                      "choose other rules, or another part of a name");
  }
  return all;
}

Run run(const std::vector<LoadedCases>& loaded,
        const std::function<void(std::size_t, std::size_t)>& progress) {
  std::size_t all = 0;
  for (const LoadedCases& cases : loaded) all += cases.file.cases.size();
  Run run;
  for (const LoadedCases& cases : loaded) {
    FileResult& file = run.files.emplace_back();
    file.path = cases.file.path;
    file.title = cases.file.title;
    for (std::size_t i = 0; i < cases.file.cases.size(); ++i) {
      const Case& test = cases.file.cases[i];
      const rules::RuleSet& rules = *cases.rules[i];
      const data::Dataset data = make_dataset(test, rules.model, cases.file.path);
      file.results.push_back(judge(test, rules, data));
      count(file.results.back(), run);
      if (progress) progress(run.cases(), all);
    }
  }
  return run;
}

}  // namespace remit::cases
