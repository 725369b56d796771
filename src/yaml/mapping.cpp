#include "yaml/mapping.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "text/nearest.h"
#include "yaml/numbers.h"

namespace remit::yaml {
namespace {

std::string_view form(const Node& node) {
  switch (node.kind) {
    case NodeKind::kNull:
      return "nothing";
    case NodeKind::kScalar:
      return node.quoted ? "a quoted text" : "a text";
    case NodeKind::kSequence:
      return "a list";
    case NodeKind::kMapping:
      return "a mapping";
  }
  return {};
}

// What was found instead: the user's own words where they are short.
std::string found(const Node& node) {
  const bool short_text = node.kind == NodeKind::kScalar && node.scalar.size() <= 40;
  return short_text ? fmt::format("`{}`", node.scalar) : std::string(form(node));
}

bool is_plain(const Node& node) { return node.kind == NodeKind::kScalar && !node.quoted; }

void wrong_form(const Node& node, std::string_view what, std::string_view wanted,
                std::string_view help, text::Diagnostics& diagnostics) {
  const bool just_quoted = node.kind == NodeKind::kScalar && node.quoted;
  diagnostics.error("wrong-form", node.where,
                    fmt::format("{} must be {}, found {}", what, wanted, found(node)),
                    fmt::format("{}{}", help, just_quoted ? ", without quotes" : ""));
}

}  // namespace

Mapping::Mapping(const Node& node, std::string what, text::Diagnostics& diagnostics)
    : node_(node), what_(std::move(what)), diagnostics_(diagnostics) {
  if (node_.kind == NodeKind::kMapping) return;
  finished_ = true;
  diagnostics_.error("wrong-form", node_.where,
                     fmt::format("{} must be a mapping, found {}", what_, found(node_)),
                     "write it as lines of `key: value`");
}

Mapping::~Mapping() { finish(); }

text::Location Mapping::key_where(std::string_view key) const {
  for (const Entry& entry : node_.entries) {
    if (entry.key == key) return entry.key_where;
  }
  return node_.where;
}

const Node* Mapping::optional(std::string_view key) {
  if (std::find(asked_.begin(), asked_.end(), key) == asked_.end()) asked_.emplace_back(key);
  const Node* value = node_.find(key);
  return value && value->kind != NodeKind::kNull ? value : nullptr;
}

const Node* Mapping::required(std::string_view key) {
  const Node* value = optional(key);
  if (!value && std::find(missing_.begin(), missing_.end(), key) == missing_.end()) {
    missing_.emplace_back(key);
  }
  return value;
}

std::string Mapping::name_of(std::string_view key) const {
  return fmt::format("`{}` of {}", key, what_);
}

std::optional<std::string> Mapping::text(std::string_view key) {
  const Node* value = optional(key);
  if (!value) return std::nullopt;
  return as_text(*value, name_of(key), diagnostics_);
}

std::optional<std::string> Mapping::required_text(std::string_view key) {
  required(key);
  return text(key);
}

std::optional<bool> Mapping::boolean(std::string_view key) {
  const Node* value = optional(key);
  if (!value) return std::nullopt;
  const auto truth = is_plain(*value) ? read_boolean(value->scalar) : std::nullopt;
  if (!truth) {
    wrong_form(*value, name_of(key), "`true` or `false`", "write `true` or `false`", diagnostics_);
  }
  return truth;
}

std::optional<std::int64_t> Mapping::integer(std::string_view key) {
  const Node* value = optional(key);
  if (!value) return std::nullopt;
  const auto number = as_integer(*value);
  if (!number) {
    wrong_form(*value, name_of(key), "a whole number", "write digits only, such as `15`",
               diagnostics_);
  }
  return number;
}

std::optional<double> Mapping::number(std::string_view key) {
  const Node* value = optional(key);
  if (!value) return std::nullopt;
  const auto number = as_number(*value);
  if (!number) {
    wrong_form(*value, name_of(key), "a number", "write a number such as `15` or `0.5`",
               diagnostics_);
  }
  return number;
}

std::optional<std::size_t> Mapping::word(std::string_view key,
                                         const std::vector<std::string>& words) {
  const Node* value = optional(key);
  if (!value) return std::nullopt;
  const auto word = as_text(*value, name_of(key), diagnostics_);
  if (!word) return std::nullopt;
  const auto match = std::find(words.begin(), words.end(), *word);
  if (match != words.end()) return static_cast<std::size_t>(match - words.begin());
  diagnostics_.error("unknown-word", value->where,
                     fmt::format("`{}` is not a known {}", *word, name_of(key)),
                     text::did_you_mean(*word, words));
  return std::nullopt;
}

std::vector<std::string> Mapping::texts(std::string_view key) {
  const Node* value = optional(key);
  std::vector<std::string> result;
  if (!value) return result;
  if (value->kind != NodeKind::kSequence) {
    if (auto text = as_text(*value, name_of(key), diagnostics_)) result.push_back(std::move(*text));
    return result;
  }
  for (const Node& item : value->items) {
    auto text = as_text(item, fmt::format("an item of {}", name_of(key)), diagnostics_);
    if (text) result.push_back(std::move(*text));
  }
  return result;
}

void Mapping::finish() {
  if (finished_) return;
  finished_ = true;
  for (const Entry& entry : node_.entries) report_unknown(entry);
  for (const std::string& key : missing_) {
    diagnostics_.error("missing-key", key_where(key),
                       node_.find(key) ? fmt::format("`{}` of {} is empty", key, what_)
                                       : fmt::format("{} needs the key `{}`", what_, key),
                       fmt::format("add `{}: ...`", key));
  }
}

void Mapping::add_synonym(std::string word, std::string key) {
  synonyms_.emplace_back(std::move(word), std::move(key));
}

std::optional<std::string> Mapping::meant_by(const std::string& word,
                                             const std::vector<std::string>& open) const {
  for (const auto& [synonym, key] : synonyms_) {
    if (synonym == word && std::find(open.begin(), open.end(), key) != open.end()) return key;
  }
  return text::nearest(word, open);
}

bool Mapping::is_misspelt(const std::string& key) const {
  return !node_.find(key) &&
         std::any_of(node_.entries.begin(), node_.entries.end(), [&](const Entry& entry) {
           const bool asked = std::find(asked_.begin(), asked_.end(), entry.key) != asked_.end();
           return !asked && meant_by(entry.key, {key}).has_value();
         });
}

// A misspelt required key is one mistake: it is not reported as missing besides.
void Mapping::report_unknown(const Entry& entry) {
  if (std::find(asked_.begin(), asked_.end(), entry.key) != asked_.end()) return;
  std::vector<std::string> open;
  for (const std::string& key : asked_) {
    if (!node_.find(key)) open.push_back(key);
  }
  const auto meant = meant_by(entry.key, open);
  // `{at: section 2, page 7}`: nobody puts a blank into a key.
  const bool torn = entry.value.kind == NodeKind::kNull && entry.key.find(' ') != std::string::npos;
  diagnostics_.error("unknown-key", entry.key_where,
                     fmt::format("unknown key `{}` in {}", entry.key, what_),
                     torn    ? "quote a text that holds a comma: `\"first, second\"`"
                     : meant ? fmt::format("did you mean `{}`?", *meant)
                             : text::did_you_mean(entry.key, open.empty() ? asked_ : open));
  if (meant) {
    missing_.erase(std::remove(missing_.begin(), missing_.end(), *meant), missing_.end());
  }
}

std::optional<std::string> as_text(const Node& node, std::string_view what,
                                   text::Diagnostics& diagnostics) {
  if (node.kind == NodeKind::kScalar) return node.scalar;
  diagnostics.error(
      "wrong-form", node.where, fmt::format("{} must be a text, found {}", what, found(node)),
      node.kind == NodeKind::kNull ? "write the text behind it" : "write a single text there");
  return std::nullopt;
}

std::optional<std::int64_t> as_integer(const Node& node) {
  return is_plain(node) ? read_integer(node.scalar) : std::nullopt;
}

std::optional<double> as_number(const Node& node) {
  return is_plain(node) ? read_number(node.scalar) : std::nullopt;
}

}  // namespace remit::yaml
