#include "cases/load.h"

#include <filesystem>
#include <set>

#include <fmt/format.h>

#include "cases/read_completeness.h"
#include "cases/read_expectations.h"
#include "cases/read_parameters.h"
#include "cases/read_rows.h"
#include "cases/read_survivors.h"
#include "model/read_values.h"
#include "rules/references.h"
#include "text/nearest.h"
#include "yaml/mapping.h"

namespace remit::cases {
namespace {

namespace fs = std::filesystem;

/// The folder that the nearest folder `tests` above a file lies in; nothing where there is none.
std::optional<std::string> pack_of(const std::string& path) {
  for (fs::path folder = fs::path(path).parent_path(); !folder.empty();
       folder = folder.parent_path()) {
    if (folder.filename() == "tests") {
      const fs::path above = folder.parent_path();
      return above.empty() ? "." : above.string();
    }
    if (folder == folder.parent_path()) break;
  }
  return std::nullopt;
}

/// What tests can take over from each other and from the file.
struct World {
  std::optional<value::Date> as_of;
  RuleSets::Parameters parameters;
  Tables tables;
  Completeness complete;
};

class CaseReader {
 public:
  CaseReader(const yaml::Node& document, RuleSets& rule_sets, text::Diagnostics& diagnostics)
      : document_(document), rule_sets_(rule_sets), diagnostics_(diagnostics) {}

  std::optional<CaseFile> read(const std::string& path) {
    const std::size_t errors = diagnostics_.errors();
    yaml::Mapping keys(document_, "a case file", diagnostics_);
    file_.path = path;
    file_.title = keys.required_text("cases").value_or("");
    read_rule_paths(keys);
    base_.as_of = model::read_date(keys, "as_of", diagnostics_);
    const yaml::Node* data = keys.optional("data");
    const yaml::Node* complete = keys.optional("complete");
    const yaml::Node* incomplete = keys.optional("incomplete");
    const yaml::Node* tests = keys.required("tests");
    const yaml::Node* survivors = keys.optional("survivors");
    keys.finish();
    if (diagnostics_.errors() != errors) return std::nullopt;
    rules_ = rule_sets_.get(file_.rules, {}, diagnostics_);
    if (!rules_) return std::nullopt;
    base_.tables.resize(rules_->model->tables.size());
    for (std::size_t table = 0; table < base_.tables.size(); ++table) {
      base_.complete[static_cast<int>(table)] = value::kFirstDate;
    }
    if (incomplete) read_incomplete(*incomplete, *rules_->model, base_.complete, diagnostics_);
    if (complete) read_complete(*complete, *rules_->model, base_.complete, diagnostics_);
    if (data) read_tables(*data, *rules_->model, base_.tables, diagnostics_);
    read_tests(*tests);
    if (survivors) file_.survivors = read_survivors(*survivors, *rules_, diagnostics_);
    if (diagnostics_.errors() != errors) return std::nullopt;
    return std::move(file_);
  }

 private:
  void read_rule_paths(yaml::Mapping& keys) {
    for (const std::string& rules : keys.texts("rules")) {
      file_.rules.push_back(rules::is_path(rules) ? rules::beside(file_.path, rules) : rules);
    }
    if (!file_.rules.empty()) return;
    if (const auto pack = pack_of(file_.path)) {
      file_.rules.push_back(*pack);
      return;
    }
    diagnostics_.error("no-rules", keys.where(),
                       "these cases do not say which rules they are about",
                       "add `rules: PATH`, or put the file into the folder `tests` of a pack");
  }

  void read_tests(const yaml::Node& tests) {
    if (tests.kind != yaml::NodeKind::kSequence || tests.items.empty()) {
      diagnostics_.error("expected-list", tests.where, "`tests` is not a list of cases",
                         "start each case with `- name: ...`");
      return;
    }
    collect_names(tests);
    for (const yaml::Node& node : tests.items) read_test(node);
  }

  void collect_names(const yaml::Node& tests) {
    for (const yaml::Node& node : tests.items) {
      const yaml::Node* name = node.find("name");
      if (!name || name->kind != yaml::NodeKind::kScalar) continue;
      const auto [known, is_new] = nodes_.emplace(name->scalar, &node);
      if (is_new) continue;
      diagnostics_
          .error("name-twice", name->where,
                 fmt::format("two cases have the name `{}`", name->scalar),
                 "give each case a name of its own")
          .notes.push_back({"the first one stands here", known->second->find("name")->where});
    }
  }

