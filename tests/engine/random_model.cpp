#include "engine/random_model.h"

#include <fmt/format.h>

namespace remit::test {

std::vector<std::pair<std::string, int>> RandomModel::collections(int table) const {
  std::vector<std::pair<std::string, int>> found;
  for (std::size_t i = 0; i < tables.size(); ++i) {
    for (const RandomRelation& relation : tables[i].relations) {
      if (relation.target == table) found.emplace_back(relation.inverse, static_cast<int>(i));
    }
  }
  return found;
}

RandomModel random_model(Dice& dice) {
  RandomModel model;
  const int tables = dice.between(2, 4);
  for (int i = 0; i < tables; ++i) {
    RandomTable table{fmt::format("table{}", i), fmt::format("entity{}", i), false, {}};
    const int relations = i == 0 ? dice.below(2) : dice.between(1, 2);
    for (int r = 0; r < relations; ++r) {
      // The first table can only lead to itself; the others mostly lead to earlier ones.
      const int target = i == 0 || dice.percent(15) ? i : dice.below(i);
      table.relations.push_back({fmt::format("rel{}", r), fmt::format("back{}_{}", i, r), target});
    }
    model.tables.push_back(std::move(table));
  }
  for (std::size_t i = 0; i < model.tables.size(); ++i) {
    const bool is_target = !model.collections(static_cast<int>(i)).empty();
    model.tables[i].double_key = !is_target && dice.percent(40);
  }
  return model;
}

std::string model_text(const RandomModel& model) {
  std::string text = "model: random\nversion: 1\nresources:\n";
  for (const RandomTable& table : model.tables) {
    text += fmt::format("  - name: {}\n    entity: {}\n    schema:\n      fields:\n", table.name,
                        table.entity);
    text +=
        "        - {name: id, type: string}\n        - {name: s, type: string}\n"
        "        - {name: t, type: string, constraints: {enum: [a, b, c]}}\n"
        "        - {name: n, type: integer}\n        - {name: x, type: number}\n"
        "        - {name: b, type: boolean}\n        - {name: d, type: date}\n"
        "        - {name: e, type: date}\n        - {name: f, type: date}\n";
    for (const RandomRelation& relation : table.relations) {
      text += fmt::format("        - {{name: {}_id, type: string}}\n", relation.name);
    }
    text += table.double_key ? "      primaryKey: [id, n]\n" : "      primaryKey: id\n";
    if (!table.relations.empty()) text += "      foreignKeys:\n";
    for (const RandomRelation& relation : table.relations) {
      text += fmt::format(
          "        - {{fields: {0}_id, reference: {{resource: {1}, fields: id}}, as: {0}, "
          "inverse: {2}}}\n",
          relation.name, model.tables.at(static_cast<std::size_t>(relation.target)).name,
          relation.inverse);
    }
    text +=
        "    periods:\n      p: {from: d, to: e, end: exclusive}\n"
        "      q: {from: d, to: f, end: inclusive}\n";
  }
  return text;
}

}  // namespace remit::test
