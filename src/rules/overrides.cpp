#include "rules/overrides.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "rules/effective.h"
#include "rules/parameters.h"
#include "rules/particulars.h"
#include "text/nearest.h"

namespace remit::rules {
namespace {

using Targets = std::vector<LoadedRule*>;

/// The rules that came to a file through `extends`.
Targets inherited(const LoadedFile& file, const OverrideContext& context) {
  const auto extended = all_extended(file);
  Targets targets;
  for (LoadedRule& loaded : context.rules) {
    const bool came = std::find(extended.begin(), extended.end(), loaded.file) != extended.end();
    if (came) targets.push_back(&loaded);
  }
  return targets;
}

std::vector<std::string> ids_of(const Targets& targets) {
  std::vector<std::string> ids;
  for (const LoadedRule* loaded : targets) {
    ids.push_back(loaded->rule.id);
    const bool is_line = loaded->table_id != loaded->rule.id;
    if (is_line && (ids.size() < 2 || ids[ids.size() - 2] != loaded->table_id)) {
      ids.push_back(loaded->table_id);
    }
  }
  return ids;
}

/// The rules that an override names; reports an id that no rule that came has.
Targets named(const std::string& id, const text::Location& where, const LoadedFile& file,
              const Targets& all, const OverrideContext& context) {
  Targets targets;
  for (LoadedRule* loaded : all) {
    if (loaded->rule.id == id || loaded->table_id == id) targets.push_back(loaded);
  }
  if (!targets.empty()) return targets;
  const auto known = context.ids.find(id);
  const auto extended = all_extended(file);
  const bool sound =
      file.extends_sound && std::all_of(extended.begin(), extended.end(),
                                        [](const LoadedFile* each) { return each->sound; });
  if (known != context.ids.end() && known->second.file == file.environment->file) {
    context.diagnostics.error("override-own", where,
                              fmt::format("`{}` is a rule of this file itself", id),
                              "change it where it stands; overrides are for rules that came "
                              "through `extends`");
  } else if (sound) {
    const std::string help = text::did_you_mean(id, ids_of(all));
    context.diagnostics.error(
        "unknown-rule", where, fmt::format("no rule `{}` came through `extends`", id),
        help.empty() ? "name the rule set that has it under `extends`" : help);
  }
  return targets;
}

bool set_parameter(lang::Parameter& parameter, const std::vector<lang::Dated>& values,
                   const text::Location& where, text::Diagnostics& diagnostics) {
  lang::Parameter changed = parameter;
  changed.values = values;
  set_duration_family(changed);
  if (parameter.type.family && changed.type.family != parameter.type.family) {
    diagnostics
        .error("parameter-family", where,
               fmt::format("the rules that use `{}` are written for another unit of time",
                           parameter.name),
               "write days and weeks, months and years, or working days, as the declaration does")
        .notes.push_back({"it is declared here", parameter.where});
    return false;
  }
  parameter.values = values;
  return true;
}

lang::Parameter* find_parameter(lang::Environment& environment, const std::string& name) {
  for (lang::Parameter& parameter : environment.parameters) {
    if (parameter.name == name) return &parameter;
  }
  return nullptr;
}

/// The environments of some rules, each once. Where the change is for these rules alone, they get
/// copies of their own first.
std::vector<lang::Environment*> environments(const Targets& targets, bool alone) {
  std::vector<lang::Environment*> all;
  for (LoadedRule* loaded : targets) {
    if (alone) loaded->environment = std::make_shared<lang::Environment>(*loaded->environment);
    lang::Environment* environment = loaded->environment.get();
    if (std::find(all.begin(), all.end(), environment) == all.end()) all.push_back(environment);
  }
  return all;
}

/// Gives one parameter its new value wherever these environments have it.
void override_parameter(const yaml::Entry& entry, const std::vector<lang::Environment*>& all,
                        const OverrideContext& context) {
  std::vector<std::string> known;
  bool found = false;
  for (lang::Environment* environment : all) {
    for (const auto& parameter : environment->parameters) known.push_back(parameter.name);
    lang::Parameter* parameter = find_parameter(*environment, entry.key);
    if (!parameter) continue;
    found = true;
    const auto values = read_new_value(entry.value, *parameter, context.diagnostics);
    const bool outside = context.options.parameters.contains(entry.key);
    if (!values || outside) continue;
    if (!set_parameter(*parameter, *values, entry.value.where, context.diagnostics)) return;
  }
  if (found) return;
  std::sort(known.begin(), known.end());
  known.erase(std::unique(known.begin(), known.end()), known.end());
  const std::string help = text::did_you_mean(entry.key, known);
  context.diagnostics.error("unknown-parameter", entry.key_where,
                            fmt::format("these rules have no parameter `{}`", entry.key),
                            help.empty() ? "they have no parameters" : help);
}

void override_parameters(yaml::Mapping& keys, const Targets& targets, bool alone,
                         const OverrideContext& context) {
  const yaml::Node* node = keys.optional("parameters");
  if (!node) return;
  if (node->kind != yaml::NodeKind::kMapping) {
    context.diagnostics.error("expected-mapping", node->where, "`parameters` is not a mapping",
                              "write `parameters: {name: value}`");
    return;
  }
  if (targets.empty()) return;
  const auto all = environments(targets, alone);
  for (const yaml::Entry& entry : node->entries) override_parameter(entry, all, context);
}

void override_disabled(yaml::Mapping& keys, const Targets& targets,
                       text::Diagnostics& diagnostics) {
  const auto disabled = keys.boolean("disabled");
  const auto because = keys.text("because");
  if (!disabled) return;
  if (*disabled && !because) {
    diagnostics.error("disabled-because", keys.key_where("disabled"),
                      "the rule is disabled without a reason", "say why: `because: ...`");
  }
  for (LoadedRule* loaded : targets) {
    loaded->rule.disabled = *disabled ? std::optional(because.value_or("")) : std::nullopt;
  }
}

void override_effective(yaml::Mapping& keys, const Targets& targets,
                        text::Diagnostics& diagnostics) {
  const auto effective = read_effective(keys, diagnostics);
  if (!effective) return;
  for (LoadedRule* loaded : targets) {
    apply(*effective, loaded->rule.effective, diagnostics);
    auto* frequency = std::get_if<Frequency>(&loaded->rule.kind);
    if (!effective->clock_restart) continue;
    if (frequency) {
      frequency->clock_restart = true;
    } else {
      diagnostics.error(
          "foreign-key", effective->clock_where,
          fmt::format("`clock` belongs to `frequency`, and `{}` is none", loaded->rule.id),
          "leave it out");
    }
  }
}

/// What an override must change: without any of these keys it says nothing.
bool changes_something(const yaml::Node& node) {
  return node.find("severity") || node.find("disabled") || node.find("effective") ||
         node.find("parameters");
}

/// Reports two overrides of one file that change one thing of one rule.
void check_twice(const yaml::Node& node, const std::string& id,
                 std::map<std::string, text::Location>& known, text::Diagnostics& diagnostics) {
  for (const yaml::Entry& entry : node.entries) {
    if (entry.key == "rule" || entry.key == "because" || entry.key == "parameters") continue;
    const auto [first, inserted] = known.emplace(id + ": " + entry.key, entry.key_where);
    if (inserted) continue;
    diagnostics
        .error("duplicate-override", entry.key_where,
               fmt::format("`{}` of `{}` is overridden twice", entry.key, id), "keep one of them")
        .notes.push_back({"it is overridden here first", first->second});
  }
}

std::string slice(const text::Location& where) {
  return where.file ? std::string(where.file->slice(where.span)) : "";
}

/// What an override says, a key and a parameter each.
void note_changes(const yaml::Node& node, const std::string& id, std::vector<Override>& noted) {
  for (const yaml::Entry& entry : node.entries) {
    if (entry.key == "severity" || entry.key == "disabled" || entry.key == "effective") {
      noted.push_back({id, entry.key, slice(entry.value.where), entry.key_where, false});
    } else if (entry.key == "parameters") {
      for (const yaml::Entry& each : entry.value.entries) {
        noted.push_back(
            {id, "parameters." + each.key, slice(each.value.where), each.key_where, false});
      }
    }
  }
}

/// The severity of each, and whether it is disabled: to see what an override changes.
std::vector<std::pair<Severity, bool>> states(const Targets& targets) {
  std::vector<std::pair<Severity, bool>> all;
  for (const LoadedRule* loaded : targets) {
    all.emplace_back(loaded->rule.severity, loaded->rule.disabled.has_value());
  }
  return all;
}

/// Marks the changes of severity and of `disabled` after which all is as before.
void mark_idle(const Targets& targets, const std::vector<std::pair<Severity, bool>>& before,
               std::vector<Override>& noted) {
  const auto after = states(targets);
  for (Override& override : noted) {
    const bool severity = override.key == "severity";
    if (!severity && override.key != "disabled") continue;
    override.idle = !targets.empty() && std::equal(after.begin(), after.end(), before.begin(),
                                                   [&](const auto& now, const auto& then) {
                                                     return severity ? now.first == then.first
                                                                     : now.second == then.second;
                                                   });
  }
}

class OverrideReader {
 public:
  OverrideReader(const LoadedFile& file, const OverrideContext& context)
      : file_(file), context_(context), all_(inherited(file, context)) {}

