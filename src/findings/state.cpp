#include "findings/history.h"

namespace remit::findings {

std::string_view word(State state) {
  switch (state) {
    case State::kNew:
      return "new";
    case State::kUnchanged:
      return "unchanged";
    case State::kChanged:
      return "changed";
    case State::kReopened:
      return "reopened";
    case State::kFixed:
      return "fixed";
    case State::kNotJudged:
      return "not_judged";
  }
  return "";
}

std::optional<State> state_of(std::string_view text) {
  for (const State state : kAllStates) {
    if (word(state) == text) return state;
  }
  return std::nullopt;
}

}  // namespace remit::findings
