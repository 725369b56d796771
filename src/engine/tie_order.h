#pragma once

#include <string>
#include <vector>

#include "engine/context.h"
#include "engine/frame.h"
#include "lang/typed.h"

namespace remit::engine {

/// Whether element a of a vector of ordered values is less than element b; both known.
bool comes_before(const Vector& values, std::uint32_t a, std::uint32_t b);

/// The order of `first` and `last`: by the value of `by`, then by the primary keys of the bound
/// rows, as text, part by part.
class TieOrder {
 public:
  TieOrder(const Vector& by, const std::vector<lang::typed::Binding>& bindings,
           const FramePtr& frame, const Context& context);

  bool before(std::uint32_t a, std::uint32_t b) const;

 private:
  std::vector<std::string> key(std::uint32_t element) const;

  const Vector& by_;
  const std::vector<lang::typed::Binding>& bindings_;
  const FramePtr& frame_;
  const Context& context_;
};

}  // namespace remit::engine