  void read(const yaml::Node& node) {
    yaml::Mapping keys(node, "an override", context_.diagnostics);
    keys.add_synonym("id", "rule");
    if (node.kind != yaml::NodeKind::kMapping) return;
    const bool alone = !node.find("parameters") || node.find("rule") || node.entries.size() > 2;
    const auto id = alone ? keys.required_text("rule") : keys.text("rule");
    const std::size_t errors = context_.diagnostics.errors();
    Targets targets;
    if (id) {
      const text::Location& where = node.find("rule")->where;
      targets = named(*id, where, file_, all_, context_);
      check_twice(node, *id, known_, context_.diagnostics);
    } else if (!alone) {
      targets = all_;
    }
    std::vector<Override> noted;
    note_changes(node, id.value_or(""), noted);
    const auto before = states(targets);
    change(keys, targets, alone);
    mark_idle(targets, before, noted);
    all_noted.insert(all_noted.end(), noted.begin(), noted.end());
    keys.finish();
    const bool sound = context_.diagnostics.errors() == errors;
    if (sound && !changes_something(node)) {
      context_.diagnostics.error("empty-override", node.where, "this override changes nothing",
                                 "give `severity`, `disabled`, `effective` or `parameters`");
    }
    keys.finish();
  }

  std::vector<Override> all_noted;

