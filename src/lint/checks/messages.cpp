#include <fmt/format.h>

#include "lint/checks/checks.h"
#include "lint/conditions.h"
#include "lint/expressions.h"

namespace remit::lint {

void check_message_holes(Inspection& inspection) {
  for (const rules::Rule* rule : inspection.enabled()) {
    const Facts facts = facts_of_subjects(*rule);
    if (facts.contradictory()) continue;
    for (const rules::MessagePiece& piece : rule->message) {
      if (!piece.expression || facts.domain(piece.expression).can_be_present) continue;
      inspection.warn(*rule, place(*rule, piece.expression),
                      fmt::format("`{}` is missing in every message",
                                  words(rule->where.file, piece.expression->span)),
                      "the rule is about subjects that do not have it: leave the hole out, or show "
                      "something else");
    }
  }
}

}  // namespace remit::lint
