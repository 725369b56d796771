#include "privacy/ids.h"

#include <charconv>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "privacy/flows.h"

namespace remit::privacy {
namespace {

constexpr std::string_view kBetweenRows = " + ";
constexpr std::string_view kBetweenFields = "|";
constexpr std::string_view kBetweenItems = ", ";
constexpr std::string_view kNotRecorded = "(not recorded)";
/// In an opening mark, for a cell instead of the key of a row.
constexpr int kOneCell = -2;
constexpr int kUnknownTable = -1;

std::vector<std::string> split(std::string_view text, std::string_view between) {
  std::vector<std::string> parts;
  std::size_t begin = 0;
  for (std::size_t end = text.find(between); end != std::string_view::npos;
       end = text.find(between, begin)) {
    parts.emplace_back(text.substr(begin, end - begin));
    begin = end + between.size();
  }
  parts.emplace_back(text.substr(begin));
  return parts;
}

bool can_be_id(const model::Field& field) {
  const bool kind = field.kind == value::Kind::kString || field.kind == value::Kind::kInteger;
  return kind && field.allowed.empty();
}

/// A cell as it stands, or one of those that are gone through.
bool is_cell(const lang::typed::Node& node) {
  using lang::AggregateFunction;
  if (std::holds_alternative<lang::typed::FieldOf>(node.kind)) return true;
  const auto* aggregate = std::get_if<lang::typed::Aggregate>(&node.kind);
  if (aggregate == nullptr || !aggregate->over->head || aggregate->over->otherwise) return false;
  const AggregateFunction function = aggregate->function;
  const bool picks = function == AggregateFunction::kMin || function == AggregateFunction::kMax ||
                     function == AggregateFunction::kFirst ||
                     function == AggregateFunction::kLast ||
                     function == AggregateFunction::kDistinct;
  return picks && std::holds_alternative<lang::typed::FieldOf>(aggregate->over->head->kind);
}

/// What of a message an expression's value is.
enum class Hole { kPlain, kKey, kCell, kMixed };

Hole hole_of(const lang::typed::Node& node, const lang::Environment& environment,
             const Marks& marks) {
  const bool list = node.type.kind == value::Kind::kList;
  const value::Kind kind = list ? node.type.element : node.type.kind;
  if (kind == value::Kind::kRow) return Hole::kKey;
  const bool could =
      kind == value::Kind::kString || kind == value::Kind::kInteger || kind == value::Kind::kNumber;
  if (!could || !flows_into(node, environment, marks)) return Hole::kPlain;
  return is_cell(node) ? Hole::kCell : Hole::kMixed;
}

}  // namespace

Marks id_fields(const model::Model& model) {
  Marks marks(model);
  for (std::size_t t = 0; t < model.tables.size(); ++t) {
    const model::Table& table = model.tables[t];
    const auto mark = [&](const std::vector<int>& fields) {
      for (const int field : fields) {
        if (can_be_id(table.fields[static_cast<std::size_t>(field)])) {
          marks.mark(static_cast<int>(t), field);
        }
      }
    };
    mark(table.primary_key);
    for (const model::Relation& relation : table.relations) mark(relation.fields);
  }
  return marks;
}

Ids::Ids(const model::Model& model, std::string key)
    : model_(model),
      marks_(id_fields(model)),
      pseudonyms_(std::move(key)),
      open_("\x02" + pseudonyms_.secret("opening")),
      close_("\x03" + pseudonyms_.secret("closing")) {}

std::string Ids::key(int table, const std::string& text) {
  if (text.empty()) return text;
  if (table == kUnknownTable) {
    std::vector<std::string> parts = split(text, kBetweenFields);
    for (std::string& part : parts) part = pseudonyms_.of(part);
    return fmt::format("{}", fmt::join(parts, kBetweenFields));
  }
  const std::vector<int>& fields = model_.tables[static_cast<std::size_t>(table)].primary_key;
  if (fields.empty()) return text;  // the number of a row
  std::vector<std::string> parts{text};
  if (fields.size() > 1) parts = split(text, kBetweenFields);
  if (parts.size() != fields.size()) return pseudonyms_.of(text);
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (marks_.has(table, fields[i])) parts[i] = pseudonyms_.of(parts[i]);
  }
  return fmt::format("{}", fmt::join(parts, kBetweenFields));
}

std::string Ids::key(const std::string& resource, const std::string& text) {
  return key(model_.table(resource).value_or(kUnknownTable), text);
}

std::string Ids::subject(const rules::Subject& subject) {
  if (subject.key.empty()) return subject.key;
  const std::vector<std::string> entities = split(subject.entity, kBetweenRows);
  std::vector<std::string> keys{subject.key};
  if (entities.size() > 1) keys = split(subject.key, kBetweenRows);
  if (keys.size() != entities.size()) return pseudonyms_.of(subject.key);
  for (std::size_t i = 0; i < keys.size(); ++i) {
    const auto table = model_.entity(entities[i]);
    if (table) keys[i] = key(*table, keys[i]);  // else a run, whose key is a day
  }
  return fmt::format("{}", fmt::join(keys, kBetweenRows));
}

std::string Ids::opening(int table, bool list) const {
  return fmt::format("{}{};{};", open_, list ? 'l' : 's', table);
}

void Ids::mark(rules::Rule& rule) const {
  std::vector<rules::MessagePiece> pieces;
  for (rules::MessagePiece& piece : rule.message) {
    if (!piece.expression) {
      pieces.push_back(std::move(piece));
      continue;
    }
    switch (hole_of(*piece.expression, *rule.environment, marks_)) {
      case Hole::kPlain:
        pieces.push_back(std::move(piece));
        break;
      case Hole::kMixed:
        pieces.push_back({std::string(kIdStandIn), nullptr});
        break;
      case Hole::kKey:
      case Hole::kCell: {
        const value::Type& type = piece.expression->type;
        const bool list = type.kind == value::Kind::kList;
        pieces.push_back({opening(type.table >= 0 ? type.table : kOneCell, list), nullptr});
        pieces.push_back(std::move(piece));
        pieces.push_back({close_, nullptr});
      }
    }
  }
  rule.message = std::move(pieces);
}

/// `s;12;KEY`: one or several, of which table, and what stands there.
std::string Ids::read_marked(std::string_view marked) {
  const bool list = marked.starts_with('l');
  marked.remove_prefix(2);
  int table = kUnknownTable;
  std::from_chars(marked.data(), marked.data() + marked.size(), table);
  marked.remove_prefix(marked.find(';') + 1);
  std::vector<std::string> items{std::string(marked)};
  if (list) items = split(marked, kBetweenItems);
  for (std::string& item : items) {
    if (item != kNotRecorded) item = table == kOneCell ? pseudonyms_.of(item) : key(table, item);
  }
  return fmt::format("{}", fmt::join(items, kBetweenItems));
}

std::string Ids::read(const std::string& message) {
  std::string text;
  std::size_t begin = 0;
  for (std::size_t open = message.find(open_); open != std::string::npos;
       open = message.find(open_, begin)) {
    text += message.substr(begin, open - begin);
    const std::size_t content = open + open_.size();
    const std::size_t end = message.find(close_, content);
    if (end == std::string::npos) return text + std::string(kIdStandIn);
    text += read_marked(std::string_view(message).substr(content, end - content));
    begin = end + close_.size();
  }
  return text + message.substr(begin);
}

}  // namespace remit::privacy