 private:
  void change(yaml::Mapping& keys, const Targets& targets, bool alone) {
    if (const auto severity = keys.word("severity", kSeverityWords)) {
      for (LoadedRule* loaded : targets) loaded->rule.severity = static_cast<Severity>(*severity);
    }
    override_disabled(keys, targets, context_.diagnostics);
    override_effective(keys, targets, context_.diagnostics);
    override_parameters(keys, targets, alone, context_);
  }

  const LoadedFile& file_;
  const OverrideContext& context_;
  Targets all_;
  std::map<std::string, text::Location> known_;
};

/// A parameter declared again is the same one, with the new value.
void redeclare(const LoadedFile& file, const OverrideContext& context) {
  const auto all = environments(inherited(file, context), false);
  for (const lang::Parameter& mine : file.environment->parameters) {
    for (lang::Environment* environment : all) {
      lang::Parameter* theirs = find_parameter(*environment, mine.name);
      if (!theirs || theirs->type.kind == value::Kind::kError ||
          mine.type.kind == value::Kind::kError) {
        continue;
      }
      if (theirs->type.kind != mine.type.kind) {
        context.diagnostics
            .error("parameter-type", mine.where,
                   fmt::format("the parameter `{}` has another type in what this file extends",
                               mine.name),
                   "give it the same type, or another name")
            .notes.push_back({"it is declared here", theirs->where});
      } else {
        set_parameter(*theirs, mine.values, mine.where, context.diagnostics);
      }
    }
  }
}

}  // namespace

std::vector<Override> read_overrides(yaml::Mapping& keys, const LoadedFile& file,
                                     const OverrideContext& context) {
  redeclare(file, context);
  const yaml::Node* overrides = keys.optional("overrides");
  if (!overrides) return {};
  if (overrides->kind != yaml::NodeKind::kSequence) {
    context.diagnostics.error("expected-list", overrides->where, "`overrides` is not a list",
                              "write each as `- {rule: ID, severity: minor, because: ...}`");
    return {};
  }
  OverrideReader reader(file, context);
  // What is said of one rule stands over what is said of all, in whatever order they come.
  for (const yaml::Node& node : overrides->items) {
    if (!node.find("rule")) reader.read(node);
  }
  for (const yaml::Node& node : overrides->items) {
    if (node.find("rule")) reader.read(node);
  }
  return reader.all_noted;
}

}  // namespace remit::rules
