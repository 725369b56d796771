#include <set>

#include <fmt/format.h>

#include "lint/checks/checks.h"
#include "lint/expressions.h"
#include "lint/extended.h"

// What is declared and not used. An override gives a rule a copy of its environment, so that names
// are known by where they are declared.
namespace remit::lint {
namespace {

namespace typed = lang::typed;
using Place = std::pair<const text::SourceFile*, std::uint32_t>;

Place place_of(const text::Location& where) { return {where.file.get(), where.span.begin}; }

/// Notes the names that the trees of one environment use, also in the definitions called.
class UseFinder : public lang::TreeVisitor {
 public:
  UseFinder(const lang::Environment& environment, std::set<Place>& used)
      : environment_(environment), used_(used) {}

  void node(const typed::Node& node) override {
    if (const auto* parameter = std::get_if<typed::ParameterUse>(&node.kind)) {
      use(environment_.parameters[static_cast<std::size_t>(parameter->parameter)]);
    } else if (const auto* set = std::get_if<typed::SetUse>(&node.kind)) {
      use(environment_.sets[static_cast<std::size_t>(set->set)]);
    } else if (const auto* call = std::get_if<typed::DefinitionCall>(&node.kind)) {
      const auto& definition = environment_.definitions[static_cast<std::size_t>(call->definition)];
      if (entered_.insert(call->definition).second) {
        use(definition);
        if (definition.body) lang::walk(*definition.body, *this);
      }
    }
  }

 private:
  template <typename Named>
  void use(const Named& named) {
    used_.insert(place_of(named.where));
  }

  const lang::Environment& environment_;
  std::set<Place>& used_;
  std::set<int> entered_;
};

std::set<Place> used_places(const rules::RuleSet& rules) {
  std::set<Place> used;
  for (const rules::Rule& rule : rules.rules) {
    UseFinder finder(*rule.environment, used);
    walk_rule(rule, finder);
  }
  return used;
}

/// A parameter that is declared again gives the one that came through `extends` its value.
bool redeclares(const rules::RuleSet& rules, std::size_t file, const std::string& name) {
  for (const std::size_t each : extended_by(rules, file)) {
    for (const lang::Parameter& theirs : rules.files[each].environment->parameters) {
      if (theirs.name == name) return true;
    }
  }
  return false;
}

template <typename Named>
void report(Inspection& inspection, const rules::RuleFile& file, const Named& named,
            std::string_view what) {
  inspection.warn(file, named.where, fmt::format("no rule uses the {} `{}`", what, named.name),
                  "leave it out, or use it where its value is written out");
}

}  // namespace

void check_unused_parameters(Inspection& inspection) {
  const std::set<Place> used = used_places(inspection.rules());
  const auto& files = inspection.rules().files;
  for (std::size_t i = 0; i < files.size(); ++i) {
    for (const lang::Parameter& parameter : files[i].environment->parameters) {
      if (used.count(place_of(parameter.where)) > 0) continue;
      if (redeclares(inspection.rules(), i, parameter.name)) continue;
      report(inspection, files[i], parameter, "parameter");
    }
  }
}

void check_unused_sets(Inspection& inspection) {
  const std::set<Place> used = used_places(inspection.rules());
  for (const rules::RuleFile& file : inspection.rules().files) {
    for (const lang::CodeSet& set : file.environment->sets) {
      if (used.count(place_of(set.where)) == 0) report(inspection, file, set, "code set");
    }
  }
}

void check_unused_definitions(Inspection& inspection) {
  const std::set<Place> used = used_places(inspection.rules());
  for (const rules::RuleFile& file : inspection.rules().files) {
    for (const lang::Definition& definition : file.environment->definitions) {
      if (used.count(place_of(definition.where)) > 0) continue;
      report(inspection, file, definition, "definition");
    }
  }
}

void check_unused_sources(Inspection& inspection) {
  std::set<std::string> cited;
  for (const rules::Rule& rule : inspection.rules().rules) {
    for (const rules::Citation& citation : rule.sources) cited.insert(citation.id);
  }
  for (const rules::RuleFile& file : inspection.rules().files) {
    for (const rules::Source& source : file.sources) {
      if (cited.count(source.id) > 0) continue;
      inspection.warn(file, source.where, fmt::format("no rule cites the source `{}`", source.id),
                      "leave it out, or name it under `source` of the rules that rest on it");
    }
  }
}

}  // namespace remit::lint
