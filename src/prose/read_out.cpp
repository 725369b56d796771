#include "prose/collections.h"
#include "prose/condition.h"
#include "prose/notes.h"
#include "prose/telling.h"
#include "prose/value.h"

namespace remit::prose {

Reading read_out(const rules::Rule& rule) {
  Telling telling(rule);
  tell_subjects(telling);
  tell_when(telling);
  std::visit([&](const auto& kind) { tell(kind, telling); }, rule.kind);
  tell_in_force(telling);
  tell_doubt(telling);
  return telling.finish();
}

std::string message_of(const rules::Rule& rule) {
  Context context(*rule.environment, rule.slots);
  introduce_subjects(rule, context);
  std::string text;
  for (const rules::MessagePiece& piece : rule.message) {
    text += piece.expression ? "[" + value(piece.expression, context) + "]" : piece.text;
  }
  return text;
}

Note read_out(const lang::Definition& definition, const lang::Environment& environment) {
  Context context(environment, definition.slots);
  return definition_note(definition, context);
}

Reader::Reader(const rules::Rule& rule)
    : context_(std::make_unique<Context>(*rule.environment, rule.slots)) {
  introduce_subjects(rule, *context_);
}

Reader::~Reader() = default;

Statement Reader::condition(const lang::typed::NodePtr& node) {
  return prose::condition(node, true, *context_);
}

Statement Reader::value(const lang::typed::NodePtr& node) { return long_value(node, *context_); }

Statement Reader::collection(const lang::typed::Binding& binding) {
  return context_->gather([&] { return Statement{prose::collection(binding, *context_), {}}; });
}

}  // namespace remit::prose
