#pragma once

#include "engine/account.h"

namespace remit::engine {

/// What the tests of the kinds note about one subject while they judge; nobody notes anything
/// where there is none.
struct Recorder {
  std::uint32_t subject;  ///< tuple of the standing's frame
  Facts facts;
  std::optional<Readings> readings;
};

}  // namespace remit::engine
