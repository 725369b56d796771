#include "engine/subjects.h"

#include <algorithm>
#include <numeric>

#include "engine/expression.h"

namespace remit::engine {
namespace {

namespace typed = lang::typed;

FramePtr root_frame(const rules::Rule& rule, const Context& context) {
  auto root = Frame::base(1, rule.slots);
  root->bind(0, date_vector(context.as_of, 1));
  return root;
}

/// The rows [begin, end) of the first table, or of those that are looked at.
data::Codes rows_between(std::size_t begin, std::size_t end, const Indices* chosen) {
  data::Codes rows(end - begin);
  if (chosen) {
    std::transform(chosen->begin() + static_cast<std::ptrdiff_t>(begin),
                   chosen->begin() + static_cast<std::ptrdiff_t>(end), rows.begin(),
                   [](std::uint32_t row) { return static_cast<std::int32_t>(row); });
  } else {
    std::iota(rows.begin(), rows.end(), static_cast<std::int32_t>(begin));
  }
  return rows;
}

/// Rows of the first table as elements of the one root tuple.
Elements elements_of(const typed::Binding& binding, const FramePtr& root, data::Codes rows,
                     std::optional<data::Codes> entries) {
  Elements elements;
  elements.outer = root;
  elements.owner = Indices(rows.size(), 0);
  elements.unknown = Bitmap(1);
  elements.open = Bitmap(1);
  elements.where = truth_vector(true, rows.size());
  auto frame = Frame::derived(root, elements.owner);
  const int table = binding.type.table;
  if (entries) frame->bind(kEntrySlot, row_vector(table, std::move(*entries)));
  frame->bind(binding.slot, row_vector(table, std::move(rows)));
  elements.frame = std::move(frame);
  return elements;
}

/// All bindings after the first one; a missing row has nothing to be a subject.
Elements with_the_rest(Elements elements, const rules::Rule& rule, Context& context) {
  keep_where(elements, rule.subjects.front().where, context);
  for (std::size_t b = 1; b < rule.subjects.size(); ++b) {
    elements = expand_further(elements, rule.subjects[b], MissingRow::kNothing, context);
    keep_where(elements, rule.subjects[b].where, context);
  }
  return elements;
}

}  // namespace

bool can_be_cut(const rules::Rule& rule) {
  // Whether a key is unique only all subjects together can tell.
  return std::holds_alternative<typed::TableSource>(rule.subjects.front().source) &&
         !std::holds_alternative<rules::Unique>(rule.kind);
}

std::vector<RowRange> batches_of(const rules::Rule& rule, const Context& context,
                                 std::size_t rows) {
  const auto* table = std::get_if<typed::TableSource>(&rule.subjects.front().source);
  if (!table) return {{0, 0}};
  const std::size_t all = context.rows ? context.rows->size() : context.table(table->table).rows;
  const std::size_t size = can_be_cut(rule) ? rows : all;
  std::vector<RowRange> ranges;
  for (std::size_t begin = 0; begin < all; begin += size) {
    ranges.push_back({begin, std::min(all, begin + size)});
  }
  return ranges;
}

Elements subjects_in(const rules::Rule& rule, const RowRange& range, Context& context) {
  const FramePtr root = root_frame(rule, context);
  const typed::Binding& first = rule.subjects.front();
  if (!std::holds_alternative<typed::TableSource>(first.source)) {
    return with_the_rest(expand(first, root, MissingRow::kNothing, context), rule, context);
  }
  std::optional<data::Codes> entries;
  if (context.rows) entries = rows_between(range.begin, range.end, nullptr);
  Elements elements = elements_of(first, root, rows_between(range.begin, range.end, context.rows),
                                  std::move(entries));
  return with_the_rest(std::move(elements), rule, context);
}

void each_batch(const rules::Rule& rule, Context& context,
                const std::function<void(const Elements&)>& f) {
  for (const RowRange& range : batches_of(rule, context, kBatch)) {
    f(subjects_in(rule, range, context));
  }
}

rules::Subject subject_of(const rules::Rule& rule, const FramePtr& frame, std::size_t tuple,
                          const Context& context) {
  return subject_of(rule.subjects, frame, tuple, context);
}

rules::Subject subject_of(const std::vector<typed::Binding>& bindings, const FramePtr& frame,
                          std::size_t tuple, const Context& context) {
  rules::Subject subject;
  for (const auto& binding : bindings) {
    const value::Value bound = element(frame->slot(binding.slot), tuple);
    std::string entity = binding.name;
    std::string key;
    if (const auto* row = std::get_if<value::Row>(&bound.data)) {
      entity = context.table_model(row->table).entity;
      key = data::key_text(context.data, row->table, row->row);
    } else if (const auto* period = std::get_if<value::Period>(&bound.data)) {
      key = value::to_string(value::first_day(*period));
    } else {
      continue;  // a run that is not known: the key of the other rows
    }
    subject.entity += (subject.entity.empty() ? "" : " + ") + entity;
    subject.key += (subject.key.empty() ? "" : " + ") + key;
  }
  return subject;
}

}  // namespace remit::engine
