#include "engine/elements.h"

#include <numeric>
#include <utility>

#include "engine/expression.h"
#include "engine/runs.h"
#include "engine/tie_index.h"

namespace remit::engine {
namespace {

namespace typed = lang::typed;

/// Elements made of rows, in the order in which `add` is called.
struct RowElements {
  data::Codes rows;
  Indices origin;

  void reserve(std::size_t size, const Context& context) {
    check(size, context);
    rows.reserve(size);
    origin.reserve(size);
  }
  static void check(std::size_t size, const Context& context) {
    if (size > context.most_elements) throw TooManyElements(size);
  }
  void add(std::size_t tuple, std::int32_t row) {
    rows.push_back(row);
    origin.push_back(static_cast<std::uint32_t>(tuple));
  }
};

Elements over(const FramePtr& outer) {
  Elements elements;
  elements.outer = outer;
  elements.unknown = Bitmap(outer->size());
  elements.open = Bitmap(outer->size());
  return elements;
}

/// Gives the elements their frame: one tuple for each entry of `origin`, the slot bound.
void bind(Elements& elements, Indices origin, int slot, Vector values) {
  auto frame = Frame::derived(elements.outer, origin);
  frame->bind(slot, std::move(values));
  elements.where = truth_vector(true, frame->size());
  elements.frame = std::move(frame);
  elements.owner = std::move(origin);
}

/// Which of the rows that point at another one a tuple can see: all, but of those that are in one
/// world alone (Context::worlds) only the one of its own. These stand last.
class Sight {
 public:
  Sight(int table, const data::InverseIndex& index, const FramePtr& outer, const Context& context)
      : index_(index) {
    if (!context.worlds || context.worlds->table != table) return;
    worlds_ = context.worlds;
    entries_ = &outer->slot(kEntrySlot).of<std::int32_t>();
    constant_ = outer->slot(kEntrySlot).constant;
  }

  template <typename F>
  void each(std::size_t tuple, std::size_t target, F f) const {
    const std::uint32_t end = index_.offsets[target + 1];
    const std::uint32_t common = worlds_ ? place(target, worlds_->first) : end;
    for (std::uint32_t k = index_.offsets[target]; k < common; ++k) f(index_.row(k));
    if (common == end) return;
    const auto entry = static_cast<std::size_t>((*entries_)[constant_ ? 0 : tuple]);
    const std::uint32_t own = worlds_->first + worlds_->of_entry[entry];
    const std::uint32_t k = place(target, own);
    if (k < end && index_.row(k) == static_cast<std::int32_t>(own)) f(index_.row(k));
  }

