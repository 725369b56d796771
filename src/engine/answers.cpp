#include "engine/answers.h"

#include <algorithm>

#include "engine/expression.h"
#include "engine/ruling.h"
#include "engine/subjects.h"

namespace remit::engine {
namespace {

namespace typed = lang::typed;
using typed::NodePtr;

/// Of the elements of a quantifier so many are taken apart.
constexpr std::size_t kElements = 40;
/// Conditions within conditions of elements are taken apart so far.
constexpr int kDepth = 24;

std::optional<bool> truth_of(const Vector& vector) {
  if (!vector.is_known(0)) return std::nullopt;
  return vector.is_true(0);
}

/// Rows as their keys: who reads an account has no row numbers.
value::Value with_keys(const value::Value& value, const Context& context) {
  if (const auto* row = std::get_if<value::Row>(&value.data)) {
    if (row->row < 0) return {value::Missing{}};
    return {data::key_text(context.data, row->table, row->row)};
  }
  const auto* list = std::get_if<std::shared_ptr<const value::List>>(&value.data);
  if (!list) return value;
  value::List items;
  for (const value::Value& item : **list) items.push_back(with_keys(item, context));
  return {std::make_shared<const value::List>(std::move(items))};
}

/// Takes conditions apart in one scope: the rule's own, or a definition's.
class Asker {
 public:
  Asker(Context& context, text::SourcePtr file, int definition, int depth)
      : context_(context), file_(std::move(file)), definition_(definition), depth_(depth) {}

  Answer ask(const NodePtr& node, const FramePtr& frame) {
    Answer result = blank(node);
    result.truth = truth_of(evaluate(*node, frame, context_));
    if (depth_ >= kDepth) return result;
    ++depth_;
    std::visit([&](const auto& it) { take_apart(it, result, frame); }, node->kind);
    --depth_;
    return result;
  }

 private:
  Answer blank(const NodePtr& node) const {
    Answer result;
    result.node = node;
    result.where = {file_, node->span};
    result.definition = definition_;
    return result;
  }

  Answer not_asked(const NodePtr& node) const {
    Answer result = blank(node);
    result.asked = false;
    return result;
  }

  void add_operand(Answer& result, const NodePtr& node, const FramePtr& frame) {
    const bool literal = std::holds_alternative<typed::Constant>(node->kind);
    if (!literal) result.operands.push_back({node, value_of(node, frame, context_)});
  }

