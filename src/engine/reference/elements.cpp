#include "engine/reference/elements.h"

#include <algorithm>
#include <limits>

#include "engine/reference/collections.h"
#include "engine/reference/interpreter.h"
#include "engine/reference/main_tables.h"

// Decisions where the language page is silent:
// - Of a list of comprehensions one unknown collection makes the whole unknown.
// - An empty period is left out when its `from` is after the as-of date, as any other; it covers
//   no day in any case.
namespace remit::engine::reference {
namespace {

bool starts_after(const Value& value, Date as_of) {
  if (const auto* date = std::get_if<Date>(&value.data)) return *date > as_of;
  if (const auto* period = std::get_if<value::Period>(&value.data)) {
    return value::first_day(*period) > as_of;
  }
  return false;
}

Part make_part(const World& world, const rules::Elements& elements, const Element& element) {
  Part part;
  part.where_doubtful = !element.where;
  part.value = evaluate(world, *elements.comprehension.head, element.frame);
  part.weight =
      elements.weight ? evaluate(world, *elements.weight, element.frame) : Value{std::int64_t{1}};
  part.has_unit = elements.unit != nullptr;
  if (elements.unit) part.unit = evaluate(world, *elements.unit, element.frame);
  return part;
}

Part unseen_part() {
  Part part;
  part.where_doubtful = true;
  part.value = missing();
  part.weight = {std::numeric_limits<double>::infinity()};
  part.unseen = true;
  return part;
}

/// Whether what an expression without `for` misses may only not have been seen.
bool may_be_unseen(const World& world, const rules::Elements& elements, const Part& part) {
  if (!elements.comprehension.bindings.empty() || !part.value.is_missing()) return false;
  return reads_open(world, elements.comprehension.head);
}

/// An expression without `for`: a date that is missing is "not yet", and no element.
bool absent(const rules::Elements& elements, const Part& part) {
  return elements.comprehension.bindings.empty() && part.value.is_missing() &&
         elements.comprehension.head->type.kind == value::Kind::kDate;
}

}  // namespace

std::optional<std::vector<Part>> parts(const World& world,
                                       const std::vector<rules::Elements>& elements,
                                       const Frame& frame) {
  std::vector<Part> all;
  for (const rules::Elements& each : elements) {
    const auto found = combinations(world, each.comprehension.bindings, frame);
    if (!found) return std::nullopt;
    for (const Element& element : *found) {
      if (element.unseen) {
        all.push_back(unseen_part());
        continue;
      }
      const Part part = make_part(world, each, element);
      if (may_be_unseen(world, each, part)) all.push_back(unseen_part());
      if (!absent(each, part) && !starts_after(part.value, world.as_of)) all.push_back(part);
    }
  }
  return all;
}

std::vector<Part> helpful_parts(const std::vector<Part>& all, Run run) {
  std::vector<Part> present;
  std::copy_if(all.begin(), all.end(), std::back_inserter(present),
               [&](const Part& part) { return run == Run::kHopeful || !part.doubtful(); });
  return present;
}

bool covers(const Part& part, Date day) {
  if (part.value.is_missing()) return true;
  if (const auto* date = std::get_if<Date>(&part.value.data)) return *date == day;
  return value::covers(part.value.as<value::Period>(), day);
}

bool covered(const std::vector<Part>& all, Date day) {
  return std::any_of(all.begin(), all.end(), [&](const Part& part) { return covers(part, day); });
}

}  // namespace remit::engine::reference