 private:
  /// Where, of the rows that point at a target, those from `row` on begin.
  std::uint32_t place(std::size_t target, std::uint32_t row) const {
    std::uint32_t low = index_.offsets[target];
    std::uint32_t high = index_.offsets[target + 1];
    while (low < high) {
      const std::uint32_t middle = low + (high - low) / 2;
      if (index_.row(middle) < static_cast<std::int32_t>(row)) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  const data::InverseIndex& index_;
  const Worlds* worlds_ = nullptr;
  const data::Codes* entries_ = nullptr;
  bool constant_ = false;
};

struct Expander {
  const typed::Binding& binding;
  const FramePtr& outer;
  MissingRow missing;
  Context& context;

  Elements operator()(const typed::InverseSource& source) const {
    const Vector rows = flatten(evaluate(*source.row, outer, context));
    const View<std::int32_t> view(rows);
    const auto& index =
        context.table(source.table).inverses[static_cast<std::size_t>(source.inverse)];
    Elements elements = over(outer);
    elements.causes = rows.causes;
    RowElements found;
    const bool open = context.open.contains(binding.type.table);
    const Sight sight(binding.type.table, index, outer, context);
    found.reserve(size_of(view, sight), context);
    for (std::size_t i = 0; i < outer->size(); ++i) {
      if (open && view[i] >= 0) elements.open.set(i);
      if (view[i] < 0) {
        if (missing == MissingRow::kElement) found.add(i, -1);
        if (missing == MissingRow::kUnknown) elements.unknown.set(i);
        continue;
      }
      const auto row = static_cast<std::size_t>(view[i]);
      sight.each(i, row, [&](std::int32_t seen) { found.add(i, seen); });
    }
    Vector bound = row_vector(binding.type.table, std::move(found.rows));
    if (rows.causes) {
      const Vector owners = gather(rows, found.origin);
      unite_causes(bound, {&owners});
    }
    bind(elements, std::move(found.origin), binding.slot, std::move(bound));
    return elements;
  }

  /// How many elements there will be.
  std::size_t size_of(const View<std::int32_t>& rows, const Sight& sight) const {
    std::size_t size = 0;
    for (std::size_t i = 0; i < outer->size(); ++i) {
      if (rows[i] < 0) {
        ++size;
      } else {
        sight.each(i, static_cast<std::size_t>(rows[i]), [&](std::int32_t) { ++size; });
      }
    }
    return size;
  }

  Elements operator()(const typed::TableSource& source) const {
    Elements elements = over(outer);
    RowElements found;
    if (context.open.contains(source.table)) elements.open.flip();
    if (source.tie) {
      const TieIndex& index = context.ties->of(&source, [&] {
        return std::make_unique<const TieIndex>(binding, source, outer->slots(), context);
      });
      const Vector key = evaluate(*source.tie->outer, outer, context);
      for (std::size_t i = 0; i < outer->size(); ++i) {
        const Indices rows = index.candidates(key, i);
        RowElements::check(found.rows.size() + rows.size(), context);
        for (const std::uint32_t row : rows) found.add(i, static_cast<std::int32_t>(row));
      }
    } else {
      RowElements::check(outer->size() * context.table(source.table).rows, context);
      for (std::size_t i = 0; i < outer->size(); ++i) {
        for (std::size_t row = 0; row < context.table(source.table).rows; ++row) {
          found.add(i, static_cast<std::int32_t>(row));
        }
      }
    }
    bind(elements, std::move(found.origin), binding.slot,
         row_vector(source.table, std::move(found.rows)));
    return elements;
  }

  Elements operator()(const typed::RunsSource& source) const {
    const Runs runs = runs_of(*source.periods, outer, context);
    Elements elements = over(outer);
    elements.causes = runs.causes;
    Indices origin;
    Vector periods = unknown_vector(value::Kind::kPeriod, 0);
    std::vector<value::Period> values;
    std::vector<bool> known;
    for (std::size_t i = 0; i < outer->size(); ++i) {
      const bool unknown = runs.unknown.get(i);
      if (unknown && missing == MissingRow::kUnknown) elements.unknown.set(i);
      if (unknown && missing != MissingRow::kUnknown) {
        origin.push_back(static_cast<std::uint32_t>(i));
        values.emplace_back();
        known.push_back(false);
      }
      for (std::uint32_t k = runs.starts[i]; !unknown && k < runs.starts[i + 1]; ++k) {
        origin.push_back(static_cast<std::uint32_t>(i));
        values.push_back(runs.periods[k]);
        known.push_back(true);
      }
    }
    periods.size = values.size();
    periods.known = Bitmap(values.size());
    for (std::size_t i = 0; i < known.size(); ++i) periods.known.set(i, known[i]);
    periods.values = std::move(values);
    bind(elements, std::move(origin), binding.slot, std::move(periods));
    return elements;
  }
};

}  // namespace

Elements expand(const typed::Binding& binding, const FramePtr& outer, MissingRow missing,
                Context& context) {
  return std::visit(Expander{binding, outer, missing, context}, binding.source);
}

void keep_where(Elements& elements, const typed::NodePtr& condition, Context& context) {
  if (!condition) return;
  const Vector where = conjunction(elements.where, evaluate(*condition, elements.frame, context));
  Bitmap kept = where.known;
  kept.flip();
  kept |= where.truth();
  const Indices indices = indices_of(kept);
  if (indices.size() == where.size) {
    elements.where = where;
    return;
  }
  elements.where = where;
  elements = narrow(elements, indices);
}

Elements narrow(const Elements& elements, const Indices& indices) {
  Elements result = elements;
  for (std::size_t i = 0; i < indices.size(); ++i) result.owner[i] = elements.owner[indices[i]];
  result.owner.resize(indices.size());
  result.where = gather(elements.where, indices);
  result.frame = narrow(elements.frame, indices);
  return result;
}

Elements expand_further(const Elements& elements, const typed::Binding& binding, MissingRow missing,
                        Context& context) {
  Elements next = expand(binding, elements.frame, missing, context);
  const Indices inner = std::move(next.owner);
  next.owner.resize(inner.size());
  for (std::size_t i = 0; i < inner.size(); ++i) next.owner[i] = elements.owner[inner[i]];
  next.where = gather(elements.where, inner);
  Bitmap unknown = elements.unknown;
  next.unknown.each([&](std::size_t i) { unknown.set(elements.owner[i]); });
  next.unknown = std::move(unknown);
  Bitmap open = elements.open;
  next.open.each([&](std::size_t i) { open.set(elements.owner[i]); });
  next.open = std::move(open);
  next.causes = elements.causes;
  next.outer = elements.outer;
  return next;
}

Elements expand(const typed::Comprehension& comprehension, const FramePtr& outer,
                Context& context) {
  Elements elements;
  for (std::size_t b = 0; b < comprehension.bindings.size(); ++b) {
    const auto& binding = comprehension.bindings[b];
    elements = b == 0 ? expand(binding, outer, MissingRow::kUnknown, context)
                      : expand_further(elements, binding, MissingRow::kElement, context);
    keep_where(elements, binding.where, context);
  }
  return elements;
}

Indices starts_of(const Elements& elements) {
  Indices starts(elements.outer->size() + 1, 0);
  for (const std::uint32_t owner : elements.owner) ++starts[owner + 1];
  std::partial_sum(starts.begin(), starts.end(), starts.begin());
  return starts;
}

}  // namespace remit::engine
