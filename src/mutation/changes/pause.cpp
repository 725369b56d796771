#include <fmt/format.h>

#include "mutation/changes.h"

namespace remit::mutation {
namespace {

void flip(bool rules::Frequency::*flag, const char* key, const char* lives_at,
          const char* missing_case, Maker& maker) {
  const bool set = std::get<rules::Frequency>(maker.original().rule.kind).*flag;
  Change change;
  change.place = key;
  change.where = maker.original().key(lives_at);
  (set ? change.before : change.after) = fmt::format("{}: restart", key);
  if (!set) change.before = "nothing";
  change.words = fmt::format("{} `{}: restart`", set ? "without" : "with", key);
  change.missing_case = missing_case;
  maker.change_rule([=](rules::Rule& rule) { std::get<rules::Frequency>(rule.kind).*flag = !set; },
                    std::move(change));
}

}  // namespace

void change_pause(Maker& maker) {
  const Original& original = maker.original();
  const auto* frequency = std::get_if<rules::Frequency>(&original.rule.kind);
  if (frequency == nullptr) return;
  if (original.rule.effective.from) {
    flip(&rules::Frequency::clock_restart, "clock", "effective",
         "a case with a wait that begins before `effective` and ends inside it", maker);
  }
  if (frequency->pause.empty()) return;
  flip(&rules::Frequency::restart, "resume", frequency->restart ? "resume" : "pause",
       "a case with a pause, and an event some days after it", maker);
  Change change;
  change.place = "pause";
  change.where = original.key("pause");
  change.before = "pause";
  change.words = "without `pause`";
  change.missing_case = "a case with a pause that moves out a due day";
  maker.change_rule(
      [](rules::Rule& rule) {
        auto& changed = std::get<rules::Frequency>(rule.kind);
        changed.pause.clear();
        changed.restart = false;
      },
      std::move(change));
}

}  // namespace remit::mutation