  void read_test(const yaml::Node& node) {
    yaml::Mapping keys(node, "a case", diagnostics_);
    if (node.kind != yaml::NodeKind::kMapping) return;
    Case test;
    test.name = keys.required_text("name").value_or("");
    test.where = keys.optional("name") ? keys.optional("name")->where : node.where;
    if (test.name.empty() && keys.optional("name")) {
      diagnostics_.error("empty-name", test.where, "the case has an empty name",
                         "say in a few words what it shows");
    }
    std::set<const yaml::Node*> open;
    World world = read_world(node, open);
    for (const char* key :
         {"as_of", "from", "data", "change", "remove", "parameters", "complete", "incomplete"}) {
      keys.optional(key);
    }
    if (world.as_of) {
      test.as_of = *world.as_of;
    } else if (!keys.optional("as_of")) {
      diagnostics_.error("missing-key", test.where, "the case has no day on which it is judged",
                         "add `as_of: 2026-01-31` to it, or to the file for all its cases");
    }
    test.parameters = std::move(world.parameters);
    test.tables = std::move(world.tables);
    test.complete = std::move(world.complete);
    const yaml::Node* findings = keys.optional("data_findings");
    const yaml::Node* expect = findings ? keys.optional("expect") : keys.required("expect");
    if (expect) test.expectations = read_expectations(*expect, *rules_, diagnostics_);
    if (findings) test.data_findings = read_data_findings(*findings, *rules_->model, diagnostics_);
    keys.finish();
    file_.cases.push_back(std::move(test));
  }

  /// What a test is judged in: that of the test it starts from, or of the file, and its own.
  /// `open` are the tests on the way to this one. Mistakes of a test that others start from are
  /// met more than once and kept once.
  World read_world(const yaml::Node& node, std::set<const yaml::Node*>& open) {
    text::Diagnostics ignored;  // the form of the test's other keys is not looked at here
    yaml::Mapping keys(node, "a case", ignored);
    World world = start(keys, node, open);
    if (const yaml::Node* day = keys.optional("as_of")) {
      world.as_of = model::read_date(*day, "`as_of`", diagnostics_);
    }
    if (const yaml::Node* parameters = keys.optional("parameters")) {
      read_parameters(*parameters, *rules_, world.parameters, diagnostics_);
    }
    const model::Model& model = *rules_->model;
    if (const yaml::Node* incomplete = keys.optional("incomplete")) {
      read_incomplete(*incomplete, model, world.complete, diagnostics_);
    }
    if (const yaml::Node* complete = keys.optional("complete")) {
      read_complete(*complete, model, world.complete, diagnostics_);
    }
    if (const yaml::Node* remove = keys.optional("remove")) {
      remove_rows(*remove, model, world.tables, diagnostics_);
    }
    if (const yaml::Node* data = keys.optional("data")) {
      read_tables(*data, model, world.tables, diagnostics_);
    }
    if (const yaml::Node* change = keys.optional("change")) {
      change_cells(*change, model, world.tables, diagnostics_);
    }
    return world;
  }

  World start(yaml::Mapping& keys, const yaml::Node& node, std::set<const yaml::Node*>& open) {
    const yaml::Node* from = keys.optional("from");
    if (!from) return base_;
    open.insert(&node);
    const auto name = yaml::as_text(*from, "`from` of a case", diagnostics_);
    if (!name) return base_;
    const auto other = nodes_.find(*name);
    if (other == nodes_.end()) {
      std::vector<std::string> known;
      for (const auto& [known_name, unused] : nodes_) known.push_back(known_name);
      diagnostics_.error("unknown-case", from->where,
                         fmt::format("there is no case `{}` in this file", *name),
                         text::did_you_mean(*name, known));
      return base_;
    }
    if (open.contains(other->second)) {
      diagnostics_.error("from-cycle", from->where,
                         fmt::format("the case `{}` comes to start from itself", *name),
                         "take one `from` out of the circle");
      return base_;
    }
    return read_world(*other->second, open);
  }

  const yaml::Node& document_;
  RuleSets& rule_sets_;
  text::Diagnostics& diagnostics_;
  CaseFile file_;
  std::shared_ptr<const rules::RuleSet> rules_;
  World base_;
  std::map<std::string, const yaml::Node*> nodes_;  ///< of tests, by name
};

}  // namespace

std::optional<CaseFile> load(const text::SourcePtr& source, RuleSets& rule_sets,
                             text::Diagnostics& diagnostics) {
  const auto document = yaml::parse(source, diagnostics);
  if (!document) return std::nullopt;
  return CaseReader(*document, rule_sets, diagnostics).read(source->path());
}

}  // namespace remit::cases
