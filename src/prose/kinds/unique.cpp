#include <fmt/format.h>

#include "prose/telling.h"
#include "prose/value.h"

namespace remit::prose {
namespace {

/// `case id` of what is the one row's own, anything else in full.
std::string own(const NodePtr& node, int slot, Context& context) {
  const Focus focus(context, slot);
  const std::string text = value(node, context);
  return text.starts_with("its ") ? text.substr(4) : text;
}

}  // namespace

void tell(const rules::Unique& kind, Telling& telling) {
  Context& context = telling.context();
  telling.add(Part::kDuty, [&]() -> std::string {
    const auto& subjects = telling.rule().subjects;
    const int slot = subjects.size() == 1 ? subjects[0].slot : -1;
    std::vector<std::string> parts;
    for (const NodePtr& part : kind.key) parts.push_back(own(part, slot, context));
    std::string text = "No two of these may have the same ";
    text += parts.size() > 1 ? "combination of " + joined(parts, "and") : parts.front();
    if (!kind.while_) return text;
    return text + fmt::format(" while the {} of one overlaps that of the other",
                              own(kind.while_, slot, context));
  });
}

}  // namespace remit::prose
