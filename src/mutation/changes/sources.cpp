#include <fmt/format.h>

#include "mutation/changes.h"

namespace remit::mutation {
namespace {

using ElementsList = std::vector<rules::Elements>;

/// The list of a kind under a key; null where the kind has none.
struct ListOf {
  const std::string& key;

  ElementsList* operator()(rules::Cover& kind) const { return key == "by" ? &kind.by : nullptr; }
  ElementsList* operator()(rules::Limit& kind) const {
    return key == "count" ? &kind.count : nullptr;
  }
  ElementsList* operator()(rules::Deadline& kind) const {
    return key == "response" ? &kind.response : nullptr;
  }
  ElementsList* operator()(rules::Frequency& kind) const {
    if (key == "event") return &kind.event;
    return key == "pause" ? &kind.pause : nullptr;
  }
  template <typename Other>
  ElementsList* operator()(Other&) const {
    return nullptr;
  }
};

text::Span span_of(const rules::Elements& elements) {
  const auto& comprehension = elements.comprehension;
  return comprehension.bindings.empty() ? comprehension.head->span : comprehension.span;
}

void drop_one_of(const std::string& key, Maker& maker) {
  const Original& original = maker.original();
  rules::Rule shown = original.rule;
  const ElementsList* list = std::visit(ListOf{key}, shown.kind);
  if (list == nullptr || list->size() < 2) return;
  for (std::size_t i = 0; i < list->size(); ++i) {
    Change change;
    change.place = key;
    change.where = original.location(span_of((*list)[i]));
    change.before = std::string(change.where.file->slice(change.where.span));
    change.words = fmt::format("without `{}`", on_one_line(change.before));
    change.missing_case = "a case in which only what this gives decides";
    maker.change_rule(
        [&](rules::Rule& rule) {
          ElementsList& changed = *std::visit(ListOf{key}, rule.kind);
          changed.erase(changed.begin() + static_cast<std::ptrdiff_t>(i));
        },
        std::move(change));
  }
}

}  // namespace

void change_sources(Maker& maker) {
  for (const char* key : {"by", "event", "count", "response", "pause"}) drop_one_of(key, maker);
}

}  // namespace remit::mutation
