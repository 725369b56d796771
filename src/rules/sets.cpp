#include "rules/sets.h"

#include <fmt/format.h>
#include <algorithm>

#include "model/read_values.h"
#include "rules/names.h"
#include "rules/parameter_value.h"

namespace remit::rules {
namespace {

using lang::CodeSet;
using lang::Dated;

/// A code as it is written, with when it is in force.
struct Code {
  const yaml::Node* node;
  Dated dated;
};

std::optional<Code> read_dated_code(const yaml::Node& node, text::Diagnostics& diagnostics) {
  yaml::Mapping keys(node, "a code", diagnostics);
  const yaml::Node* code = keys.required("code");
  const auto from = model::read_date(keys, "from", diagnostics);
  const auto to = model::read_date(keys, "to", diagnostics);
  keys.finish();
  if (from && to && *to < *from) {
    diagnostics.error("code-order", node.where,
                      fmt::format("the code ends on {} before it starts on {}",
                                  value::to_string(*to), value::to_string(*from)),
                      "both dates are inclusive");
  }
  if (!code || !yaml::as_text(*code, "`code`", diagnostics)) return std::nullopt;
  return Code{code, {{}, from, to, code->where}};
}

std::optional<Code> read_code(const yaml::Node& node, text::Diagnostics& diagnostics) {
  if (node.kind == yaml::NodeKind::kMapping) return read_dated_code(node, diagnostics);
  if (!yaml::as_text(node, "a code", diagnostics)) return std::nullopt;
  return Code{&node, {{}, std::nullopt, std::nullopt, node.where}};
}

bool all_are(const std::vector<Code>& codes, const value::Type& type) {
  text::Diagnostics ignored;
  return std::all_of(codes.begin(), codes.end(), [&](const Code& code) {
    return !code.node->quoted &&
           read_parameter_value(yaml::excerpt(*code.node), type, "", ignored).has_value();
  });
}

value::Type common_type(const std::vector<Code>& codes) {
  for (const auto kind : {value::Kind::kInteger, value::Kind::kNumber, value::Kind::kDate}) {
    if (all_are(codes, value::type(kind))) return value::type(kind);
  }
  return value::type(value::Kind::kString);
}

bool in_force_together(const Dated& left, const Dated& right) {
  const bool left_first = left.to && right.from && *left.to < *right.from;
  const bool right_first = right.to && left.from && *right.to < *left.from;
  return !left_first && !right_first;
}

void check_duplicate(const Code& code, const std::vector<Dated>& known, const std::string& set,
                     text::Diagnostics& diagnostics) {
  for (const Dated& other : known) {
    if (other.value.data != code.dated.value.data || !in_force_together(other, code.dated)) {
      continue;
    }
    diagnostics
        .error("duplicate-code", code.node->where,
               fmt::format("`{}` stands in the code set `{}` twice", code.node->scalar, set),
               "leave one out, or give them dates that do not meet")
        .notes.push_back({"it stands here first", other.where});
    return;
  }
}

std::vector<Code> read_codes(const yaml::Entry& entry, text::Diagnostics& diagnostics) {
  std::vector<Code> codes;
  if (entry.value.kind != yaml::NodeKind::kSequence || entry.value.items.empty()) {
    diagnostics.error("expected-list", entry.value.where,
                      fmt::format("the code set `{}` is not a list of codes", entry.key),
                      fmt::format("write `{}: [first, second]`", entry.key));
    return codes;
  }
  for (const yaml::Node& item : entry.value.items) {
    if (auto code = read_code(item, diagnostics)) codes.push_back(std::move(*code));
  }
  return codes;
}

CodeSet read_set(const yaml::Entry& entry, text::Diagnostics& diagnostics) {
  CodeSet set{entry.key, {}, {}, entry.key_where};
  std::vector<Code> codes = read_codes(entry, diagnostics);
  if (codes.empty()) return set;
  set.element = common_type(codes);
  for (Code& code : codes) {
    auto value =
        read_parameter_value(yaml::excerpt(*code.node), set.element, "a code", diagnostics);
    if (!value) continue;
    code.dated.value = std::move(*value);
    check_duplicate(code, set.values, set.name, diagnostics);
    set.values.push_back(code.dated);
  }
  return set;
}

}  // namespace

std::vector<CodeSet> read_sets(yaml::Mapping& ruleset, text::Diagnostics& diagnostics) {
  std::vector<CodeSet> sets;
  const yaml::Node* node = ruleset.optional("sets");
  if (!node) return sets;
  if (node->kind != yaml::NodeKind::kMapping) {
    diagnostics.error("expected-mapping", node->where, "`sets` is not a mapping",
                      "write each as `name: [first, second]`");
    return sets;
  }
  for (const yaml::Entry& entry : node->entries) {
    check_name(entry, "a code set", diagnostics);
    sets.push_back(read_set(entry, diagnostics));
  }
  return sets;
}

}  // namespace remit::rules
