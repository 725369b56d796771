// Values that depend on a condition.
#include "prose/condition.h"
#include "prose/value.h"

namespace remit::prose {
namespace {

namespace typed = lang::typed;

Statement option(const NodePtr& chosen, const NodePtr& when, Context& context) {
  return context.gather([&] {
    const std::string said = value(chosen, context);
    return led(said + ", if ", condition(when, true, context));
  });
}

}  // namespace

Statement choice(const typed::Conditional& node, Context& context) {
  Statement list{"the first of these that applies:", {}};
  const NodePtr* rest = nullptr;
  for (const auto* each = &node; each != nullptr;) {
    list.items.push_back(option(each->then, each->condition, context));
    rest = &each->otherwise;
    each = std::get_if<typed::Conditional>(&(*rest)->kind);
  }
  list.items.push_back(led("otherwise ", long_value(*rest, context)));
  return list;
}

}  // namespace remit::prose
