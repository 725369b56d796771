#include "privacy/flows.h"
#include "privacy/rename.h"

namespace remit::privacy {
namespace {

using engine::Answer;

/// Goes through everything in an account that names a row or shows a cell.
class AccountRenamer {
 public:
  AccountRenamer(Ids& ids, const rules::Rule& rule) : ids_(ids), rule_(rule) {}

  void rename(rules::Subject& row) { row.key = ids_.subject(row); }
  void rename(std::vector<Answer::Operand>& operands) {
    for (Answer::Operand& operand : operands) {
      const std::string text = value::to_string(operand.value);
      if (!operand.value.is_missing()) {
        if (auto renamed = value(*operand.node, text)) operand.value = {std::move(*renamed)};
      }
    }
  }
  void rename(Answer& answer) {
    rename(answer.operands);
    for (Answer& part : answer.parts) rename(part);
    for (Answer::Element& element : answer.elements) {
      rename(element.row);
      if (element.where) rename(*element.where);
      if (element.satisfies) rename(*element.satisfies);
    }
  }
  void rename(engine::Items& items) {
    for (engine::Item& item : items.counted) rename(item.row);
    for (engine::LeftOut& left : items.left_out) {
      rename(left.item.row);
      if (left.where) rename(*left.where);
    }
  }

  void operator()(std::monostate&) {}
  void operator()(engine::RequireFacts& facts) { rename(facts.holds); }
  void operator()(engine::ReserveFacts& facts) { rename(facts.may); }
  void operator()(engine::CoverFacts& facts) { rename(facts.by); }
  void operator()(engine::FrequencyFacts& facts) {
    rename(facts.events);
    rename(facts.pauses);
  }
  void operator()(engine::LimitFacts& facts) {
    const auto& sources = std::get<rules::Limit>(rule_.kind).count;
    for (engine::LimitFacts::Part& part : facts.parts) {
      const auto& unit = sources[facts.count.counted[part.item].source].unit;
      if (!part.unit || !unit) continue;
      if (auto renamed = value(*unit, *part.unit)) part.unit = std::move(renamed);
    }
    rename(facts.count);
  }
  void operator()(engine::DeadlineFacts& facts) { rename(facts.responses); }
  void operator()(engine::UniqueFacts& facts) {
    rename(facts.key);
    for (engine::UniqueFacts::Rival& rival : facts.earlier) rename(rival.row);
  }

 private:
  /// What stands for the value of an expression; nothing where that is no id.
  std::optional<std::string> value(const lang::typed::Node& node, const std::string& text) {
    if (node.type.kind == value::Kind::kRow) return ids_.key(node.type.table, text);
    const bool could = node.type.kind == value::Kind::kString ||
                       node.type.kind == value::Kind::kInteger ||
                       node.type.kind == value::Kind::kNumber;
    if (!could || !flows_into(node, *rule_.environment, ids_.marks(), true)) return std::nullopt;
    const bool cell = std::holds_alternative<lang::typed::FieldOf>(node.kind);
    return cell ? ids_.cell(text) : std::string(kIdStandIn);
  }

  Ids& ids_;
  const rules::Rule& rule_;
};

}  // namespace

void rename(Ids& ids, const rules::Rule& rule, engine::Accounts& accounts) {
  AccountRenamer renamer(ids, rule);
  for (engine::Account& account : accounts.accounts) {
    renamer.rename(account.subject);
    for (Answer& answer : account.selected) renamer.rename(answer);
    if (account.when) renamer.rename(*account.when);
    std::visit(renamer, account.facts);
  }
  if (!accounts.none) return;
  renamer.rename(accounts.none->row);
  for (Answer& answer : accounts.none->selected) renamer.rename(answer);
  for (std::string& key : accounts.none->keys) key = renamed_key(ids, rule, key);
}

}  // namespace remit::privacy
