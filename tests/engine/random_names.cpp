#include <fmt/format.h>

#include "engine/random_expressions.h"

// The part of the random expressions that goes by names: rows, fields, collections, definitions.
namespace remit::test {
namespace {

std::vector<std::string> fields_of(Sort sort) {
  switch (sort) {
    case Sort::kBoolean:
      return {"b"};
    case Sort::kInteger:
      return {"n"};
    case Sort::kNumber:
      return {"x"};
    case Sort::kString:
      return {"s", "t", "id"};
    case Sort::kDate:
      return {"d", "e", "f"};
    case Sort::kPeriod:
      return {"p", "q"};
    case Sort::kDays:
    case Sort::kMonths:
    case Sort::kWorking:
      break;
  }
  return {};
}

}  // namespace

std::optional<std::string> RandomExpressions::named(Sort sort) {
  std::vector<std::string> found;
  for (const RandomName& name : names) {
    if (name.table < 0 && name.sort == sort) found.push_back(name.name);
  }
  if (found.empty()) return std::nullopt;
  return dice_.pick(found);
}

std::optional<std::string> RandomExpressions::row(int depth) {
  std::vector<RandomName> rows;
  for (const RandomName& name : names) {
    if (name.table >= 0) rows.push_back(name);
  }
  if (rows.empty()) return std::nullopt;
  // The names bound last are the most interesting.
  const RandomName& start = dice_.percent(60) ? rows.back() : dice_.pick(rows);
  std::string text = start.name;
  row_table_ = start.table;
  for (int step = 0; step <= depth && dice_.percent(30); ++step) {
    const auto& relations = model_.tables.at(static_cast<std::size_t>(row_table_)).relations;
    if (relations.empty()) break;
    const RandomRelation& relation = dice_.pick(relations);
    text += "." + relation.name;
    row_table_ = relation.target;
  }
  return text;
}

std::optional<std::string> RandomExpressions::field(Sort sort, int depth) {
  const std::vector<std::string> fields = fields_of(sort);
  if (fields.empty()) return std::nullopt;
  const auto of = row(depth);
  if (!of) return std::nullopt;
  return *of + "." + dice_.pick(fields);
}

std::optional<std::string> RandomExpressions::defined(Sort sort, int depth) {
  std::vector<RandomDefinition> found;
  for (const RandomDefinition& definition : definitions) {
    if (definition.sort == sort) found.push_back(definition);
  }
  if (found.empty()) return std::nullopt;
  const RandomDefinition definition = dice_.pick(found);
  const auto of = row(depth);
  if (!of || row_table_ != definition.table) return std::nullopt;
  if (!definition.takes_date) return fmt::format("{}({})", definition.name, *of);
  return fmt::format("{}({}, {})", definition.name, *of, make(Sort::kDate, depth));
}

std::optional<std::pair<std::string, int>> RandomExpressions::collection(int depth) {
  const auto of = row(1);
  if (!of) return std::nullopt;
  const int from = row_table_;
  if (depth > 0 && dice_.percent(12)) {
    const std::size_t visible = names.size();
    if (const auto inner = binding(depth - 1)) {
      const std::string head = make(Sort::kPeriod, depth - 1);
      names.resize(visible);
      return std::pair{fmt::format("runs({} for {})", head, *inner), -1};
    }
  }
  const auto near = model_.collections(from);
  if (near.empty()) return std::nullopt;
  const auto& [name, table] = dice_.pick(near);
  return std::pair{*of + "." + name, table};
}

std::optional<std::string> RandomExpressions::binding(int depth) {
  // A whole table, tied to a row by an equality.
  const bool whole = dice_.percent(15);
  const auto outer = row(1);
  const int outer_table = row_table_;
  if (whole && outer) {
    const int table = dice_.below(static_cast<int>(model_.tables.size()));
    const std::string name = fresh("v");
    names.push_back({name, table, Sort::kDate});
    static_cast<void>(outer_table);
    std::string where = fmt::format("{0}.s = {1}.{2}", name, *outer, dice_.percent(50) ? "s" : "t");
    if (dice_.percent(20)) where = fmt::format("{0}.n = {1}.n", name, *outer);
    if (dice_.percent(50)) where += " and " + make(Sort::kBoolean, depth);
    return fmt::format("{} in {} where {}", name,
                       model_.tables.at(static_cast<std::size_t>(table)).name, where);
  }
  const auto source = collection(depth);
  if (!source) return std::nullopt;
  const std::string name = fresh("v");
  names.push_back({name, source->second, Sort::kPeriod});
  std::string text = fmt::format("{} in {}", name, source->first);
  if (dice_.percent(45)) text += " where " + make(Sort::kBoolean, depth);
  return text;
}

std::string RandomExpressions::aggregate(Sort sort, int depth) {
  const std::size_t visible = names.size();
  auto bound = binding(depth);
  if (!bound) return make(sort, 0);
  bool several = false;
  if (dice_.percent(20)) {
    if (const auto second = binding(depth)) {
      bound = *bound + ", " + *second;
      several = true;
    }
  }
  const bool count = sort == Sort::kInteger && dice_.percent(50);
  const std::string head = make(sort, depth);
  names.resize(visible);
  if (count) {
    return several ? fmt::format("count({} for {})", head, *bound)
                   : fmt::format("count({})", *bound);
  }
  if (sort != Sort::kDate && dice_.percent(40)) return fmt::format("sum({} for {})", head, *bound);
  const char* word = dice_.percent(50) ? "min" : "max";
  if (sort == Sort::kNumber && dice_.percent(40)) word = "mean";
  if (dice_.percent(40)) {
    return fmt::format("{}({} for {} else {})", word, head, *bound, make(sort, 0));
  }
  return fmt::format("{}({} for {})", word, head, *bound);
}

std::string RandomExpressions::picked(Sort sort, int depth) {
  const std::size_t visible = names.size();
  const auto bound = binding(depth);
  if (!bound) return make(sort, 0);
  const std::string head = make(sort, depth);
  const std::string by = make(any_sort(), 0);
  names.resize(visible);
  const std::string otherwise = dice_.percent(30) ? " else " + make(sort, 0) : "";
  return fmt::format("{}({} for {} by {}{})", dice_.percent(50) ? "first" : "last", head, *bound,
                     by, otherwise);
}

}  // namespace remit::test
