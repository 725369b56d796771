#pragma once

#include <vector>

#include "engine/context.h"
#include "engine/frame.h"
#include "lang/typed.h"

namespace remit::engine {

/// The elements of a collection or comprehension for every tuple of a frame: `frame` has one tuple
/// an element, those of one tuple of the outer frame together and in order.
struct Elements {
  FramePtr frame;  ///< its tuples stand above `outer`
  FramePtr outer;
  Indices owner;   ///< of each element the tuple of `outer`
  Vector where;    ///< flat booleans: true or unknown; elements known to be false are left out
  Bitmap unknown;  ///< by tuple of `outer`: the collection cannot be known
  Bitmap open;     ///< by tuple of `outer`: there may be more elements than are seen
  std::shared_ptr<const Causes> causes;  ///< of `unknown`; null when nothing is explained
};

/// What a missing row means for the collection that hangs on it.
enum class MissingRow {
  kUnknown,  ///< the collection is unknown
  kElement,  ///< it stands for one element, a missing row
  kNothing,  ///< it has no elements
};

/// The elements of one binding, its `where` not yet asked.
Elements expand(const lang::typed::Binding& binding, const FramePtr& outer, MissingRow missing,
                Context& context);

/// Leaves out the elements for which the condition is false and joins it to `where`.
void keep_where(Elements& elements, const lang::typed::NodePtr& condition, Context& context);

/// All bindings of a comprehension, with their `where`.
Elements expand(const lang::typed::Comprehension& comprehension, const FramePtr& outer,
                Context& context);

/// Goes on from elements with one more binding; `missing` is what a missing row means there.
Elements expand_further(const Elements& elements, const lang::typed::Binding& binding,
                        MissingRow missing, Context& context);

/// Those at `indices`.
Elements narrow(const Elements& elements, const Indices& indices);

/// Where the elements of each tuple of `outer` begin and end: starts[i] up to starts[i + 1].
Indices starts_of(const Elements& elements);

}  // namespace remit::engine
