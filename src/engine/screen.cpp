#include "engine/screen.h"

#include <algorithm>

#include "engine/expression.h"
#include "engine/standing.h"
#include "lang/walk.h"

namespace remit::engine {
namespace {

namespace typed = lang::typed;

/// What is read and not computed leaves nothing behind.
bool is_read(const typed::NodePtr& node) {
  return !node || std::holds_alternative<typed::FieldOf>(node->kind) ||
         std::holds_alternative<typed::PeriodOf>(node->kind) ||
         std::holds_alternative<typed::AsOfDate>(node->kind);
}

bool can_be_screened(const rules::Rule& rule, const std::vector<rules::Verdict>& wanted,
                     const Context& context) {
  const bool listed =
      std::find(wanted.begin(), wanted.end(), rules::Verdict::kNotApplicable) != wanted.end();
  return !listed && !context.observer && !context.trace && is_read(own_date_of(rule)) &&
         is_read(over_of(rule));
}

Elements without(const Elements& subjects, Bitmap left_out) {
  left_out.flip();
  const Indices kept = indices_of(left_out);
  return kept.size() == subjects.frame->size() ? subjects : narrow(subjects, kept);
}

Bitmap false_of(const Vector& condition) {
  const Vector flat = flatten(condition);
  Bitmap bits = flat.known;
  bits.subtract(flat.truth());
  return bits;
}

/// By code, whether the text is none of the tasks.
std::vector<bool> others(const rules::Reserve& line, const data::Dictionary& texts) {
  std::vector<bool> others(texts.size());
  std::string buffer;
  for (std::size_t code = 0; code < others.size(); ++code) {
    const auto text = texts.text(static_cast<std::int32_t>(code), buffer);
    others[code] = std::find(line.tasks.begin(), line.tasks.end(), text) == line.tasks.end();
  }
  return others;
}

}  // namespace

Bitmap other_tasks(const rules::Reserve& line, const Vector& tasks) {
  const Vector flat = flatten(tasks);
  Bitmap result(flat.size);
  if (!flat.dictionary) return result;
  const bool few = flat.dictionary->size() <= flat.size;
  const std::vector<bool> by_code = few ? others(line, *flat.dictionary) : std::vector<bool>();
  std::string buffer;
  flat.known.each([&](std::size_t i) {
    const std::int32_t code = flat.of<std::int32_t>()[i];
    const bool other = few ? by_code[static_cast<std::size_t>(code)]
                           : std::find(line.tasks.begin(), line.tasks.end(),
                                       flat.dictionary->text(code, buffer)) == line.tasks.end();
    if (other) result.set(i);
  });
  return result;
}

Screened screen(const rules::Rule& rule, const Elements& subjects,
                const std::vector<rules::Verdict>& wanted, Context& context) {
  const FramePtr& frame = subjects.frame;
  if (!can_be_screened(rule, wanted, context)) return {subjects, 0};
  Bitmap left_out(frame->size());
  const auto* line = std::get_if<rules::Reserve>(&rule.kind);
  if (line && is_read(line->task)) {
    left_out = other_tasks(*line, evaluate(*line->task, frame, context));
  }
  std::size_t not_applicable = 0;
  if (rule.when && !lang::needs_of(*rule.when, context.environment).own_date) {
    Bitmap excluded = false_of(evaluate(*rule.when, frame, context));
    excluded.subtract(left_out);
    not_applicable = excluded.count();
    left_out |= excluded;
  }
  return {without(subjects, std::move(left_out)), not_applicable};
}

}  // namespace remit::engine
