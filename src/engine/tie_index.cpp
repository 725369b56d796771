#include "engine/tie_index.h"

#include <algorithm>
#include <numeric>

#include "engine/expression.h"

namespace remit::engine {
namespace {

/// The element side asks for nothing but the element: evaluated over the table by itself, and
/// never as a part of an explanation.
Vector element_keys(const lang::typed::Binding& binding, const lang::typed::TableSource& source,
                    const std::vector<lang::Slot>& slots, Context& context) {
  const std::size_t size = context.table(source.table).rows;
  data::Codes rows(size);
  std::iota(rows.begin(), rows.end(), 0);
  auto frame = Frame::base(size, slots);
  frame->bind(0, date_vector(context.as_of, size));
  frame->bind(binding.slot, row_vector(source.table, std::move(rows)));
  Trace* const trace = std::exchange(context.trace, nullptr);
  Vector keys = evaluate(*source.tie->element, frame, context);
  context.trace = trace;
  return keys;
}

}  // namespace

TieIndex::TieIndex(const lang::typed::Binding& binding, const lang::typed::TableSource& source,
                   const std::vector<lang::Slot>& slots, Context& context)
    : size_(context.table(source.table).rows) {
  const Vector keys = element_keys(binding, source, slots, context);
  for (std::size_t row = 0; row < size_; ++row) {
    (keys.is_known(row) ? rows_[key_of(keys, row)] : unknown_)
        .push_back(static_cast<std::uint32_t>(row));
  }
}

Indices TieIndex::candidates(const Vector& outer, std::size_t i) const {
  Indices rows;
  if (!outer.is_known(i)) {
    rows.resize(size_);
    std::iota(rows.begin(), rows.end(), 0U);
    return rows;
  }
  static const Indices kNone;
  const auto found = rows_.find(key_of(outer, i));
  const Indices& equal = found == rows_.end() ? kNone : found->second;
  rows.reserve(equal.size() + unknown_.size());
  std::merge(equal.begin(), equal.end(), unknown_.begin(), unknown_.end(),
             std::back_inserter(rows));
  return rows;
}

std::string TieIndex::key_of(const Vector& vector, std::size_t i) {
  const value::Value value = element(vector, i);
  if (const auto* row = std::get_if<value::Row>(&value.data)) return std::to_string(row->row);
  return value::to_string(value);
}

}  // namespace remit::engine
