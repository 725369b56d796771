#include "engine/kinds/load.h"

#include <algorithm>
#include <limits>
#include <map>

#include "engine/expression.h"

namespace remit::engine {
namespace {

double weight_at(const Vector& weights, std::size_t i) {
  if (weights.kind == value::Kind::kInteger) {
    return static_cast<double>(weights.of<std::int64_t>()[weights.at(i)]);
  }
  return weights.of<double>()[weights.at(i)];
}

double sum(const std::vector<const Part*>& parts) {
  std::map<std::string, double> heaviest;
  for (const Part* part : parts) {
    if (!part->unit) continue;
    const auto [found, is_new] = heaviest.emplace(*part->unit, part->weight);
    if (!is_new) found->second = std::max(found->second, part->weight);
  }
  double total = 0;
  for (const Part* part : parts) {
    if (!part->unit) {
      total += part->weight;
    } else if (const auto found = heaviest.find(*part->unit); found != heaviest.end()) {
      total += found->second;
      heaviest.erase(found);
    }
  }
  return total;
}

}  // namespace

PartTable::PartTable(const Candidates& candidates, Context& context) : candidates_(candidates) {
  for (std::size_t s = 0; s < candidates.frames.size(); ++s) {
    const rules::Elements& elements = (*candidates.from)[s];
    Source source{{}, {}, elements.weight != nullptr, elements.unit != nullptr};
    const FramePtr& frame = candidates.frames[s];
    if (source.has_weight) source.weight = evaluate(*elements.weight, frame, context);
    if (source.has_unit) source.unit = evaluate(*elements.unit, frame, context);
    sources_.push_back(std::move(source));
  }
}

Part PartTable::part_of(std::uint32_t element_index) const {
  const Candidate& candidate = candidates_.all[element_index];
  const Source& source = sources_[candidate.source];
  const std::size_t i = candidate.tuple;
  const bool weighed = !source.has_weight || source.weight.is_known(i);
  const bool united = !source.has_unit || source.unit.is_known(i);
  Part part{candidate.known,
            candidate.doubtful() || !weighed || !united,
            !weighed && united && !candidate.doubtful(),
            candidate.period,
            1,
            std::nullopt,
            element_index};
  if (!weighed) part.weight = std::numeric_limits<double>::infinity();
  if (weighed && source.has_weight) part.weight = weight_at(source.weight, i);
  if (source.has_unit && united) part.unit = value::to_string(element(source.unit, i));
  return part;
}

std::vector<Part> PartTable::of(std::size_t subject) const {
  std::vector<Part> parts;
  for (std::uint32_t k = candidates_.starts[subject]; k < candidates_.starts[subject + 1]; ++k) {
    parts.push_back(part_of(k));
  }
  return parts;
}

double sum_on(const std::vector<Part>& parts, value::Date day) {
  std::vector<const Part*> present;
  for (const Part& part : parts) {
    if (part.covers(day)) present.push_back(&part);
  }
  return sum(present);
}

double sum_in(const std::vector<Part>& parts, const value::Period& stretch) {
  double total = 0;
  std::map<value::Date, std::vector<const Part*>> by_day;
  for (const Part& part : parts) {
    if (!part.known) {
      total += part.weight;
    } else if (value::covers(stretch, part.period.from)) {
      by_day[part.period.from].push_back(&part);
    }
  }
  for (const auto& [day, present] : by_day) total += sum(present);
  return total;
}

}  // namespace remit::engine
