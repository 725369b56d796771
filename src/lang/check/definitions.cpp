#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "lang/check/calls.h"
#include "lang/check/context.h"

namespace remit::lang {
namespace {

/// Bodies that call each other more levels deep than this are refused: whatever follows the
/// calls would run out of stack.
constexpr int kMaximumCallDepth = 50;

enum class State { kNew, kOpen, kDone };

// Checks bodies in the order in which they need each other, without recursion: a rule set can
// have any number of them.
class Definitions {
 public:
  Definitions(Environment& environment, const std::vector<ExpressionPtr>& bodies,
              text::Diagnostics& diagnostics)
      : environment_(environment),
        bodies_(bodies),
        diagnostics_(diagnostics),
        states_(bodies.size(), State::kNew),
        depths_(bodies.size(), 1) {
    std::map<std::string, int, std::less<>> numbers;
    for (std::size_t i = 0; i < environment.definitions.size(); ++i) {
      numbers.emplace(environment.definitions[i].name, static_cast<int>(i));
    }
    for (const ExpressionPtr& body : bodies) {
      calls_.push_back(body == nullptr ? std::vector<int>{} : check::calls_in(*body, numbers));
    }
  }

  void check_all() {
    for (std::size_t i = 0; i < bodies_.size(); ++i) {
      if (states_[i] == State::kNew) check_from(static_cast<int>(i));
    }
  }

 private:
  struct Frame {
    int definition;
    std::size_t next_call;
  };

  Definition& definition(int index) {
    return environment_.definitions[static_cast<std::size_t>(index)];
  }

  void check_from(int first) {
    path_.push_back({first, 0});
    state(first) = State::kOpen;
    while (!path_.empty()) {
      Frame& top = path_.back();
      const std::vector<int>& calls = calls_[static_cast<std::size_t>(top.definition)];
      if (top.next_call == calls.size()) {
        finish(top.definition);
        path_.pop_back();
        continue;
      }
      const int called = calls[top.next_call++];
      if (state(called) == State::kOpen) report_cycle(called);
      if (state(called) != State::kNew) continue;
      state(called) = State::kOpen;
      path_.push_back({called, 0});
    }
  }

  void report_cycle(int called) {
    const auto start = std::find_if(path_.begin(), path_.end(),
                                    [&](const Frame& frame) { return frame.definition == called; });
    std::string cycle;
    for (auto frame = start; frame != path_.end(); ++frame) {
      cycle += fmt::format("`{}` -> ", definition(frame->definition).name);
      fail(frame->definition);
    }
    cycle += fmt::format("`{}`", definition(called).name);
    diagnostics_.error("cyclic-definition", definition(called).where,
                       fmt::format("this definition needs itself: {}", cycle),
                       "a definition cannot be told by itself: take one of the calls out");
  }

  // The body is an error from now on; calls of it say nothing.
  void fail(int index) { definition(index).body = check::error_node(definition(index).where.span); }

  void finish(int index) {
    state(index) = State::kDone;
    const auto place = static_cast<std::size_t>(index);
    const bool in_cycle = definition(index).body != nullptr;
    int& depth = depths_[place];
    for (const int called : calls_[place]) {
      depth = std::max(depth, depths_[static_cast<std::size_t>(called)] + 1);
    }
    if (depth > kMaximumCallDepth) {
      report_depth(index);
      depth = 1;
      fail(index);
      return;
    }
    // In a cycle the body is checked for its other mistakes.
    if (bodies_[place] != nullptr) check_body(index);
    if (bodies_[place] == nullptr || in_cycle) fail(index);
  }

  void report_depth(int index) {
    diagnostics_.error("nested-too-deeply", definition(index).where,
                       fmt::format("definitions call each other more than {} levels deep from here",
                                   kMaximumCallDepth),
                       "write some of them in one");
  }

  void check_body(int index) {
    Definition& checked = definition(index);
    const text::SourcePtr& file =
        checked.where.file != nullptr ? checked.where.file : environment_.file;
    Scope scope;
    check::Context context{environment_, file, diagnostics_, scope};
    for (std::size_t i = 1; i <= checked.arguments && i < checked.slots.size(); ++i) {
      const Slot slot = checked.slots[i];
      check::check_free(context, slot.name, checked.where.span);
      scope.bind(slot.name, slot.type);
    }
    Checker checker(environment_, file, diagnostics_);
    const typed::NodePtr body = checker.check(*bodies_[static_cast<std::size_t>(index)], scope);
    checked.slots = scope.slots();
    checked.body = body;
  }

  State& state(int index) { return states_[static_cast<std::size_t>(index)]; }

  Environment& environment_;
  const std::vector<ExpressionPtr>& bodies_;
  text::Diagnostics& diagnostics_;
  std::vector<State> states_;
  std::vector<int> depths_;
  std::vector<std::vector<int>> calls_;
  std::vector<Frame> path_;
};

// A loader may leave out slot 0, which has no name to give.
void complete_slots(Environment& environment) {
  for (Definition& definition : environment.definitions) {
    if (definition.slots.size() == definition.arguments) {
      definition.slots.insert(definition.slots.begin(), Scope().slots().front());
    }
  }
}

}  // namespace

void check_definitions(Environment& environment, const std::vector<ExpressionPtr>& bodies,
                       text::Diagnostics& diagnostics) {
  complete_slots(environment);
  check_names(environment, diagnostics);
  Definitions(environment, bodies, diagnostics).check_all();
}

}  // namespace remit::lang