  /// What has no conditions in it shows what it looked at.
  template <typename T>
  void take_apart(const T&, Answer&, const FramePtr&) {}
  void take_apart(const typed::Comparison& it, Answer& result, const FramePtr& frame) {
    add_operand(result, it.left, frame);
    add_operand(result, it.right, frame);
  }
  void take_apart(const typed::Membership& it, Answer& result, const FramePtr& frame) {
    add_operand(result, it.value, frame);
    add_operand(result, it.list, frame);
  }
  void take_apart(const typed::BetweenTest& it, Answer& result, const FramePtr& frame) {
    for (const NodePtr& node : {it.value, it.low, it.high}) add_operand(result, node, frame);
  }
  void take_apart(const typed::StateTest& it, Answer& result, const FramePtr& frame) {
    add_operand(result, it.operand, frame);
  }
  void take_apart(const typed::DistinctTest& it, Answer& result, const FramePtr& frame) {
    add_operand(result, it.left, frame);
    add_operand(result, it.right, frame);
  }
  void take_apart(const typed::PatternTest& it, Answer& result, const FramePtr& frame) {
    add_operand(result, it.value, frame);
  }
  void take_apart(const typed::PeriodTest& it, Answer& result, const FramePtr& frame) {
    add_operand(result, it.left, frame);
    add_operand(result, it.right, frame);
  }
  void take_apart(const typed::BuiltinCall& it, Answer& result, const FramePtr& frame) {
    for (const NodePtr& argument : it.arguments) add_operand(result, argument, frame);
  }
  void take_apart(const typed::FieldOf&, Answer& result, const FramePtr& frame) {
    add_operand(result, result.node, frame);
  }
  void take_apart(const typed::Not& it, Answer& result, const FramePtr& frame) {
    result.parts.push_back(ask(it.operand, frame));
  }
  void take_apart(const typed::Logical& it, Answer& result, const FramePtr& frame) {
    const bool stops_at = it.op == typed::LogicalOperator::kOr;
    result.parts.push_back(ask(it.left, frame));
    const bool decided = result.parts.front().truth == stops_at;
    result.parts.push_back(decided ? not_asked(it.right) : ask(it.right, frame));
  }
  void take_apart(const typed::Conditional& it, Answer& result, const FramePtr& frame) {
    result.parts.push_back(ask(it.condition, frame));
    const auto condition = result.parts.front().truth;
    if (condition) result.parts.push_back(ask(*condition ? it.then : it.otherwise, frame));
  }
  void take_apart(const typed::DefinitionCall& it, Answer& result, const FramePtr& frame) {
    const auto& definition =
        context_.environment.definitions[static_cast<std::size_t>(it.definition)];
    const FramePtr inner = expressions::call_frame(it, frame, context_);
    for (const NodePtr& argument : it.arguments) add_operand(result, argument, frame);
    Asker asker(context_, definition.where.file, it.definition, depth_);
    result.parts.push_back(asker.ask(definition.body, inner));
  }
  void take_apart(const typed::Quantified& it, Answer& result, const FramePtr& frame) {
    const Elements elements = expand(it.binding, frame, MissingRow::kUnknown, context_);
    result.all_elements = elements.frame->size();
    for (const std::uint32_t k : chosen(it, elements)) {
      result.elements.push_back(element(it, narrow(elements.frame, {k})));
    }
  }

  Answer::Element element(const typed::Quantified& it, const FramePtr& frame) {
    Answer::Element result;
    result.row = subject_of({it.binding}, frame, 0, context_);
    if (it.binding.where) result.where = ask(it.binding.where, frame);
    const bool dropped = result.where && result.where->truth == false;
    if (!dropped) result.satisfies = ask(it.satisfies, frame);
    return result;
  }

  /// Those that decide first, then others, as many as are taken apart, in their order.
  Indices chosen(const typed::Quantified& it, const Elements& elements) {
    const std::size_t size = elements.frame->size();
    Vector counts = it.binding.where
                        ? flatten(evaluate(*it.binding.where, elements.frame, context_))
                        : truth_vector(true, size);
    Vector holds = flatten(evaluate(*it.satisfies, elements.frame, context_));
    if (it.quantifier == lang::Quantifier::kEvery) holds = negation(std::move(holds));
    const Vector decides = conjunction(counts, holds);
    const auto rank = [&](std::uint32_t k) {
      return decides.is_true(k) ? 0 : decides.is_false(k) ? 2 : 1;
    };
    Indices all(size);
    for (std::uint32_t k = 0; k < size; ++k) all[k] = k;
    std::stable_sort(all.begin(), all.end(),
                     [&](std::uint32_t a, std::uint32_t b) { return rank(a) < rank(b); });
    all.resize(std::min(size, kElements));
    std::sort(all.begin(), all.end());
    return all;
  }

  Context& context_;
  text::SourcePtr file_;
  int definition_;
  int depth_;
};

}  // namespace

Answer answer(const NodePtr& condition, const FramePtr& frame, const text::SourcePtr& file,
              Context& context) {
  return Asker(context, file, -1, 0).ask(condition, frame);
}

Answer account_of(const NodePtr& condition, const Trial& trial, std::size_t i) {
  // What is asked beside the evaluation must not add to what that came upon.
  std::set<CalendarMiss> misses;
  Context own = trial.context.beside(misses);
  return answer(condition, narrow(trial.frame, {static_cast<std::uint32_t>(i)}),
                trial.rule.where.file, own);
}

value::Value value_of(const NodePtr& node, const FramePtr& frame, Context& context) {
  return with_keys(element(evaluate(*node, frame, context), 0), context);
}

}  // namespace remit::engine
