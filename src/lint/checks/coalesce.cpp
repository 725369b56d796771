#include <fmt/format.h>

#include "lint/checks/checks.h"
#include "lint/expressions.h"

namespace remit::lint {
namespace {

namespace typed = lang::typed;
using typed::NodePtr;

/// What is computed from many rows, and how its `else` would be written; not `count`, which people
/// hardly put there, and not `runs`, which is no value.
bool is_unknown_by_a_row(const NodePtr& node) {
  const auto* aggregate = std::get_if<typed::Aggregate>(&node->kind);
  return aggregate && aggregate->function != lang::AggregateFunction::kRuns &&
         aggregate->function != lang::AggregateFunction::kDistinct;
}

/// Finds `coalesce` of something that a single row in doubt makes unknown.
class Finder : public lang::TreeVisitor {
 public:
  void node(const typed::Node& node) override {
    const auto* call = std::get_if<typed::BuiltinCall>(&node.kind);
    if (!call || call->function != lang::Builtin::kCoalesce) return;
    for (std::size_t i = 0; i + 1 < call->arguments.size(); ++i) {
      if (is_unknown_by_a_row(call->arguments[i])) found.push_back(call->arguments[i]->span);
    }
  }
  std::vector<text::Span> found;
};

constexpr const char* kMessage =
    "`coalesce` takes the next value also where a row in doubt makes this unknown";
constexpr const char* kHelp =
    "for the case that there is no row write `else` inside: `max(x.on for x in ... else ...)`; "
    "what "
    "is unknown then stays unknown";

}  // namespace

void check_coalesce(Inspection& inspection) {
  for (const rules::RuleFile& file : inspection.rules().files) {
    for (const lang::Definition& definition : file.environment->definitions) {
      Finder finder;
      if (definition.body) lang::walk(*definition.body, finder);
      for (const text::Span span : finder.found) {
        inspection.warn(file, {file.environment->file, span}, kMessage, kHelp);
      }
    }
  }
  for (const rules::Rule* rule : inspection.enabled()) {
    Finder finder;
    walk_decision(*rule, finder);
    for (const text::Span span : finder.found) {
      inspection.warn(*rule, {rule->where.file, span}, kMessage, kHelp);
    }
  }
}

}  // namespace remit::lint
